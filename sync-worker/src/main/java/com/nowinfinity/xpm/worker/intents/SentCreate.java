package com.nowinfinity.xpm.worker.intents;

import com.nowinfinity.xpm.events.Entity;
import java.util.List;

/**
 * What the create of an entity's client said. Kept from before the call until the client is linked, so that it is looked
 * for by what was sent, whatever the entity is called by then.
 *
 * @param entity the state that was sent, without the relationships, which no create carries
 */
public record SentCreate(String tenantId, Entity entity) {

    public static SentCreate of(String tenantId, Entity entity) {
        return new SentCreate(
                tenantId, Entity.newBuilder(entity).setRelationships(List.of()).build());
    }
}
