package com.nowinfinity.xpm.report.entities;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.nowinfinity.xpm.events.Entity;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** News of a batch, gathered by the document that they change. Of two of one entity the later counts. */
final class ShelfWrites {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    /** A value that is worth as much as its order says. */
    private record Ranked(long order, Document value) {
        static Ranked higher(Ranked one, Ranked other) {
            return one.order() > other.order() ? one : other;
        }
    }

    private final Map<String, Map<String, Ranked>> byShelf = new HashMap<>();

    void name(String businessId, Entity entity) {
        Document self = new Document(Shelf.VERSION, entity.getVersion()).append(Shelf.NAME, entity.getName());
        add(businessId, entity.getEntityId(), Shelf.SELF, new Ranked(entity.getVersion(), self));
    }

    void link(String businessId, String entityId, @Nullable String clientId, Instant at) {
        Document link = new Document(Shelf.AT, Date.from(at))
                .append(Shelf.CLIENT, clientId)
                .append(Shelf.ENTITY, entityId);
        add(businessId, entityId, Shelf.LINK, new Ranked(at.toEpochMilli(), link));
    }

    boolean isEmpty() {
        return byShelf.isEmpty();
    }

    List<WriteModel<Document>> all() {
        return byShelf.entrySet().stream()
                .<WriteModel<Document>>map(shelf -> {
                    Document latest = new Document();
                    shelf.getValue().forEach((field, ranked) -> latest.append(field, ranked.value()));
                    return new UpdateOneModel<>(
                            new Document("_id", shelf.getKey()), new Document("$max", latest), UPSERT);
                })
                .toList();
    }

    private void add(String businessId, String entityId, String part, Ranked value) {
        byShelf.computeIfAbsent(Shelf.key(businessId, entityId), _key -> new HashMap<>())
                .merge(part + "." + Shelf.field(entityId), value, Ranked::higher);
    }
}
