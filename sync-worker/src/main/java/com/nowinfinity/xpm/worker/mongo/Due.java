package com.nowinfinity.xpm.worker.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;

/**
 * What is not done, in a collection whose documents carry their own id in the field {@code due} until they are. Only
 * read at a take-over; from then on the owner keeps the schedule in memory.
 */
public final class Due {

    public static final String FIELD = "due";

    private static final String ID = "_id";

    private final MongoCollection<Document> collection;

    public Due(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** Stores a new document that is due; false, and nothing changed, when its id is known. */
    public boolean arrive(Document document) {
        try {
            collection.insertOne(document.append(FIELD, document.getString(ID)));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** The ids within a business of what is due. */
    public List<String> of(String businessId) {
        return collection
                .find(Ranges.ofBusiness(FIELD, businessId))
                .projection(new Document(ID, 1))
                .map(found -> found.getString(ID).substring(businessId.length() + 1))
                .into(new ArrayList<>());
    }

    public Set<String> businesses() {
        Set<String> businesses = new TreeSet<>();
        collection
                .find(new Document(FIELD, new Document("$gt", "")))
                .projection(new Document(ID, 1))
                .forEach(found -> businesses.add(
                        found.getString(ID).substring(0, found.getString(ID).indexOf('/'))));
        return businesses;
    }

    public void done(String id) {
        collection.updateOne(new Document(ID, id), new Document("$unset", new Document(FIELD, "")));
    }
}
