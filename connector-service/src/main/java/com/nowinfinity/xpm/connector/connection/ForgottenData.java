package com.nowinfinity.xpm.connector.connection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.bus.Forgetting;
import com.nowinfinity.xpm.connector.business.Businesses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/**
 * Everything of a business in this service's database. Of itself its document alone stays, without data: its epoch must
 * go on where it was, its grants be closed at Xero, and whoever comes later be told that it was forgotten.
 */
public final class ForgottenData implements Forgetting {

    private static final String ID = "_id";
    private static final String BUSINESS = "businessId";
    private static final String STAYS = "businesses";

    private final MongoDatabase database;
    private final Businesses businesses;

    ForgottenData(MongoDatabase database, Businesses businesses) {
        this.database = database;
        this.businesses = businesses;
    }

    @Override
    public Map<String, Instant> forgottenAt(Set<String> businessIds) {
        return businesses.forgotten(businessIds);
    }

    @Override
    public void forget(String businessId, Instant at) {
        remove(businessId);
    }

    void remove(String businessId) {
        for (String name : database.listCollectionNames().into(new ArrayList<>())) {
            if (!name.equals(STAYS) && !name.startsWith("system.")) {
                MongoCollection<Document> collection = database.getCollection(name);
                collection.deleteOne(new Document(ID, businessId));
                // '0' is what follows '/'.
                Document range = new Document("$gte", businessId + "/").append("$lt", businessId + "0");
                collection.deleteMany(new Document(ID, range));
                collection.deleteMany(new Document(BUSINESS, businessId));
            }
        }
    }
}
