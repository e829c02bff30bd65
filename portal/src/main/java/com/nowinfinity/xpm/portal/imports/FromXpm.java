package com.nowinfinity.xpm.portal.imports;

import java.util.List;

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

    /** A person has taken the client as this entity. */
    public void taken(String businessId, String clientId, String entityId) {
        String tenantId = connections.find(businessId).tenantId();
        if (tenantId != null) {
            imports.taken(businessId, tenantId, clientId, entityId);
        }
    }
}
