package com.nowinfinity.xpm.report.intake;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.nowinfinity.xpm.bus.Forgetting;
import com.nowinfinity.xpm.report.storage.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** Removes what belongs to a business from every collection there is: all ids are {@link Key}s and begin with it. Collection {@code forgotten}: {@code _id} = business, and when. */
final class ForgottenBusinesses implements Forgetting {

    private static final String ID = "_id";
    private static final String AT = "at";
    private static final String MEMORY = "forgotten";

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
        String key = Key.of(businessId);
        for (String name : database.listCollectionNames().into(new ArrayList<>())) {
            if (!name.equals(MEMORY) && !name.startsWith("system.")) {
                MongoCollection<Document> collection = database.getCollection(name);
                collection.deleteOne(new Document(ID, key));
                collection.deleteMany(new Document(ID, Key.range(key)));
            }
        }
        forgotten.replaceOne(
                new Document(ID, businessId),
                new Document(ID, businessId).append(AT, Date.from(at)),
                new ReplaceOptions().upsert(true));
    }
}
