package com.nowinfinity.xpm.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.nowinfinity.xpm.connector.secrets.Secret;
import com.nowinfinity.xpm.standalone.TestPlatform;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Secrets are driven through every failure that can be reached, and then searched for wherever anything is written. */
@UsesConnector
class CanaryIT {

    private static final String TFN = "876543210";
    private static final String WRONG_TFN = "987654329";
    private static final Pattern SENT = Pattern.compile("(?:^|[&?])(?:code|refresh_token|code_verifier|token)=([^&]+)");

    private final TestConnector connector = TestConnector.shared();
    private final Portal portal = connector.business();
    private final Logger root = (Logger) LoggerFactory.getLogger("ROOT");
    private final Logger ours = (Logger) LoggerFactory.getLogger("com.nowinfinity");
    private final Level rootBefore = root.getLevel();
    private final Level oursBefore = ours.getLevel();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Set<String> canaries = new LinkedHashSet<>();
    private final List<String> answers = new ArrayList<>();

    @BeforeEach
    void listen() {
        connector.gateway.forget();
        root.setLevel(Level.INFO);
        ours.setLevel(Level.TRACE);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
        root.setLevel(rootBefore);
        ours.setLevel(oursBefore);
        connector.gateway.forget();
        portal.delete("/connection");
    }

    @Test
    void findsNoSecretInLogsTopicsAnswersMetricsOrTheDatabase() {
        canaries.addAll(List.of("app-secret", TestConnector.SECRET, "GiAAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHw"));
        canaries.addAll(List.of(TFN, WRONG_TFN));
        connectAndFailAtIt();
        refreshAndFailAtIt();
        handInNumbers();
        knockAtDoors();
        Matcher sent = SENT.matcher(String.join("\n", connector.gateway.forms()));
        while (sent.find()) {
            canaries.add(URLDecoder.decode(sent.group(1), UTF_8));
        }

        assertThat(canaries).as("tokens, codes and verifiers were sent").hasSizeGreaterThan(8);
        for (ILoggingEvent event : List.copyOf(log.list)) {
            String stack =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            assertNone("log", event.getFormattedMessage() + " " + stack);
        }
        answers.forEach(answer -> assertNone("answer", answer));
        for (String collection : connector.database().listCollectionNames()) {
            for (Document document :
                    connector.database().getCollection(collection).find()) {
                assertNone(collection, document.toJson());
            }
        }
        records().forEach(record -> assertNone("topic", record));
        String port = connector.context.getEnvironment().getRequiredProperty("local.management.port");
        assertNone(
                "metrics",
                Portal.exchange(
                                "GET",
                                URI.create("http://localhost:" + port + "/actuator/prometheus"),
                                BodyPublishers.noBody(),
                                Map.of())
                        .expect(200)
                        .response()
                        .body());
    }

    private void connectAndFailAtIt() {
        connector.consentAs("Olivia", List.of(connector.tenant(0)));
        for (TokenGateway.Fault fault : List.of(
                new TokenGateway.Fault(500, "<html>no</html>"),
                new TokenGateway.Fault(400, "{\"error\": \"invalid_grant\"}"),
                new TokenGateway.Fault(0, ""),
                new TokenGateway.Fault(200, "{\"access_token\": 7"))) {
            connector.gateway.next(fault.status(), fault.body());
            comeBack(portal.begin());
        }
        Portal.Begun begun = portal.begin();
        canaries.add(begun.cookie().substring("xero_flow=".length()));
        comeBack(begun);
        answers.add(portal.get("/connection").response().body());
        portal.put("/connection/organisation", "{'tenantId': '%s'}".formatted(connector.tenant(0)));
    }

    private void comeBack(Portal.Begun begun) {
        Reply reply = Portal.callback(Portal.consent(begun.authorizationUri()), begun.cookie());
        answers.add(reply.response().headers().map() + reply.response().body());
    }

