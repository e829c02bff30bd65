package com.nowinfinity.xpm.worker.documents;

import com.nowinfinity.xpm.events.DocumentCreated;
import com.nowinfinity.xpm.worker.mongo.Due;
import com.nowinfinity.xpm.worker.mongo.Ranges;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;

/**
 * The stored documents: collection {@code documents}, {@code _id} = business/document. Every change is a step on the
 * newest state, stored by comparing and setting its revision: a push may want a document while another is being sent.
 */
public final class Documents {

    private static final String ID = "_id";
    private static final String TOLD = "told";

    private final Shelf shelf;
    private final Due due;

    public Documents(Shelf shelf) {
        this.shelf = shelf;
        this.due = new Due(shelf);
    }

    /**
     * Remembers a document; the same event once more changes nothing. Of several events about the same document the one
     * that happened last counts, whatever the order they come in.
     */
    public void record(DocumentCreated told) {
        Document first = DocumentForm.write(EntityDocument.of(told)).append(Shelf.REVISION, 1L);
        if (due.arrive(first)) {
            return;
        }
        update(told.getBusinessId(), told.getDocumentId(), known -> known.hearing(told));
    }

    public Optional<EntityDocument> find(String businessId, String documentId) {
        return shelf.find(id(businessId, documentId)).map(DocumentForm::read);
    }

    /** The documents of an entity, in the order of their ids. */
    public List<EntityDocument> of(String businessId, String entityId) {
        List<EntityDocument> found = new ArrayList<>();
        shelf.scan(
                Ranges.ofBusiness(ID, businessId).append(TOLD + ".entityId", entityId),
                document -> found.add(DocumentForm.read(document)));
        return found;
    }

    public Due due() {
        return due;
    }

    /** Takes the step on the newest state; it may be taken more than once. Nothing happens to an unknown document. */
    public void update(String businessId, String documentId, UnaryOperator<EntityDocument> step) {
        String id = id(businessId, documentId);
        while (true) {
            Document stored = shelf.find(id).orElse(null);
            if (stored == null) {
                return;
            }
            EntityDocument before = DocumentForm.read(stored);
            EntityDocument after = step.apply(before);
            if (after.equals(before) || replace(stored, after)) {
                return;
            }
        }
    }

    private boolean replace(Document stored, EntityDocument after) {
        Long revision = stored.getLong(Shelf.REVISION);
        if (revision == null) {
            // From before revisions were kept.
            shelf.changeIf(
                    new Document(ID, stored.getString(ID)).append(Shelf.REVISION, null),
                    new Document(Shelf.REVISION, 1L));
            return false;
        }
        Document next = DocumentForm.write(after).append(Shelf.REVISION, revision + 1);
        if (after.isDue()) {
            next.append(Due.FIELD, stored.getString(ID));
        }
        return shelf.replace(next, revision);
    }

    private static String id(String businessId, String documentId) {
        return businessId + "/" + documentId;
    }
}
