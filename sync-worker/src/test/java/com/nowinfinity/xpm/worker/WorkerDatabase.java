package com.nowinfinity.xpm.worker;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.standalone.TestPlatform;
import com.nowinfinity.xpm.worker.actions.Actions;
import com.nowinfinity.xpm.worker.connections.Connections;
import com.nowinfinity.xpm.worker.dispatch.Stores;
import com.nowinfinity.xpm.worker.documents.Documents;
import com.nowinfinity.xpm.worker.intents.Intents;
import com.nowinfinity.xpm.worker.limits.Organisations;
import com.nowinfinity.xpm.worker.mirror.Mirror;
import com.nowinfinity.xpm.worker.mongo.MongoShelf;
import com.nowinfinity.xpm.worker.pushes.Pushes;
import com.nowinfinity.xpm.worker.runs.Runs;
import com.nowinfinity.xpm.worker.written.Written;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.bson.Document;

/** The database of a worker, looked into from beside it. */
record WorkerDatabase(String name) {

    /** What the worker's database keeps of a business, by collection. */
    Set<String> kept(String businessId) {
        Document ofBusiness = new Document("_id", new Document("$regex", "^" + businessId));
        try (MongoClient client = MongoClients.create(TestPlatform.shared().mongoUri())) {
            MongoDatabase left = client.getDatabase(name);
            Set<String> kept = new TreeSet<>();
            for (String collection : left.listCollectionNames()) {
                if (left.getCollection(collection).find(ofBusiness).first() != null) {
                    kept.add(collection);
                }
            }
            return kept;
        }
    }

    /** Everything that the worker has stored, as it lies there. */
    List<String> stored() {
        try (MongoClient client = MongoClients.create(TestPlatform.shared().mongoUri())) {
            MongoDatabase left = client.getDatabase(name);
            List<String> stored = new ArrayList<>();
            left.listCollectionNames()
                    .forEach(collection ->
                            left.getCollection(collection).find().forEach(document -> stored.add(document.toJson())));
            return stored;
        }
    }

    /** The worker's own stores, to leave behind what a worker that was killed leaves behind. */
    <T> T inStores(Function<Stores, T> action) {
        try (MongoClient client = MongoClients.create(TestPlatform.shared().mongoUri())) {
            MongoDatabase left = client.getDatabase(name);
            return action.apply(new Stores(
                    new Connections(new MongoShelf(left.getCollection("connections"))),
                    new Intents(new MongoShelf(left.getCollection("intents"))),
                    new Documents(new MongoShelf(left.getCollection("documents"))),
                    new Pushes(new MongoShelf(left.getCollection("pushes"))),
                    new Runs(new MongoShelf(left.getCollection("runs"))),
                    new Actions(new MongoShelf(left.getCollection("actions"))),
                    new Mirror(new MongoShelf(left.getCollection("mirror")), Instant::now),
                    new Organisations(new MongoShelf(left.getCollection("organisations"))),
                    new Written(
                            new MongoShelf(left.getCollection("written")),
                            new MongoShelf(left.getCollection("trials")))));
        }
    }
}
