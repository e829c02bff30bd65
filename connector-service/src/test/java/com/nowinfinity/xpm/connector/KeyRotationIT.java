package com.nowinfinity.xpm.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.connector.secrets.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The key for secrets at rest is changed while the service runs, and the old one taken away. */
@UsesConnector
class KeyRotationIT {

    private static final String OLD = key(42, "GiAAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHw==");
    private static final String NEW = key(43, "GiAgAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHw==");

    private final TestConnector connector = TestConnector.shared();

    @Test
    void sealsEverythingAnewAndLosesNothing(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("keyset.json");
        Files.writeString(file, keyset(42, OLD));
        ConfigurableApplicationContext instance = connector.startWith(
                "--mongodb.database=connector-rotation", "--keyset=file:" + file, "--connector.keyset-interval=100ms");
        connector.endsLater(instance);
        URI uri = URI.create("http://localhost:" + instance.getEnvironment().getProperty("server.port"));
        Portal portal = new Portal(uri, connector.keys, connector.business().businessId());
        connect(portal, uri);
        portal.put("/entities/p-1/tax-file-number", "{'tfn': '123456782'}").expect(204);
        MongoDatabase database = instance.getBean(MongoDatabase.class);
        assertThat(keyIds(database, portal)).containsOnly(42);
        String token = token(portal, uri);
        // As a kill in the middle of a refresh leaves it.
        database.getCollection("businesses")
                .updateOne(
                        new Document("_id", portal.businessId()),
                        new Document("$set", new Document("grant.lease", "of-a-dead-process")));

        Files.writeString(file, "not a keyset");
        Files.writeString(file, keyset(43, OLD + "," + NEW));
        await().untilAsserted(() -> assertThat(keyIds(database, portal)).containsOnly(43));
        Files.writeString(file, keyset(43, NEW));

        // One that has never known the old key.
        ConfigurableApplicationContext fresh =
                connector.startWith("--mongodb.database=connector-rotation", "--keyset=file:" + file);
        connector.endsLater(fresh);
        URI other = URI.create("http://localhost:" + fresh.getEnvironment().getProperty("server.port"));

        assertThat(token(portal, other)).isEqualTo(token);
        String reference = portal.get("/entities/p-1/tax-file-number").text("/tfnReference");
        assertThat(internal(other, "GET", portal, "/tax-file-numbers/" + reference, "")
                        .text("/tfn"))
                .isEqualTo("123456782");
        portal.delete("/connection").expect(204);
    }

    @Test
    void losesNoRefreshThatIsUnderWayMeanwhile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("keyset.json");
        Files.writeString(file, keyset(42, OLD + "," + NEW));
        ConfigurableApplicationContext instance = connector.startWith(
                "--mongodb.database=connector-rotation", "--keyset=file:" + file, "--connector.keyset-interval=50ms");
        connector.endsLater(instance);
        URI uri = URI.create("http://localhost:" + instance.getEnvironment().getProperty("server.port"));
        Portal portal = new Portal(uri, connector.keys, connector.business().businessId());
        connect(portal, uri);
        portal.put("/entities/p-1/tax-file-number", "{'tfn': '123456782'}").expect(204);
        long epoch = portal.get("/connection").at("/epoch").asLong();
        AtomicBoolean enough = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> refreshes = threads.submit(() -> {
                int done = 0;
                for (String token = token(portal, uri); !enough.get(); done++) {
                    String body = "{'epoch': %d, 'rejected': '%s'}".formatted(epoch, new Secret(token).digest());
                    token = internal(uri, "POST", portal, "/access-token", body)
                            .expect(200)
                            .text("/accessToken");
                }
                return done;
            });
            MongoDatabase database = instance.getBean(MongoDatabase.class);
            for (int primary : new int[] {43, 42, 43, 42, 43}) {
                Files.writeString(file, keyset(primary, OLD + "," + NEW));
                await().untilAsserted(() -> assertThat(keyIds(database, portal)).containsOnly(primary));
            }
            enough.set(true);

            assertThat(refreshes.get()).isPositive();
        }
        assertThat(portal.get("/connection").text("/state")).isEqualTo("CONNECTED");
        portal.delete("/connection").expect(204);
    }

    private void connect(Portal portal, URI uri) {
        connector.consentAs("Olivia", List.of(connector.tenant(1)));
        Portal.Begun begun = portal.begin();
        URI callback = Portal.consent(begun.authorizationUri());
        Portal.callback(uri.resolve(callback.getRawPath() + "?" + callback.getRawQuery()), begun.cookie())
                .expect(303);
        // Other tests may have left the user with more than this one.
        portal.put("/connection/organisation", "{'tenantId': '%s'}".formatted(connector.tenant(1)))
                .expect(200);
    }

    /** Tink's prefix is 1 and the key's id. */
    private static List<Integer> keyIds(MongoDatabase database, Portal portal) {
        Document grant = Objects.requireNonNull(database.getCollection("businesses")
                        .find(new Document("_id", portal.businessId()))
                        .first())
                .get("grant", Document.class);
        Document number = Objects.requireNonNull(database.getCollection("taxFileNumbers")
                .find(new Document("businessId", portal.businessId()))
                .first());
        return List.of(keyId(grant, "access"), keyId(grant, "refresh"), keyId(number, "sealed"));
    }

    private static int keyId(Document document, String field) {
        return document.get(field, Binary.class).getData()[4];
    }

    private String token(Portal portal, URI uri) {
        String body =
                "{'epoch': %d}".formatted(portal.get("/connection").at("/epoch").asLong());
        return internal(uri, "POST", portal, "/access-token", body).expect(200).text("/accessToken");
    }

    private static Reply internal(URI uri, String method, Portal portal, String path, String json) {
        return TestConnector.internalAt(
                uri, method, "/internal/businesses/" + portal.businessId() + path, json, TestConnector.SECRET);
    }

    private static String keyset(int primary, String keys) {
        return "{\"primaryKeyId\": %d, \"key\": [%s]}".formatted(primary, keys);
    }

    private static String key(int id, String value) {
        return """
                {"keyId": %d, "status": "ENABLED", "outputPrefixType": "TINK", "keyData": {"keyMaterialType": "SYMMETRIC",
                 "typeUrl": "type.googleapis.com/google.crypto.tink.AesGcmKey", "value": "%s"}}""".formatted(id, value);
    }
}
