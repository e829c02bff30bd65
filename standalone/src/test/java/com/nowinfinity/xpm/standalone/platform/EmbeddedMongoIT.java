package com.nowinfinity.xpm.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
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
    void findsTheVersionOfADocumentWithoutAScan() {
        try (var server = EmbeddedMongo.start(folder, FreePort.any());
                var client = MongoClients.create(server.uri())) {
            var collection = collection(client);
            collection.insertOne(new Document("_id", "a").append("v", 1L));
            assertThat(collection.listIndexes())
                    .anySatisfy(index -> assertThat(index.get("key", Document.class))
                            .isEqualTo(new Document("_id", 1).append("v", 1)));
            var wrong = new Document("_id", "a").append("v", 2L);
            var right = new Document("_id", "a").append("v", 1L);
            assertThat(collection.replaceOne(wrong, new Document("v", 3L)).getModifiedCount())
                    .isZero();
            assertThat(collection.replaceOne(right, new Document("v", 2L)).getModifiedCount())
                    .isOne();
        }
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
