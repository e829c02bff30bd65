package com.nowinfinity.xpm.connector.business;

import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.connector.store.VersionedDocuments;
import java.util.List;
import org.bson.Document;

/** The collection of businesses. */
final class BusinessStore {

    private final VersionedDocuments<Business> documents;

    BusinessStore(MongoDatabase database) {
        this.documents = new VersionedDocuments<>(
                database.getCollection("businesses"), BusinessDocument::read, BusinessDocument::of, Business::v);
    }

    Business load(String businessId) {
        Business stored = documents.find(businessId);
        return stored == null ? Business.unseen(businessId) : stored;
    }

    /** False where somebody else wrote in between. */
    boolean save(Business before, Business after) {
        return before.v() == 0 ? documents.insert(after) : documents.replace(before, after);
    }

    /** Marks the event as out, unless a newer one has taken its place. */
    void published(String businessId, String eventId) {
        while (true) {
            Business before = load(businessId);
            Business marked = before.published(eventId);
            if (marked == null || save(before, marked)) {
                return;
            }
        }
    }

    List<String> scan(Document filter) {
        return documents.scan(filter);
    }
}
