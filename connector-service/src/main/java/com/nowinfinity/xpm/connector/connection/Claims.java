package com.nowinfinity.xpm.connector.connection;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.connector.business.Businesses;
import com.nowinfinity.xpm.connector.store.Failures;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import org.bson.Document;

/**
 * One organisation serves one business: each organisation in use is a document of this collection. A claim is made before
 * the business is saved and dropped after; one left over by a crash is told by its age and its business.
 */
final class Claims {

    private static final Duration UNUSED = Duration.ofMinutes(5);
    private static final String ID = "_id";
    private static final String BUSINESS = "businessId";
    private static final String AT = "at";

    private final MongoCollection<Document> collection;
    private final Businesses businesses;
    private final InstantSource clock;

    Claims(MongoDatabase database, Businesses businesses, InstantSource clock) {
        this.collection = database.getCollection("organisations");
        this.businesses = businesses;
        this.clock = clock;
    }

    /** False where the organisation serves another business. */
    boolean claim(String tenantId, String businessId) {
        while (true) {
            Document mine = claimOf(tenantId, businessId);
            Document holder = collection.find(new Document(ID, tenantId)).first();
            if (holder == null) {
                if (insert(mine)) {
                    return true;
                }
            } else if (!businessId.equals(holder.getString(BUSINESS)) && isInUse(tenantId, holder)) {
                return false;
            } else if (replace(holder, mine)) {
                return true;
            }
        }
    }

    /** False where somebody else was faster. One of ours is made fresh too, or another business could take it as unused. */
    private boolean replace(Document holder, Document mine) {
        return collection.replaceOne(holder, mine).getMatchedCount() == 1;
    }

    boolean isOfAnother(String tenantId, String businessId) {
        Document holder = collection.find(new Document(ID, tenantId)).first();
        return holder != null && !businessId.equals(holder.getString(BUSINESS));
    }

    void drop(String tenantId, String businessId) {
        collection.deleteOne(new Document(ID, tenantId).append(BUSINESS, businessId));
    }

    private boolean isInUse(String tenantId, Document holder) {
        Instant madeAt = holder.getDate(AT).toInstant();
        boolean fresh = madeAt.isAfter(clock.instant().minus(UNUSED));
        String user = businesses.load(holder.getString(BUSINESS)).connection().tenantId();
        return fresh || tenantId.equals(user);
    }

    private Document claimOf(String tenantId, String businessId) {
        return new Document(ID, tenantId).append(BUSINESS, businessId).append(AT, Date.from(clock.instant()));
    }

    private boolean insert(Document mine) {
        try {
            collection.insertOne(mine);
            return true;
        } catch (MongoWriteException e) {
            if (Failures.isDuplicate(e)) {
                return false;
            }
            throw e;
        }
    }
}
