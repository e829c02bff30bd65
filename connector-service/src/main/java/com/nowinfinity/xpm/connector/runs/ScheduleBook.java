package com.nowinfinity.xpm.connector.runs;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.connector.store.Failures;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/** Up to when each business's schedule has been kept: collection {@code schedules}, {@code _id} = business. */
final class ScheduleBook {

    private static final String ID = "_id";
    private static final String SCHEDULE = "schedule";
    private static final String KEPT = "kept";

    private final MongoCollection<Document> collection;

    ScheduleBook(MongoDatabase database) {
        this.collection = database.getCollection("schedules");
    }

    /** Up to when it is kept; a schedule that was not there before is kept up to now. */
    Instant kept(String businessId, Schedule schedule, Instant now) {
        Document known = collection.find(new Document(ID, businessId)).first();
        if (known == null) {
            insert(businessId, schedule, now);
            return now;
        }
        if (!schedule.expression().equals(known.getString(SCHEDULE))) {
            Document asRead = new Document(ID, businessId).append(SCHEDULE, known.getString(SCHEDULE));
            collection.replaceOne(asRead, document(businessId, schedule, now));
            return now;
        }
        return known.getDate(KEPT).toInstant();
    }

    /** Never goes back. */
    void keep(String businessId, Schedule schedule, Instant until) {
        Document earlier = new Document(ID, businessId)
                .append(SCHEDULE, schedule.expression())
                .append(KEPT, new Document("$lt", Date.from(until)));
        collection.updateOne(earlier, new Document("$set", new Document(KEPT, Date.from(until))));
    }

    private void insert(String businessId, Schedule schedule, Instant now) {
        try {
            collection.insertOne(document(businessId, schedule, now));
        } catch (MongoWriteException e) {
            if (!Failures.isDuplicate(e)) {
                throw e;
            }
        }
    }

    private static Document document(String businessId, Schedule schedule, Instant kept) {
        return new Document(ID, businessId)
                .append(SCHEDULE, schedule.expression())
                .append(KEPT, Date.from(kept));
    }
}
