package com.nowinfinity.xpm.portal.entities;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Loads many entities at once, with cause IMPORTED. Repeating it after a broken attempt adds only what is missing. */
public final class EntitySeed {

    private static final int BATCH = 500;

    private final EntityStore store;
    private final Publication publication;

    EntitySeed(EntityStore store, Publication publication) {
        this.store = store;
        this.publication = publication;
    }

    public void load(String businessId, Stream<Entity> entities, Instant at) {
        List<EntityChanged> batch = new ArrayList<>(BATCH);
        entities.forEachOrdered(entity -> {
            batch.add(imported(businessId, entity, at));
            if (batch.size() == BATCH) {
                store.insertMissing(batch);
                batch.clear();
            }
        });
        if (!batch.isEmpty()) {
            store.insertMissing(batch);
        }
        publication.wake();
    }

    private static EntityChanged imported(String businessId, Entity entity, Instant at) {
        Entity first = Entity.newBuilder(entity)
                .setVersion(Math.max(1, entity.getVersion()))
                .build();
        String name = businessId + "/" + first.getEntityId() + "/" + first.getVersion();
        return EntityChanged.newBuilder()
                .setEventId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .setBusinessId(businessId)
                .setOccurredAt(at)
                .setCause(ChangeCause.IMPORTED)
                .setEntity(first)
                .build();
    }
}
