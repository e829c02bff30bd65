package com.nowinfinity.xpm.worker.intents;

import static com.nowinfinity.xpm.worker.intents.IntentDocument.ID;
import static com.nowinfinity.xpm.worker.intents.IntentDocument.PENDING;
import static com.nowinfinity.xpm.worker.intents.IntentDocument.REVISION;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.worker.mongo.Due;
import com.nowinfinity.xpm.worker.mongo.Ranges;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bson.Document;

/** The stored intents: collection {@code intents}, one document for each entity, {@code _id} = business/entity. */
public final class Intents {

    private final MongoCollection<Document> collection;
    private final Due due;

    public Intents(MongoCollection<Document> collection) {
        this.collection = collection;
        this.due = new Due(collection);
    }

    /**
     * Writes the changes into their intents. Commutes and repeats without harm, so a redelivered batch changes nothing
     * and the order of batches does not matter.
     */
    public void record(List<EntityChanged> changes) {
        List<WriteModel<Document>> writes = new ArrayList<>(changes.size());
        for (EntityChanged change : changes) {
            Entity entity = change.getEntity();
            String id = IntentDocument.id(change.getBusinessId(), entity.getEntityId());
            String place = PENDING + "." + entity.getVersion() + "." + change.getEventId();
            writes.add(new UpdateOneModel<>(
                    new Document(ID, id),
                    new Document("$set", new Document(place, IntentDocument.form(change)).append(Due.FIELD, id))
                            .append("$inc", new Document(REVISION, 1L)),
                    new UpdateOptions().upsert(true)));
        }
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    /** The intent; an unwritten one for an entity that nobody has spoken of. */
    public Intent find(String businessId, String entityId) {
        Document found = collection
                .find(new Document(ID, IntentDocument.id(businessId, entityId)))
                .first();
        return found == null ? Intent.unknown(businessId, entityId) : IntentDocument.read(found);
    }

    /** Applies a step to the newest state and stores it; the step may be applied more than once, so it must be pure. */
    public Intent update(String businessId, String entityId, UnaryOperator<Intent> step) {
        while (true) {
            Intent before = find(businessId, entityId);
            Intent after = step.apply(before);
            if (after.equals(before) || replace(before, after)) {
                return after;
            }
        }
    }

    /** As {@link #update}, starting from a state that was read before, which is likely still the newest. */
    public Intent update(Intent known, UnaryOperator<Intent> step) {
        Intent after = step.apply(known);
        return after.equals(known) || replace(known, after)
                ? after
                : update(known.businessId(), known.entityId(), step);
    }

    /** Hands over every intent of a business, in no order. */
    public void forEach(String businessId, Consumer<Intent> sink) {
        collection.find(Ranges.ofBusiness(ID, businessId)).forEach(found -> sink.accept(IntentDocument.read(found)));
    }

    /** The entities for which there is something to do. */
    public Due due() {
        return due;
    }

    private boolean replace(Intent before, Intent after) {
        Document document = IntentDocument.write(after);
        document.put(REVISION, before.revision() + 1);
        if (before.revision() == 0) {
            return insert(document);
        }
        Document expected = new Document(ID, document.getString(ID)).append(REVISION, before.revision());
        return collection.replaceOne(expected, document).getMatchedCount() == 1;
    }

    private boolean insert(Document document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }
}
