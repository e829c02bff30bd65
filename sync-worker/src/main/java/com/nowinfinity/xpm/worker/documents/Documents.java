package com.nowinfinity.xpm.worker.documents;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import com.nowinfinity.xpm.events.DocumentCreated;
import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.worker.mongo.Due;
import com.nowinfinity.xpm.worker.mongo.Ranges;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** The stored documents: collection {@code documents}, {@code _id} = business/document; written by the business's owner. */
public final class Documents {

    private static final String ID = "_id";
    private static final String TOLD = "told";
    private static final String RECORDED = "recorded";
    private static final String ATTEMPTED_AT = "attemptedAt";
    private static final String SENT = "sent";

    private final MongoCollection<Document> collection;
    private final Due due;

    public Documents(MongoCollection<Document> collection) {
        this.collection = collection;
        this.due = new Due(collection);
    }

    /** Remembers a document; one that is known stays as it is. */
    public void record(DocumentCreated told) {
        due.arrive(write(new EntityDocument(told, false, null, null)));
    }

    public Optional<EntityDocument> find(String businessId, String documentId) {
        return Optional.ofNullable(collection
                        .find(new Document(ID, businessId + "/" + documentId))
                        .first())
                .map(Documents::read);
    }

    /** The documents of an entity, in the order of their ids. */
    public List<EntityDocument> of(String businessId, String entityId) {
        return collection
                .find(Ranges.ofBusiness(ID, businessId).append(TOLD + ".entityId", entityId))
                .sort(new Document(ID, 1))
                .map(Documents::read)
                .into(new ArrayList<>());
    }

    public Due due() {
        return due;
    }

    public void save(EntityDocument document) {
        Document stored = write(document);
        collection.replaceOne(new Document(ID, stored.getString(ID)), stored, new ReplaceOptions().upsert(true));
    }

    private static Document write(EntityDocument document) {
        String id = document.told().getBusinessId() + "/" + document.documentId();
        Document stored = new Document(ID, id)
                .append(TOLD, new Document(JsonForm.of(document.told())))
                .append(RECORDED, document.recorded())
                .append(ATTEMPTED_AT, document.attemptedAt() == null ? null : Date.from(document.attemptedAt()));
        if (!document.recorded()) {
            stored.append(Due.FIELD, id);
        }
        EntityDocument.Sent sent = document.sent();
        return sent == null
                ? stored
                : stored.append(
                        SENT,
                        new Document("tenantId", sent.tenantId())
                                .append("clientId", sent.clientId())
                                .append("pushEventId", sent.pushEventId()));
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
