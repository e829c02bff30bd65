package com.nowinfinity.xpm.worker.actions;

import com.mongodb.client.MongoCollection;
import com.nowinfinity.xpm.events.ActionRequested;
import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.worker.mongo.Due;
import java.util.Optional;
import org.bson.Document;

/** The stored decisions: collection {@code actions}, {@code _id} = business/event. */
public final class Actions {

    private static final String ID = "_id";
    private static final String ASKED = "asked";

    private final MongoCollection<Document> collection;
    private final Due due;

    public Actions(MongoCollection<Document> collection) {
        this.collection = collection;
        this.due = new Due(collection);
    }

    /** Remembers a decision; one that is known stays as it is. */
    public void record(ActionRequested asked) {
        String id = asked.getBusinessId() + "/" + asked.getEventId();
        due.arrive(new Document(ID, id).append(ASKED, new Document(JsonForm.of(asked))));
    }

    /** A decision that is not carried out yet. */
    public Optional<ActionRequested> open(String businessId, String eventId) {
        return Optional.ofNullable(collection
                        .find(new Document(ID, businessId + "/" + eventId))
                        .first())
                .filter(found -> found.containsKey(Due.FIELD))
                .map(found -> JsonForm.readStored(found.get(ASKED, Document.class), ActionRequested.class));
    }

    public void done(String businessId, String eventId) {
        due.done(businessId + "/" + eventId);
    }

    public Due due() {
        return due;
    }
}
