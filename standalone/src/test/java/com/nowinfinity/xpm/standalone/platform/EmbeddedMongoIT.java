package com.nowinfinity.xpm.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedMongoIT {

    private static final int WRITERS = 4;
    private static final int DOCUMENTS_EACH = 50;
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void keepsEveryAcknowledgedWriteThroughAKill() throws Exception {
        var acknowledged = new ConcurrentHashMap<String, Integer>();
        int port = FreePort.any();
        var server = ServerMain.start("mongo", folder, port);
        try (var client = client(port)) {
            var killed = new AtomicBoolean();
            try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int writer = 0; writer < WRITERS; writer++) {
                    var prefix = "writer-" + writer + "/";
                    writers.execute(() -> write(collection(client), prefix, acknowledged, killed));
                }
                await().atMost(Duration.ofSeconds(60)).until(() -> total(acknowledged) > 3_000);
                server.destroyForcibly().waitFor();
                killed.set(true);
            }
        }

        try (var again = EmbeddedMongo.start(folder, FreePort.any());
                var client = MongoClients.create(again.uri())) {
            var collection = collection(client);
            acknowledged.forEach((id, version) -> {
                var found = collection.find(new Document("_id", id)).first();
                assertThat(found).as(id).isNotNull();
                int kept = found.getInteger("v");
                // The write under way at the kill may have come through without an answer.
                assertThat(kept).as(id).isBetween(version, version + 1);
                assertThat(collection.countDocuments(new Document("_id", id).append("v", kept)))
                        .isOne();
            });
        }
    }

    @Test
    void givesBackTheSpaceOfOverwrittenDocuments() throws Exception {
        try (var server = EmbeddedMongo.start(folder, FreePort.any());
                var client = MongoClients.create(server.uri())) {
            var collection = collection(client);
            var body = "x".repeat(2_000);
            for (int write = 0; write < 4_000; write++) {
                collection.replaceOne(
                        Filters.eq("_id", "entity-" + write % 200),
                        new Document("v", write).append("body", body),
                        new ReplaceOptions().upsert(true));
            }
            var file = folder.resolve("mongo.mv");
            await().atMost(Duration.ofSeconds(20)).until(() -> Files.size(file) < 20 * MEGABYTE);
            assertThat(collection.countDocuments()).isEqualTo(200);
        }
    }

    @Test
    void replacesADocumentOnlyAtTheVersionThatIsExpected() {
        try (var server = EmbeddedMongo.start(folder, FreePort.any());
                var client = MongoClients.create(server.uri())) {
            var collection = collection(client);
            collection.insertOne(new Document("_id", "a").append("v", 1L));
            var wrong = new Document("_id", "a").append("v", 2L);
            var right = new Document("_id", "a").append("v", 1L);
            assertThat(collection.replaceOne(wrong, new Document("v", 3L)).getModifiedCount())
                    .isZero();
            assertThat(collection.replaceOne(right, new Document("v", 2L)).getModifiedCount())
                    .isOne();
        }
    }

    @Test
    void findsRangesOfIdsAndOfIndexedFieldsInTheirOrder() {
        try (var server = EmbeddedMongo.start(folder, FreePort.any());
                var client = MongoClients.create(server.uri())) {
            var collection = collection(client);
            collection.createIndex(new Document("due", 1), new IndexOptions().sparse(true));
            for (var id : new String[] {"b/2", "a/9", "c/1", "b/10", "b/1", "b"}) {
                collection.insertOne(new Document("_id", id).append("due", "due-" + id));
            }
            collection.updateOne(Filters.eq("_id", "b/10"), Updates.unset("due"));
            collection.updateOne(Filters.eq("_id", "a/9"), Updates.set("due", "due-b/3"));
            collection.deleteOne(Filters.eq("_id", "b/2"));

            assertThat(ids(collection.find(Filters.and(Filters.gte("_id", "b/"), Filters.lt("_id", "b0")))))
                    .containsExactly("b/1", "b/10");
            var due = new Document("due", new Document("$gt", "due-b/1").append("$lt", "due-c/2"));
            assertThat(ids(collection.find(due).sort(new Document("due", 1)))).containsExactly("a/9", "c/1");
            assertThat(ids(collection.find(due).sort(new Document("due", 1)).limit(1)))
                    .containsExactly("a/9");
            assertThat(ids(collection.find(due).sort(new Document("due", -1)).limit(1)))
                    .containsExactly("c/1");
            assertThat(ids(collection.find(new Document("_id", new Document("$lt", "b/2")).append("due", "due-b/3"))))
                    .containsExactly("a/9");
        }
    }

    @Test
    void opensWhatAFormerVersionStored() {
        var values =
                new Document("text", "äß").append("list", List.of(1, 2L, 0.5)).append("none", null);
        int port = FreePort.any();
        var former = new MongoServer(new H2Backend(folder.resolve("mongo.mv").toString()));
        former.bind("127.0.0.1", port);
        try (var client = client(port)) {
            collection(client)
                    .insertOne(new Document(values).append("_id", "b/1").append("v", 1L));
            collection(client).insertOne(new Document("_id", "c/1").append("v", 1L));
        } finally {
            former.shutdown();
        }

        try (var server = EmbeddedMongo.start(folder, FreePort.any());
                var client = MongoClients.create(server.uri())) {
            var collection = collection(client);
            assertThat(collection.find(Filters.eq("_id", "b/1")).first()).containsAllEntriesOf(values);
            assertThat(ids(collection.find(Filters.gt("_id", "b/1")))).containsExactly("c/1");
            collection.updateOne(Filters.eq("_id", "b/1"), Updates.set("v", 2L));
        }
        try (var server = EmbeddedMongo.start(folder, FreePort.any());
                var client = MongoClients.create(server.uri())) {
            assertThat(collection(client).find(Filters.eq("_id", "b/1")).first())
                    .containsAllEntriesOf(values)
                    .containsEntry("v", 2L);
        }
    }

    private static List<String> ids(Iterable<Document> found) {
        return StreamSupport.stream(found.spliterator(), false)
                .map(document -> document.getString("_id"))
                .toList();
    }

    private static void write(
            MongoCollection<Document> collection,
            String prefix,
            Map<String, Integer> acknowledged,
            AtomicBoolean killed) {
        try {
            for (int version = 1; !killed.get(); version++) {
                for (int document = 0; document < DOCUMENTS_EACH; document++) {
                    var id = prefix + document;
                    if (version == 1) {
                        collection.insertOne(new Document("_id", id).append("v", 1));
                    } else {
                        var expected = new Document("_id", id).append("v", version - 1);
                        assertThat(collection
                                        .replaceOne(expected, new Document("v", version))
                                        .getModifiedCount())
                                .isOne();
                    }
                    acknowledged.put(id, version);
                }
            }
        } catch (MongoException serverGone) {
            // That is the point.
        }
    }

    private static int total(Map<String, Integer> acknowledged) {
        return acknowledged.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static MongoClient client(int port) {
        return MongoClients.create(
                "mongodb://127.0.0.1:%d/?retryWrites=false&serverSelectionTimeoutMS=20000".formatted(port));
    }

    private static MongoCollection<Document> collection(MongoClient client) {
        return client.getDatabase("sync-worker").getCollection("intents");
    }
}
