package com.nowinfinity.xpm.worker.actions;

import com.nowinfinity.xpm.events.ActionRequested;
import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.worker.mongo.Due;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import java.util.Optional;
import org.bson.Document;

/** The stored decisions: collection {@code actions}, {@code _id} = business/event. */
public final class Actions {

    private static final String ID = "_id";
    private static final String ASKED = "asked";

    private final Shelf shelf;
    private final Due due;

    public Actions(Shelf shelf) {
        this.shelf = shelf;
        this.due = new Due(shelf);
    }

    /** Remembers a decision; one that is known stays as it is. */
    public void record(ActionRequested asked) {
        String id = asked.getBusinessId() + "/" + asked.getEventId();
        due.arrive(new Document(ID, id).append(ASKED, new Document(JsonForm.of(asked))));
    }

    /** A decision that is not carried out yet. */
    public Optional<ActionRequested> open(String businessId, String eventId) {
        return shelf.find(businessId + "/" + eventId)
                .filter(found -> found.containsKey(Due.FIELD))
                .map(found -> JsonForm.readStored(found.get(ASKED, Document.class), ActionRequested.class));
    }

    /** A decision, carried out or not. */
    public Optional<ActionRequested> find(String businessId, String eventId) {
        return shelf.find(businessId + "/" + eventId)
                .map(found -> JsonForm.readStored(found.get(ASKED, Document.class), ActionRequested.class));
    }

    public void done(String businessId, String eventId) {
        due.done(businessId + "/" + eventId);
    }

    public Due due() {
        return due;
    }
}
