package com.nowinfinity.xpm.worker.documents;

import com.nowinfinity.xpm.events.DocumentCreated;
import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.worker.mongo.Due;
import com.nowinfinity.xpm.worker.mongo.Ranges;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The stored documents: collection {@code documents}, {@code _id} = business/document; written by the business's owner. */
public final class Documents {

    private static final String ID = "_id";
    private static final String TOLD = "told";
    private static final String RECORDED = "recorded";
    private static final String ATTEMPTED_AT = "attemptedAt";
    private static final String SENT = "sent";

    private final Shelf shelf;
    private final Due due;

    public Documents(Shelf shelf) {
        this.shelf = shelf;
        this.due = new Due(shelf);
    }

    /**
     * Remembers a document; the same event once more changes nothing. Another event about the same document takes its
     * place, once the first has been told.
     */
    public void record(DocumentCreated told) {
        if (due.arrive(write(new EntityDocument(told, false, null, null)))) {
            return;
        }
        String id = id(told.getBusinessId(), told.getDocumentId());
        EntityDocument known = shelf.find(id).map(Documents::read).orElseThrow();
        if (known.told().getEventId().equals(told.getEventId())) {
            return;
        }
        if (!known.recorded()) {
            throw new IllegalStateException("The document's first event is not told yet; the second one comes again.");
        }
        set(
                id,
                new Document(TOLD, new Document(JsonForm.of(told)))
                        .append(RECORDED, false)
                        .append(Due.FIELD, id));
    }

    public Optional<EntityDocument> find(String businessId, String documentId) {
        return shelf.find(businessId + "/" + documentId).map(Documents::read);
    }

    /** The documents of an entity, in the order of their ids. */
    public List<EntityDocument> of(String businessId, String entityId) {
        List<EntityDocument> documents = new ArrayList<>();
        shelf.scan(
                Ranges.ofBusiness(ID, businessId).append(TOLD + ".entityId", entityId),
                found -> documents.add(read(found)));
        return documents;
    }

    public Due due() {
        return due;
    }

    /** Each step sets its own fields, so that two of them can go on at the same time. */
    public void recorded(EntityDocument document) {
        String id = id(document.told().getBusinessId(), document.documentId());
        set(id, new Document(RECORDED, true));
        due.done(id);
    }

    /** @param at when sending began; null when it is known to have come to nothing */
    public void attempted(EntityDocument document, @Nullable Instant at) {
        set(
                id(document.told().getBusinessId(), document.documentId()),
                new Document(ATTEMPTED_AT, at == null ? null : Date.from(at)));
    }

    public void sent(EntityDocument document, EntityDocument.Sent there) {
        set(
                id(document.told().getBusinessId(), document.documentId()),
                new Document(SENT, write(there)).append(ATTEMPTED_AT, null));
    }

    private void set(String id, Document fields) {
        shelf.set(id, fields);
    }

    private static String id(String businessId, String documentId) {
        return businessId + "/" + documentId;
    }

    private static Document write(EntityDocument.Sent sent) {
        return new Document("tenantId", sent.tenantId())
                .append("clientId", sent.clientId())
                .append("pushEventId", sent.pushEventId());
    }

    private static Document write(EntityDocument document) {
        String id = id(document.told().getBusinessId(), document.documentId());
        return new Document(ID, id)
                .append(TOLD, new Document(JsonForm.of(document.told())))
                .append(RECORDED, document.recorded());
    }

    private static EntityDocument read(Document stored) {
        Date attemptedAt = stored.getDate(ATTEMPTED_AT);
        Document sent = stored.get(SENT, Document.class);
        return new EntityDocument(
                JsonForm.readStored(stored.get(TOLD, Document.class), DocumentCreated.class),
                stored.getBoolean(RECORDED),
                attemptedAt == null ? null : attemptedAt.toInstant(),
                sent == null
                        ? null
                        : new EntityDocument.Sent(
                                sent.getString("tenantId"), sent.getString("clientId"), sent.getString("pushEventId")));
    }
}
