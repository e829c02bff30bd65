package com.nowinfinity.xpm.portal.imports;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.nowinfinity.xpm.bus.Forgetting;
import com.nowinfinity.xpm.portal.entities.EntityRegister;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** Removes what came from XPM and from runs; the registers stay, which are the business's own. Collection {@code forgotten}: {@code _id} = business, and when. */
final class ForgottenBusinesses implements Forgetting {

    private static final String ID = "_id";
    private static final String AT = "at";
    private static final String MEMORY = "forgotten";

    private final MongoDatabase database;
    private final ImportStore imports;
    private final EntityRegister register;
    private final MongoCollection<Document> forgotten;

    ForgottenBusinesses(MongoDatabase database, ImportStore imports, EntityRegister register) {
        this.database = database;
        this.imports = imports;
        this.register = register;
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
        // '0' is what follows '/'.
        Document range = new Document("$gte", businessId + "/").append("$lt", businessId + "0");
        for (String name : List.of("connections", "lastRuns")) {
            MongoCollection<Document> collection = database.getCollection(name);
            collection.deleteOne(new Document(ID, businessId));
            collection.deleteMany(new Document(ID, range));
        }
        imports.forget(businessId);
        register.forgetXpm(businessId);
        forgotten.replaceOne(
                new Document(ID, businessId),
                new Document(ID, businessId).append(AT, Date.from(at)),
                new ReplaceOptions().upsert(true));
    }
}
