package com.nowinfinity.xpm.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Settings;
import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.simulator.faults.Effect;
import com.nowinfinity.xpm.simulator.faults.Fault;
import com.nowinfinity.xpm.simulator.faults.FaultScript;
import com.nowinfinity.xpm.standalone.TestPlatform;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * What a worker holds for a moment only, access tokens and tax file numbers, driven through its failures and then
 * searched for wherever anything is written. XPM's side quotes everything that it was sent.
 */
class CanaryIT {

    private static final String TFN = "876543210";
    private static final String PERSON = "Quillfeather";
    private static final String PHONE = "0491570156";
    private static final String EMAIL = "q.feather@personal.example";
    private static final List<String> PERSONAL = List.of(PERSON, PHONE, EMAIL);
    private static final String ADD = "client.api/add";
    private static final String UPDATE = "client.api/update";

    private final Logger root = (Logger) LoggerFactory.getLogger("ROOT");
    private final Logger ours = (Logger) LoggerFactory.getLogger("com.nowinfinity");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private World world;
    private @Nullable Level before;

    @BeforeEach
    void start() throws Exception {
        world = new World(200, 9, "xpm.answer-deadline=1s", "xpm.outage-pause=200ms");
        world.connect(false, Settings.newBuilder().setSendTaxFileNumbers(true).build());
        world.xero.taxFileNumbers.put("ref-canary", TFN);
        before = ours.getLevel();
        ours.setLevel(Level.TRACE);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stop() {
        root.detachAppender(log);
        ours.setLevel(before);
        world.close();
    }

    @Test
    void findsNoSecretInLogsTopicsMetricsOrTheDatabase() throws Exception {
        String quoting = "Authorization: Bearer " + world.xero.token + " TaxNumber " + TFN + " Name " + PERSON
                + " Phone " + PHONE + " Email " + EMAIL;
        failing(
                1,
                Fault.on(ADD, saying(400, "text/xml", error(quoting))).once(),
                Fault.on(UPDATE, saying(400, "text/xml", error(TFN))).once());
        failing(
                2,
                Fault.on(ADD, saying(502, "text/html", "<html>" + quoting + "</html>"))
                        .once());
        failing(
                3,
                Fault.on(ADD, saying(401, "application/json", "{\"Detail\": \"" + quoting + "\"}"))
                        .once());
        failing(
                4,
                Fault.on(ADD, new Effect.Drop(true)).once(),
                Fault.on(UPDATE, new Effect.Drop(false)).once());
        failing(5, Fault.on(UPDATE, saying(200, "text/xml", error(quoting))).once());
        failing(6, Fault.on(UPDATE, saying(503, "text/plain", quoting)).once());
        failing(
                7,
                Fault.on(ADD, saying(500, "text/xml", "<Response>" + quoting)).once());

        assertThat(world.xero.simulator.organisation(world.xero.tenantId()).clients())
                .as("the number went where it belongs")
                .anyMatch(client -> client.toString().contains(TFN));
        logged().forEach(line -> assertNone("log", line));
        assertThat(logged())
                .as("data of a person in the log")
                .noneMatch(line -> PERSONAL.stream().anyMatch(line::contains));
        world.database.stored().forEach(document -> assertNone("database", document));
        records().forEach(record -> assertNone("topic", record));
        assertNone("metrics", metrics());
    }

    @Test
    void whatIsPutAsideIsNotQuotedInItsCauseNorInTheLog() {
        world.neighbours.send(
                world.businessId, Topics.ENTITY_CHANGED, (PERSON + " " + PHONE + " is no event").getBytes(UTF_8));
        world.change(
                Entities.company("c-poison", PERSON)
                        .setVersion(0)
                        .setEmail(EMAIL)
                        .build(),
                ChangeCause.CREATED);

        World.soon()
                .untilAsserted(() -> assertThat(causes())
                        .anyMatch(cause -> cause.startsWith("version-below-1"))
                        .hasSizeGreaterThan(1));

        for (String text : Stream.concat(causes().stream(), logged().stream()).toList()) {
            assertThat(text).doesNotContain(PERSON, PHONE, EMAIL);
        }
    }

    @Test
    void aNumberThatCameWholeIsCutBeforeAnythingIsStoredOrLogged() {
        String number = "123456782";

        String told = world.change(
                Entities.company("c-whole", "Smith Pty Ltd")
                        .setTfnTail(number)
                        .setTfnReference("tfn-" + number)
                        .build(),
                ChangeCause.CREATED);
        world.outcome(told, "c-whole");

        assertThat(world.database.stored())
                .noneMatch(document -> document.contains(number))
                .anyMatch(document -> document.contains("c-whole") && document.contains("782"));
        assertThat(logged()).noneMatch(line -> line.contains(number)).anyMatch(line -> line.contains("c-whole"));
    }

    private List<String> logged() {
        return List.copyOf(log.list).stream()
                .map(event -> event.getFormattedMessage() + " " + event.getMDCPropertyMap() + " "
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .toList();
    }

    /** Why records of this business were put aside, with everything beside their content. */
    private List<String> causes() {
        List<String> causes = new ArrayList<>();
        eachRecord(record -> {
            if (record.topic().equals(Topic.deadLetters(Topics.ENTITY_CHANGED.name()))
                    && text(record.key()).equals(world.businessId)) {
                causes.add(text(record.headers().lastHeader("cause").value()) + " "
                        + Arrays.stream(record.headers().toArray())
                                .map(header -> text(header.value()))
                                .toList());
            }
        });
        return causes;
    }

    /** A push of a new company with a number, during which XPM fails. */
    private void failing(int number, Fault... faults) {
        String id = "c-canary-" + number;
        world.xero.simulator.play(FaultScript.of(1, faults));
        String told = world.change(
                Entities.company(id, PERSON + " " + number + " Pty Ltd")
                        .setTfnReference("ref-canary")
                        .setPhone(PHONE)
                        .setEmail(EMAIL)
                        .build(),
                ChangeCause.CREATED);
        world.outcome(told, id);

        assertThat(world.pushed(world.push(id)).getOutcome()).isIn(Outcome.CREATED, Outcome.PARKED);

        world.xero.simulator.play(FaultScript.of(1));
    }

    private static Effect saying(int status, String contentType, String body) {
        return new Effect.Respond(status, null, contentType, body, null, false);
    }

    private static String error(String text) {
        return "<Response><Status>ERROR</Status><ErrorDescription>" + text + "</ErrorDescription></Response>";
    }

    private void assertNone(String where, String text) {
        for (String secret : List.of(TFN, world.xero.token, SimulatedXero.INTERNAL_SECRET)) {
            assertThat(text.contains(secret))
                    .as("a secret in the %s: %s", where, text)
                    .isFalse();
        }
    }

    private String metrics() throws Exception {
        URI port = URI.create(
                "http://localhost:" + world.worker().getEnvironment().getRequiredProperty("local.management.port")
                        + "/actuator/prometheus");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(port).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    /** Key, value and headers of everything on every topic of ours, dead letters too. */
    private List<String> records() {
        List<String> records = new ArrayList<>();
        eachRecord(record -> records.add(text(record.key()) + " " + text(record.value()) + " "
                + Arrays.stream(record.headers().toArray())
                        .map(header -> text(header.value()))
                        .toList()));
        return records;
    }

    private static void eachRecord(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestPlatform.shared().bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(info -> !info.topic().startsWith("__"))
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            assertThat(partitions).anyMatch(partition -> partition.topic().equals(Topics.ENTITY_SYNCED.name()));
            assertThat(partitions)
                    .anyMatch(partition -> partition.topic().equals(Topic.deadLetters(Topics.ENTITY_CHANGED.name())));
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    reader.accept(record);
                }
            }
        }
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, UTF_8);
    }
}
