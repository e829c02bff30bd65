package com.nowinfinity.xpm.worker.wiring;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.nowinfinity.xpm.bus.Forgetting;
import com.nowinfinity.xpm.worker.dispatch.Dispatcher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/**
 * Stops all work for a business and removes what is kept of it. Its connection and its quotas stay, which hold nothing
 * but ids and numbers: who owns it and what it has used of XPM's limits must not begin anew. Collection {@code
 * forgotten}: {@code _id} = business, and when.
 */
final class ForgottenBusinesses implements Forgetting {

    private static final String ID = "_id";
    private static final String AT = "at";
    private static final List<String> COLLECTIONS =
            List.of("intents", "documents", "pushes", "runs", "actions", "mirror", "written", "trials", "events");

    private final MongoDatabase database;
    private final MongoCollection<Document> forgotten;
    private final Dispatcher dispatcher;

    ForgottenBusinesses(MongoDatabase database, Dispatcher dispatcher) {
        this.database = database;
        this.forgotten = database.getCollection("forgotten");
        this.dispatcher = dispatcher;
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
        dispatcher.forget(businessId, () -> remove(businessId));
        forgotten.replaceOne(
                new Document(ID, businessId),
                new Document(ID, businessId).append(AT, Date.from(at)),
                new ReplaceOptions().upsert(true));
    }

    private void remove(String businessId) {
        // '0' is what follows '/'.
        Document range = new Document("$gte", businessId + "/").append("$lt", businessId + "0");
        for (String name : COLLECTIONS) {
            database.getCollection(name).deleteMany(new Document(ID, range));
        }
    }
}
