package com.nowinfinity.xpm.connector.taxnumbers;

import com.nowinfinity.xpm.connector.store.VersionedDocuments;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * An entity's number at rest.
 *
 * @param id {@code <businessId>/<digest of the entity's id>}
 * @param reference by which everybody else knows the number; another one for another number
 */
record StoredNumber(String id, long v, String businessId, String reference, String tail, Binary sealed) {

    static StoredNumber read(Document stored) {
        return new StoredNumber(
                stored.getString(VersionedDocuments.ID),
                stored.getLong(VersionedDocuments.V),
                stored.getString("businessId"),
                stored.getString("reference"),
                stored.getString("tail"),
                stored.get("sealed", Binary.class));
    }

    Document document() {
        return new Document(VersionedDocuments.ID, id)
                .append(VersionedDocuments.V, v)
                .append("businessId", businessId)
                .append("reference", reference)
                .append("tail", tail)
                .append("sealed", sealed);
    }

    StoredNumber resealed(byte[] anew) {
        return new StoredNumber(id, v + 1, businessId, reference, tail, new Binary(anew));
    }

    @Override
    public String toString() {
        return "StoredNumber[" + reference + "]";
    }
}
