package com.nowinfinity.xpm.connector.pushes;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.nowinfinity.xpm.connector.store.Forms;
import com.nowinfinity.xpm.events.WorkPlanned;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Plans that wait for a person's word, one document for each business: outcomes ask it which plans they overtake. */
final class OpenPlans {

    private static final String ID = "_id";
    private static final String PLANS = "plans";

    private final MongoCollection<Document> collection;

    OpenPlans(MongoDatabase database) {
        this.collection = database.getCollection("open-plans");
    }

    void open(WorkPlanned plan) {
        collection.updateOne(
                new Document(ID, plan.getBusinessId()),
                new Document("$set", new Document(PLANS + "." + plan.getForId(), Forms.of(plan))),
                new UpdateOptions().upsert(true));
    }

    void close(String businessId, String pushId) {
        collection.updateOne(
                new Document(ID, businessId), new Document("$unset", new Document(PLANS + "." + pushId, "")));
    }

    List<WorkPlanned> of(String businessId) {
        Document stored = collection.find(new Document(ID, businessId)).first();
        Document plans = stored == null ? null : stored.get(PLANS, Document.class);
        List<WorkPlanned> open = new ArrayList<>();
        if (plans != null) {
            plans.keySet().forEach(id -> open.add(Forms.read(plans.get(id, Document.class), WorkPlanned.class)));
        }
        return open;
    }
}
