package com.nowinfinity.xpm.worker.intents;

import static com.nowinfinity.xpm.worker.intents.IntentDocument.ID;
import static com.nowinfinity.xpm.worker.intents.IntentDocument.PENDING;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.worker.mongo.Due;
import com.nowinfinity.xpm.worker.mongo.Ranges;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bson.Document;

/** The stored intents: collection {@code intents}, one document for each entity, {@code _id} = business/entity. */
public final class Intents {

    private final Shelf shelf;
    private final Due due;

    public Intents(Shelf shelf) {
        this.shelf = shelf;
        this.due = new Due(shelf);
    }

    /**
     * Writes the changes into their intents. Commutes and repeats without harm, so a redelivered batch changes nothing
     * and the order of batches does not matter.
     */
    public void record(List<EntityChanged> changes) {
        List<Shelf.Merge> writes = new ArrayList<>(changes.size());
        for (EntityChanged change : changes) {
            Entity entity = change.getEntity();
            String id = IntentDocument.id(change.getBusinessId(), entity.getEntityId());
            String place = PENDING + "." + entity.getVersion() + "." + change.getEventId();
            writes.add(new Shelf.Merge(id, new Document(place, IntentDocument.form(change)).append(Due.FIELD, id)));
        }
        shelf.merge(writes);
    }

    /** The intent; an unwritten one for an entity that nobody has spoken of. */
    public Intent find(String businessId, String entityId) {
        return shelf.find(IntentDocument.id(businessId, entityId))
                .map(IntentDocument::read)
                .orElseGet(() -> Intent.unknown(businessId, entityId));
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
        shelf.scan(Ranges.ofBusiness(ID, businessId), found -> sink.accept(IntentDocument.read(found)));
    }

    /** The entities for which there is something to do. */
    public Due due() {
        return due;
    }

    private boolean replace(Intent before, Intent after) {
        Document document = IntentDocument.write(after);
        document.put(Shelf.REVISION, before.revision() + 1);
        return before.revision() == 0 ? shelf.insert(document) : shelf.replace(document, before.revision());
    }
}
