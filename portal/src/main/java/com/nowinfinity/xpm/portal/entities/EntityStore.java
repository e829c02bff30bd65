package com.nowinfinity.xpm.portal.entities;

import static com.nowinfinity.xpm.portal.entities.EntityDocuments.CLIENT;
import static com.nowinfinity.xpm.portal.entities.EntityDocuments.ENTITY;
import static com.nowinfinity.xpm.portal.entities.EntityDocuments.EVENT_ID;
import static com.nowinfinity.xpm.portal.entities.EntityDocuments.ID;
import static com.nowinfinity.xpm.portal.entities.EntityDocuments.OUTCOME;
import static com.nowinfinity.xpm.portal.entities.EntityDocuments.SYNC;
import static com.nowinfinity.xpm.portal.entities.EntityDocuments.TAKEN;
import static com.nowinfinity.xpm.portal.entities.EntityDocuments.TO_PUBLISH;
import static com.nowinfinity.xpm.portal.entities.EntityDocuments.UNPUBLISHED;
import static com.nowinfinity.xpm.portal.entities.EntityDocuments.VERSION;
import static com.nowinfinity.xpm.portal.entities.EntityDocuments.WAITING;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.portal.kept.Kept;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The entities in MongoDB: collection {@code entities}, {@code _id} {@code <businessId>/<entityId>}. */
final class EntityStore {

    private static final int REMEMBERED_TAKES = 50;
    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> entities;
    private final Kept<Known> known = new Kept<>();

    /** Of one business. */
    private record Known(List<EntityRow> rows, EntityCounts counts) {}

    EntityStore(MongoCollection<Document> entities) {
        this.entities = entities;
        entities.createIndex(new Document(WAITING, 1), new IndexOptions().sparse(true));
    }

    /** What a version before this one left unpublished does not stand in the index. */
    void findFormerUnpublished() {
        entities.updateMany(
                Filters.and(Filters.exists(UNPUBLISHED + ".0"), Filters.exists(WAITING, false)),
                Updates.set(WAITING, TO_PUBLISH));
    }

    Optional<Entity> find(String businessId, String entityId) {
        return Optional.ofNullable(entities.find(Filters.eq(ID, EntityDocuments.id(businessId, entityId)))
                        .first())
                .map(EntityDocuments::entity);
    }

    /** Entities of a business in the order of their ids. */
    List<Entity> page(String businessId, @Nullable String after, int limit) {
        Bson from = after == null
                ? Filters.gt(ID, businessId + "/")
                : Filters.gt(ID, EntityDocuments.id(businessId, after));
        return entities.find(Filters.and(from, Filters.lt(ID, end(businessId))))
                .sort(Sorts.ascending(ID))
                .limit(limit)
                .map(EntityDocuments::entity)
                .into(new ArrayList<>());
    }

