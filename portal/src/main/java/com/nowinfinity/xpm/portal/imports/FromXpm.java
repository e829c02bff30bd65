package com.nowinfinity.xpm.portal.imports;

import com.nowinfinity.xpm.events.Entity;
import java.util.List;
import java.util.Optional;

/** What the portal knows of a business's XPM. */
public final class FromXpm {

    private final ImportStore imports;
    private final ConnectionStore connections;

    FromXpm(ImportStore imports, ConnectionStore connections) {
        this.imports = imports;
        this.connections = connections;
    }

    public KnownConnection connection(String businessId) {
        return connections.find(businessId);
    }

    /** Of the organisation that the business is connected to. */
    public ImportCounts imports(String businessId) {
        String tenantId = connections.find(businessId).tenantId();
        return tenantId == null ? ImportCounts.NONE : imports.counts(businessId, tenantId);
    }

    /** Clients of that organisation without an entity, by name. */
    public List<Offer> offers(String businessId) {
        String tenantId = connections.find(businessId).tenantId();
        return tenantId == null ? List.of() : imports.offers(businessId, tenantId);
    }

    /** A client on offer as the entity that a person takes. */
    public Optional<Entity> offered(String businessId, String clientId) {
        return Optional.ofNullable(connections.find(businessId).tenantId())
                .flatMap(tenantId -> imports.offered(businessId, tenantId, clientId))
                .map(client -> asEntity(clientId, client));
    }

    /**
     * Its id follows from the client's, so that taking twice makes one. Without roles, as those name clients, which may
     * be no entities.
     */
    static Entity asEntity(String clientId, Entity client) {
        return Entity.newBuilder(client)
                .setEntityId("xpm-" + clientId)
                .setVersion(0)
                .setRelationships(List.of())
                .build();
    }

    /** A person has taken the client as this entity. */
    public void taken(String businessId, String clientId, String entityId) {
        String tenantId = connections.find(businessId).tenantId();
        if (tenantId != null) {
            imports.taken(businessId, tenantId, clientId, entityId);
        }
    }
}