    private void refreshAndFailAtIt() {
        String token =
                internal("access-token", "{'epoch': %d}".formatted(epoch())).text("/accessToken");
        canaries.add(token);
        String again = "{'epoch': %d, 'rejected': '%s'}".formatted(epoch(), new Secret(token).digest());
        for (TokenGateway.Fault fault : List.of(
                new TokenGateway.Fault(503, "no"),
                new TokenGateway.Fault(0, ""),
                new TokenGateway.Fault(
                        200, "{\"access_token\": \"a b\", \"token_type\": \"Bearer\", \"expires_in\": 9}"),
                new TokenGateway.Fault(400, "{\"error\": \"invalid_grant\"}"),
                new TokenGateway.Fault(400, "{\"error\": \"invalid_grant\"}"))) {
            connector.gateway.next(fault.status(), fault.body());
            answers.add(internal("access-token", again).response().body());
            connector
                    .database()
                    .getCollection("businesses")
                    .updateOne(
                            new Document("_id", portal.businessId()).append("grant.failure", new Document("$ne", null)),
                            new Document("$set", new Document("grant.failure.retryAt", Date.from(Instant.EPOCH))));
        }
    }

    private void handInNumbers() {
        for (String body : List.of(
                "{'tfn': '%s'}".formatted(TFN),
                "{'tfn': '%s'}".formatted(WRONG_TFN),
                "{'tfn': %s}".formatted(TFN),
                "{'tfn': '%s'".formatted(TFN),
                "{'tfn': '%s', 'tfn': '%s'}".formatted(TFN, TFN),
                "{'tfn': ['%s']}".formatted(TFN),
                "'%s'".formatted(TFN))) {
            answers.add(
                    portal.put("/entities/p-1/tax-file-number", body).response().body());
        }
        answers.add(portal.get("/entities/p-1/tax-file-number").response().body());
        answers.add(portal.post(
                        "/entity-changes",
                        "{'cause': 'EDITED', 'entity': {'entityId': 'p-1', 'version': 1, 'kind': 'INDIVIDUAL', 'name': 'Ann'}}")
                .response()
                .body());
    }

    private void knockAtDoors() {
        String stolen = "/internal/businesses/" + portal.businessId() + "/access-token";
        answers.add(connector
                .internal("POST", stolen, "{}", TestConnector.SECRET + "x")
                .response()
                .body());
        URI foreign = connector.uri.resolve("/oauth/xero/callback?code=canary-code&state=canary-state");
        canaries.addAll(List.of("canary-code", "canary-state"));
        answers.add(
                Portal.callback(foreign, "xero_flow=canary-cookie").response().body());
        canaries.add("canary-cookie");
        canaries.add("canary-jwt");
        answers.add(Portal.exchange(
                        "GET",
                        connector.uri.resolve("/api/businesses/b-1/connection"),
                        BodyPublishers.noBody(),
                        Map.of("Authorization", "Bearer canary-jwt.canary-jwt.canary-jwt"))
                .response()
                .body());
    }

    private void assertNone(String where, String text) {
        for (String canary : canaries) {
            assertThat(text.contains(canary))
                    .as("a secret in the %s: %s", where, text)
                    .isFalse();
        }
    }

    private Reply internal(String path, String body) {
        return connector.internal(
                "POST", "/internal/businesses/" + portal.businessId() + "/" + path, body, TestConnector.SECRET);
    }

    private long epoch() {
        return portal.get("/connection").at("/epoch").asLong();
    }

    /** Key, value and headers of everything on every topic. */
    private static List<String> records() {
        List<String> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestPlatform.shared().bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(info -> !info.topic().startsWith("__"))
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    records.add(text(record.key()) + " " + text(record.value()) + " "
                            + Arrays.stream(record.headers().toArray())
                                    .map(Header::value)
                                    .map(CanaryIT::text)
                                    .toList());
                }
            }
        }
        return records;
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, UTF_8);
    }
}
