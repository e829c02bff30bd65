package com.nowinfinity.xpm.worker.actions;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.nowinfinity.xpm.events.ActionRequested;
import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.worker.mongo.Ranges;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** The stored decisions: collection {@code actions}, {@code _id} = business/event. */
public final class Actions {

    private static final String ID = "_id";
    private static final String ASKED = "asked";
    private static final String DUE = "due";

    private final MongoCollection<Document> collection;

    public Actions(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** Remembers a decision; one that is known stays as it is. */
    public void record(ActionRequested asked) {
        String id = asked.getBusinessId() + "/" + asked.getEventId();
        try {
            collection.insertOne(new Document(ID, id)
                    .append(ASKED, new Document(JsonForm.of(asked)))
                    .append(DUE, id));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    /** A decision that is not carried out yet. */
    public Optional<ActionRequested> open(String businessId, String eventId) {
        return Optional.ofNullable(collection
                        .find(new Document(ID, businessId + "/" + eventId))
                        .first())
                .filter(found -> found.containsKey(DUE))
                .map(found -> JsonForm.readStored(found.get(ASKED, Document.class), ActionRequested.class));
    }

    public void done(String businessId, String eventId) {
        collection.updateOne(
                new Document(ID, businessId + "/" + eventId), new Document("$unset", new Document(DUE, "")));
    }

    public List<String> due(String businessId) {
        return collection
                .find(Ranges.ofBusiness(DUE, businessId))
                .projection(new Document(ID, 1))
                .map(found -> found.getString(ID).substring(businessId.length() + 1))
                .into(new ArrayList<>());
    }
}
