package com.nowinfinity.xpm.portal.imports;

import com.nowinfinity.xpm.events.Entity;
import java.util.List;

/**
 * A client of XPM without an entity.
 *
 * @param entity the client in the portal's terms
 */
public record Offer(String clientId, Entity entity) {

    /**
     * The entity that a person takes: its id follows from the client's, so that taking twice makes one. Without roles,
     * as those name clients, which may be no entities.
     */
    public Entity asNew() {
        return Entity.newBuilder(entity)
                .setEntityId("xpm-" + clientId)
                .setVersion(0)
                .setRelationships(List.of())
                .build();
    }
}
