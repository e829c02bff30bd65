package com.nowinfinity.xpm.connector.pushes;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.nowinfinity.xpm.connector.store.Failures;
import com.nowinfinity.xpm.connector.store.Forms;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.WorkPlanned;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Pushes, found by the id of their push or of an event that caused an outcome: {@code <businessId>/<pushId>}, the push's id
 * being made from the event's. A confirmation is an event of its own and so has a document for its outcomes. Every part
 * is set by itself, so that news may come twice and in any order.
 */
final class PushStore {

    private static final String ID = "_id";
    private static final String REQUEST = "request";
    private static final String EPOCH = "epoch";
    private static final String CONFIRMED = "confirmed";
    private static final String CONFIRMS = "confirms";
    private static final String MOVED = "moved";
    private static final String PLAN = "plan";
    private static final String FINAL = "final";
    private static final String PARKED = "parked";

    private final MongoCollection<Document> collection;

    PushStore(MongoDatabase database) {
        this.collection = database.getCollection("pushes");
    }

    /** Where it is there already, it stays as it is. */
    void add(PushRequested request, long epoch) {
        insert(new Document(ID, id(request.getBusinessId(), request.getPushId()))
                .append(REQUEST, Forms.of(request))
                .append(EPOCH, epoch));
    }

    /** A place for the outcomes of the confirmation. */
    void addConfirmation(String businessId, String confirmationId, String pushId) {
        insert(new Document(ID, id(businessId, confirmationId)).append(CONFIRMS, pushId));
    }

    void confirmed(String businessId, String pushId, String eventId) {
        set(businessId, pushId, CONFIRMED, eventId);
    }

    void planned(WorkPlanned plan) {
        set(plan.getBusinessId(), plan.getForId(), PLAN, Forms.of(plan));
    }

    void moved(String businessId, String pushId) {
        set(businessId, pushId, MOVED, true);
    }

    /** Outcomes of events that are no pushes find no document and change nothing. */
    void outcomes(List<EntitySynced> events) {
        List<UpdateOneModel<Document>> updates = events.stream()
                .flatMap(event -> event.getCausedBy().stream().map(cause -> outcome(event, cause)))
                .toList();
        if (!updates.isEmpty()) {
            collection.bulkWrite(updates, new BulkWriteOptions().ordered(false));
        }
    }

    private static UpdateOneModel<Document> outcome(EntitySynced event, String cause) {
        String part = Push.isFinal(event.getOutcome()) ? FINAL : PARKED;
        return new UpdateOneModel<>(
                new Document(ID, id(event.getBusinessId(), PushIds.ofEvent(event.getBusinessId(), cause))),
                new Document("$set", new Document(part + "." + Subject.of(event), Forms.of(event))),
                new UpdateOptions());
    }

    @Nullable
    Push find(String businessId, String pushId) {
        Document stored = document(businessId, pushId);
        if (stored == null || stored.containsKey(CONFIRMS)) {
            return null;
        }
        String confirmed = stored.getString(CONFIRMED);
        Document confirmation = confirmed == null ? null : document(businessId, PushIds.ofEvent(businessId, confirmed));
        return new Push(
                Forms.read(stored.get(REQUEST, Document.class), PushRequested.class),
                stored.getLong(EPOCH),
                confirmed,
                stored.getBoolean(MOVED, false),
                Forms.readOrNull(stored.get(PLAN, Document.class), WorkPlanned.class),
                outcomes(confirmation == null ? stored : confirmation));
    }

    private static Map<String, EntitySynced> outcomes(Document stored) {
        Map<String, EntitySynced> outcomes = new HashMap<>();
        for (String part : List.of(PARKED, FINAL)) {
            Document news = Objects.requireNonNullElseGet(stored.get(part, Document.class), Document::new);
            news.keySet()
                    .forEach(subject ->
                            outcomes.put(subject, Forms.read(news.get(subject, Document.class), EntitySynced.class)));
        }
        return outcomes;
    }

    private @Nullable Document document(String businessId, String pushId) {
        return collection.find(new Document(ID, id(businessId, pushId))).first();
    }

    private void set(String businessId, String pushId, String part, Object value) {
        collection.updateOne(new Document(ID, id(businessId, pushId)), new Document("$set", new Document(part, value)));
    }

    private void insert(Document document) {
        try {
            collection.insertOne(document);
        } catch (MongoWriteException e) {
            if (!Failures.isDuplicate(e)) {
                throw e;
            }
        }
    }

    private static String id(String businessId, String pushId) {
        return businessId + "/" + pushId;
    }
}