    /** False when the entity is there already. */
    boolean insert(EntityChanged change, Entity entity) {
        try {
            entities.insertOne(EntityDocuments.first(change, entity));
            known.written();
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** Inserts what is not there yet. */
    void insertMissing(List<EntityChanged> changes) {
        List<Document> documents = changes.stream()
                .map(change -> EntityDocuments.first(change, change.getEntity()))
                .toList();
        try {
            entities.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                throw e;
            }
        } finally {
            known.written();
        }
    }

    /** False when the entity is no longer at the version that the change was based on. */
    boolean replace(EntityChanged change, Entity entity, long basedOn) {
        return replace(change, entity, basedOn, List.of());
    }

    /** As {@link #replace}, and remembers which event made it, so that its repetition makes nothing. */
    boolean take(EntityChanged change, Entity entity, long basedOn, String takenEventId) {
        return replace(
                change,
                entity,
                basedOn,
                List.of(Updates.pushEach(
                        TAKEN,
                        List.of(takenEventId),
                        new com.mongodb.client.model.PushOptions().slice(-REMEMBERED_TAKES))));
    }

    boolean hasTaken(String businessId, String entityId, String takenEventId) {
        Document found = entities.find(Filters.eq(ID, EntityDocuments.id(businessId, entityId)))
                .first();
        return found != null && found.getList(TAKEN, String.class, List.of()).contains(takenEventId);
    }

    private boolean replace(EntityChanged change, Entity entity, long basedOn, List<Bson> also) {
        // One plain document, by which the embedded server finds its helper index.
        Document at = new Document(ID, EntityDocuments.id(change.getBusinessId(), entity.getEntityId()))
                .append(VERSION, basedOn);
        List<Bson> updates = new ArrayList<>(also);
        updates.add(Updates.set(VERSION, entity.getVersion()));
        updates.add(Updates.set(ENTITY, new Document(JsonForm.of(entity))));
        updates.add(Updates.push(UNPUBLISHED, new Document(JsonForm.of(change))));
        updates.add(Updates.set(WAITING, TO_PUBLISH));
        boolean replaced = entities.updateOne(at, Updates.combine(updates)).getMatchedCount() == 1;
        known.written();
        return replaced;
    }

    List<EntityChanged> unpublished(int limit) {
        return entities
                .find(Filters.eq(WAITING, TO_PUBLISH))
                .limit(limit)
                .map(EntityDocuments::unpublished)
                .into(new ArrayList<>())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    boolean anyUnpublished(String businessId) {
        return entities.find(Filters.and(
                                Filters.eq(WAITING, TO_PUBLISH),
                                Filters.gt(ID, businessId + "/"),
                                Filters.lt(ID, end(businessId))))
                        .first()
                != null;
    }

    void published(List<EntityChanged> changes) {
        List<UpdateOneModel<Document>> writes = new ArrayList<>();
        for (EntityChanged change : changes) {
            String id = EntityDocuments.id(
                    change.getBusinessId(), change.getEntity().getEntityId());
            writes.add(new UpdateOneModel<>(
                    Filters.eq(ID, id), Updates.pull(UNPUBLISHED, new Document(EVENT_ID, change.getEventId()))));
            // Unless another one has come meanwhile.
            writes.add(new UpdateOneModel<>(
                    Filters.and(Filters.eq(ID, id), Filters.size(UNPUBLISHED, 0)), Updates.unset(WAITING)));
        }
        write(writes);
    }

    /** Notes how far XPM has got with entities; about one that the portal does not have, nothing. */
    void synced(List<EntitySynced> outcomes) {
        write(outcomes.stream().map(EntityStore::noted).toList());
    }

    private static UpdateOneModel<Document> noted(EntitySynced outcome) {
        Document sync = new Document(OUTCOME, outcome.getOutcome().name())
                .append(VERSION, outcome.getVersion())
                .append(
                        "reason",
                        outcome.getReason() == null ? null : outcome.getReason().getText())
                .append("at", outcome.getOccurredAt().toString());
        List<Bson> updates = new ArrayList<>(List.of(Updates.set(SYNC, sync)));
        if (outcome.getClientId() != null) {
            updates.add(Updates.set(CLIENT, outcome.getClientId()));
        }
        return new UpdateOneModel<>(
                Filters.eq(ID, EntityDocuments.id(outcome.getBusinessId(), outcome.getEntityId())),
                Updates.combine(updates));
    }

    void forgetXpm(String businessId) {
        entities.updateMany(
                Filters.and(Filters.gt(ID, businessId + "/"), Filters.lt(ID, end(businessId))),
                Updates.combine(Updates.unset(SYNC), Updates.unset(CLIENT), Updates.unset(TAKEN)));
        known.written();
    }

    private void write(List<? extends WriteModel<Document>> models) {
        if (!models.isEmpty()) {
            entities.bulkWrite(models, new BulkWriteOptions().ordered(true));
            known.written();
        }
    }

    /** What a business has, counted. */
    EntityCounts counts(String businessId) {
        return known.of(businessId, this::read).counts();
    }

    /** A business's entities as rows of a list, by name. */
    List<EntityRow> rows(String businessId) {
        return known.of(businessId, this::read).rows();
    }

    /** One query that reads only what is shown. */
    private Known read(String businessId) {
        List<EntityRow> rows = new ArrayList<>();
        long unpublished = 0;
        for (Document document : entities.find(
                        Filters.and(Filters.gt(ID, businessId + "/"), Filters.lt(ID, end(businessId))))
                .projection(new Document(EntityDocuments.OF_A_ROW).append(UNPUBLISHED + "." + EVENT_ID, 1))) {
            rows.add(EntityDocuments.row(document));
            unpublished +=
                    document.getList(UNPUBLISHED, Document.class, List.of()).size();
        }
        rows.sort(EntityRow.BY_NAME);
        return new Known(List.copyOf(rows), EntityCounts.of(rows, unpublished));
    }

    /** Rows of these, in no order. */
    List<EntityRow> rows(String businessId, Collection<String> entityIds) {
        List<String> ids = entityIds.stream()
                .map(entityId -> EntityDocuments.id(businessId, entityId))
                .toList();
        return entities.find(Filters.in(ID, ids))
                .projection(EntityDocuments.OF_A_ROW)
                .map(EntityDocuments::row)
                .into(new ArrayList<>());
    }

    private static String end(String businessId) {
        return businessId + "0"; // the character after the slash
    }
}
