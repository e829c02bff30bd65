package com.nowinfinity.xpm.notification.intake;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.nowinfinity.xpm.bus.Forgetting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** Removes what belongs to a business from every collection there is. Collection {@code forgotten}: {@code _id} = business, and when. */
final class ForgottenBusinesses implements Forgetting {

    private static final String ID = "_id";
    private static final String AT = "at";
    private static final String BUSINESS = "business";
    private static final String MEMORY = "forgotten";
    /** Whether a person wants mail is hers, whichever business she works for. */
    private static final String OF_PEOPLE = "mail-choices";

    private final MongoDatabase database;
    private final MongoCollection<Document> forgotten;

    ForgottenBusinesses(MongoDatabase database) {
        this.database = database;
        this.forgotten = database.getCollection(MEMORY);
    }

    @Override
    public Map<String, Instant> forgottenAt(Set<String> businessIds) {
        Map<String, Instant> times = new HashMap<>();
        forgotten
                .find(new Document(ID, new Document("$in", new ArrayList<>(businessIds))))
                .forEach(found ->
                        times.put(found.getString(ID), found.getDate(AT).toInstant()));
        return times;
    }

    @Override
    public void forget(String businessId, Instant at) {
        // As ids of notices and of read marks begin; '0' is what follows '/'.
        String key = businessId.replace("%", "%25").replace("/", "%2F");
        Document range = new Document("$gte", key + "/").append("$lt", key + "0");
        for (String name : database.listCollectionNames().into(new ArrayList<>())) {
            if (!name.startsWith("system.") && !name.equals(OF_PEOPLE) && !name.equals(MEMORY)) {
                MongoCollection<Document> collection = database.getCollection(name);
                collection.deleteOne(new Document(ID, businessId));
                collection.deleteMany(new Document(ID, range));
                collection.deleteMany(new Document(BUSINESS, businessId));
            }
        }
        forgotten.replaceOne(
                new Document(ID, businessId),
                new Document(ID, businessId).append(AT, Date.from(at)),
                new ReplaceOptions().upsert(true));
    }
}
