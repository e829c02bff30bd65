package com.nowinfinity.xpm.report.entities;

import static com.nowinfinity.xpm.report.intake.EventTrail.only;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.nowinfinity.xpm.bus.ReceivedEvent;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.report.intake.EventTrail;
import com.nowinfinity.xpm.report.storage.Key;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Names of entities, by the highest version, and their links, by the latest news of them. Both are kept with
 * {@code $max} on a value that begins with the version or the time, so that order and repetition do not matter. Many
 * entities share a document: a run tells of all of them at once, and one document for each would cost a write for each.
 */
public final class EntityBook implements EventTrail {

    private static final String ID = "_id";

    private final MongoCollection<Document> shelves;

    public EntityBook(MongoDatabase database) {
        shelves = database.getCollection("entity-shelves");
    }

    @Override
    public void record(List<ReceivedEvent> batch) {
        ShelfWrites writes = new ShelfWrites();
        only(batch, EntityChanged.class)
                .filter(event -> event.getEntity() != null)
                .forEach(event -> writes.name(event.getBusinessId(), event.getEntity()));
        only(batch, EntitySynced.class)
                .filter(Links::tells)
                .forEach(event -> writes.link(
                        event.getBusinessId(), event.getEntityId(), event.getClientId(), event.getOccurredAt()));
        only(batch, EntityCompared.class).filter(Links::tells).forEach(event -> {
            String entityId = event.getEntityId();
            if (entityId != null) {
                writes.link(event.getBusinessId(), entityId, event.getClientId(), event.getOccurredAt());
            }
        });
        if (!writes.isEmpty()) {
            shelves.bulkWrite(writes.all(), new BulkWriteOptions().ordered(false));
        }
    }

    /** The client an entity is linked to, as far as the events told. */
    public Optional<String> linkedClient(String businessId, String entityId) {
        return Optional.ofNullable(shelf(Shelf.key(businessId, entityId)))
                .map(shelf -> Shelf.of(shelf, Shelf.LINK, entityId))
                .map(link -> link.getString(Shelf.CLIENT));
    }

    /** All links as far as the events told, by entity; an entity that was unlinked has null. */
    public Map<String, @Nullable String> links(String businessId) {
        Map<String, @Nullable String> links = new HashMap<>();
        for (Document shelf : shelves.find(new Document(ID, Key.range(Key.of(businessId))))) {
            Document all = shelf.get(Shelf.LINK, Document.class);
            if (all != null) {
                all.values().forEach(link -> {
                    if (link instanceof Document told) {
                        links.put(told.getString(Shelf.ENTITY), told.getString(Shelf.CLIENT));
                    }
                });
            }
        }
        return links;
    }

    /** Names of those of the entities that are known. */
    public Map<String, String> names(String businessId, Collection<String> entityIds) {
        return selves(businessId, entityIds, self -> self.getString(Shelf.NAME));
    }

    /** The highest versions that were heard of, of those of the entities that are known. */
    public Map<String, Long> versions(String businessId, Collection<String> entityIds) {
        return selves(businessId, entityIds, self -> self.getLong(Shelf.VERSION));
    }

    private <T> Map<String, T> selves(String businessId, Collection<String> entityIds, Function<Document, T> part) {
        Map<String, Optional<Document>> read = new HashMap<>();
        Map<String, T> parts = new HashMap<>();
        for (String entityId : entityIds) {
            read.computeIfAbsent(Shelf.key(businessId, entityId), key -> Optional.ofNullable(shelf(key)))
                    .map(shelf -> Shelf.of(shelf, Shelf.SELF, entityId))
                    .ifPresent(self -> parts.put(entityId, part.apply(self)));
        }
        return parts;
    }

    private @Nullable Document shelf(String key) {
        return shelves.find(new Document(ID, key)).first();
    }
}
