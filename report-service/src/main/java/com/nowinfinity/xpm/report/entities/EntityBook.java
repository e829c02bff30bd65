package com.nowinfinity.xpm.report.entities;

import static com.nowinfinity.xpm.report.intake.EventTrail.only;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.nowinfinity.xpm.bus.ReceivedEvent;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.report.intake.EventTrail;
import com.nowinfinity.xpm.report.storage.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Names of entities, by the highest version, and their links, by the latest news of them. Both are kept with
 * {@code $max} on a document that begins with the version or the time, so that order and repetition do not matter.
 */
public final class EntityBook implements EventTrail {

    private static final String ID = "_id";
    private static final String ENTITY = "entity";
    private static final String SELF = "self";
    private static final String VERSION = "version";
    private static final String NAME = "name";
    private static final String LINK = "link";
    private static final String AT = "at";
    private static final String CLIENT = "client";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> entities;

    public EntityBook(MongoDatabase database) {
        entities = database.getCollection("entities");
    }

    @Override
    public void record(List<ReceivedEvent> batch) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        only(batch, EntityChanged.class)
                .filter(event -> event.getEntity() != null)
                .forEach(event -> writes.add(name(event.getBusinessId(), event.getEntity())));
        only(batch, EntitySynced.class)
                .filter(Links::tells)
                .forEach(event -> writes.add(
                        link(event.getBusinessId(), event.getEntityId(), event.getClientId(), event.getOccurredAt())));
        only(batch, EntityCompared.class)
                .filter(Links::tells)
                .forEach(event -> writes.add(
                        link(event.getBusinessId(), event.getEntityId(), event.getClientId(), event.getOccurredAt())));
        if (!writes.isEmpty()) {
            entities.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    /** The client an entity is linked to, as far as the events told. */
    public Optional<String> linkedClient(String businessId, String entityId) {
        Document entity =
                entities.find(new Document(ID, Key.of(businessId, entityId))).first();
        return Optional.ofNullable(entity)
                .map(known -> known.get(LINK, Document.class))
                .map(link -> link.getString(CLIENT));
    }

    /** Names of those of the entities that are known. */
    public Map<String, String> names(String businessId, Collection<String> entityIds) {
        Map<String, String> names = new HashMap<>();
        List<String> keys =
                entityIds.stream().map(id -> Key.of(businessId, id)).distinct().toList();
        for (Document entity : entities.find(new Document(ID, new Document("$in", keys)))) {
            Document self = entity.get(SELF, Document.class);
            if (self != null) {
                names.put(entity.getString(ENTITY), self.getString(NAME));
            }
        }
        return names;
    }

    private static WriteModel<Document> name(String businessId, Entity entity) {
        Document self = new Document(VERSION, entity.getVersion()).append(NAME, entity.getName());
        return newest(businessId, entity.getEntityId(), new Document(SELF, self));
    }

    private static WriteModel<Document> link(
            String businessId, @Nullable String entityId, @Nullable String clientId, Instant at) {
        Document link = new Document(AT, Date.from(at)).append(CLIENT, clientId);
        return newest(businessId, String.valueOf(entityId), new Document(LINK, link));
    }

    private static WriteModel<Document> newest(String businessId, String entityId, Document value) {
        return new UpdateOneModel<>(
                new Document(ID, Key.of(businessId, entityId)),
                new Document("$max", value).append("$set", new Document(ENTITY, entityId)),
                UPSERT);
    }
}
