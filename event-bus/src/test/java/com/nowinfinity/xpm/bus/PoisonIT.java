package com.nowinfinity.xpm.bus;

import static com.nowinfinity.xpm.events.Topics.ENTITY_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.bus.publishing.DeadLetters;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.standalone.TestPlatform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** F22: poison never blocks: it goes to the dead letters with its cause, and its neighbours go on. */
class PoisonIT {

    private static final Map<String, String> JSON_SCHEMA = Map.of(
            "schemaType",
            "JSON",
            "schema",
            "{\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"type\": \"object\"}");

    private static final List<ReceivedEvent> received = new CopyOnWriteArrayList<>();
    private static TestBus bus;
    private static Foreign foreign;
    private static String topic;
    private static int ourId;

    @BeforeAll
    static void start() {
        bus = TestBus.start(
                "event-bus.owner=connector-service",
                "event-bus.topic-prefix=" + TestBus.site(),
                "event-bus.consuming.unknown-schema-pause=1s");
        foreign = new Foreign(
                TestPlatform.shared().bootstrapServers(), TestPlatform.shared().registryUri());
        topic = bus.nameOf(ENTITY_CHANGED);
        ourId = foreign.ask("GET", "/subjects/" + Topic.subject(topic) + "/versions/latest", null)
                .path("id")
                .asInt();
        bus.subscribe("poison", List.of(ENTITY_CHANGED), received::addAll);
    }

    @AfterAll
    static void stop() {
        foreign.close();
        bus.close();
    }

    /** A line of {@code bad-frames.txt}. */
    record BadFrame(String bytes, String code) {
        @Override
        public String toString() {
            return (bytes.isEmpty() ? "nothing" : bytes) + ": " + code;
        }
    }

    static Stream<BadFrame> frames() throws IOException {
        try (InputStream file = Objects.requireNonNull(PoisonIT.class.getResourceAsStream("/bad-frames.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|"))
                    .map(cells -> new BadFrame(cells[0].strip(), cells[1].strip()));
        }
    }

    @ParameterizedTest
    @MethodSource("frames")
    void f22GoesToTheDeadLettersAndItsNeighboursGoOn(BadFrame frame) {
        String business = "b-" + UUID.randomUUID();
        byte[] sound = Foreign.framed(ourId, Samples.change(business, 1));
        byte[] poison = made(frame.bytes(), business);

        foreign.send(topic, business, sound);
        foreign.send(topic, business, poison);
        foreign.send(topic, business, Foreign.framed(ourId, Samples.change(business, 2)));

        await().untilAsserted(() -> assertThat(versions(business)).containsExactly(1L, 2L));
        ConsumerRecord<byte[], byte[]> dead = dead(business);
        assertThat(header(dead, "cause")).startsWith(frame.code() + ": ");
        assertThat(header(dead, DeadLetters.ORIGINAL_TOPIC)).isEqualTo(topic);
        assertThat(header(dead, DeadLetters.ORIGINAL_PARTITION)).isEqualTo(Integer.toString(dead.partition()));
        assertThat(dead.partition()).isEqualTo(bus.bean(Partitions.class).of(business));
        assertThat(dead.value()).isEqualTo(poison);
        ConsumerRecord<byte[], byte[]> original = original(dead);
        assertThat(original.value()).isEqualTo(poison);
        assertThat(header(dead, DeadLetters.ORIGINAL_TIMESTAMP)).isEqualTo(Long.toString(original.timestamp()));
    }

    @Test
    void f22ANullValueIsPoison() {
        foreign.send(topic, "b-null", null);

        ConsumerRecord<byte[], byte[]> dead = awaitDead("b-null");
        assertThat(dead.value()).isNull();
        assertThat(header(dead, "cause")).startsWith("value-missing: ");
    }

    @Test
    void f22ANullKeyIsPoison() {
        foreign.send(topic, null, Foreign.framed(ourId, Samples.change("b-keyless", 1)));

        await().untilAsserted(() -> assertThat(deadLetters())
                .anySatisfy(dead -> assertThat(header(dead, "cause")).startsWith("key-missing: ")));
    }

    @Test
    void f22WhatIsTooLargeToBeCopiedIsPointedTo() {
        byte[] zeros = new byte[4 << 20];
        zeros[0] = 1;
        foreign.send(topic, "b-large", zeros);
        foreign.send(topic, "b-large", Foreign.framed(ourId, Samples.change("b-large", 1)));

        await().untilAsserted(() -> assertThat(versions("b-large")).containsExactly(1L));
        ConsumerRecord<byte[], byte[]> dead = deadLetters().stream()
                .filter(one -> one.headers().lastHeader(DeadLetters.CONTENT_LEFT_BEHIND) != null)
                .findFirst()
                .orElseThrow();
        assertThat(original(dead).value()).hasSize(zeros.length);
    }

    private static List<Long> versions(String business) {
        return received.stream()
                .filter(event -> event.businessId().equals(business))
                .map(Samples::version)
                .toList();
    }

    private static ConsumerRecord<byte[], byte[]> awaitDead(String business) {
        return await().until(
                        () -> deadLetters().stream()
                                .filter(one -> isOf(one, business))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static ConsumerRecord<byte[], byte[]> dead(String business) {
        // Its neighbours may be handed over before it is written.
        List<ConsumerRecord<byte[], byte[]>> dead = await().until(
                        () -> deadLetters().stream()
                                .filter(one -> isOf(one, business))
                                .toList(),
                        found -> !found.isEmpty());
        assertThat(dead).hasSize(1);
        return dead.getFirst();
    }

    private static boolean isOf(ConsumerRecord<byte[], byte[]> record, String business) {
        return Arrays.equals(record.key(), business.getBytes(StandardCharsets.UTF_8));
    }

    private static List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        return foreign.readAll(Topic.deadLetters(topic));
    }

    private static ConsumerRecord<byte[], byte[]> original(ConsumerRecord<byte[], byte[]> dead) {
        return foreign.readAll(topic).stream()
                .filter(record -> record.partition() == dead.partition())
                .filter(record -> Long.toString(record.offset()).equals(header(dead, DeadLetters.ORIGINAL_OFFSET)))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static byte[] made(String words, String business) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Stream.of(words.split(" "))
                .filter(word -> !word.isEmpty())
                .forEach(word -> bytes.writeBytes(bytes(word, business)));
        return bytes.toByteArray();
    }

    private static byte[] bytes(String word, String business) {
        byte[] body = body(Samples.change(business, 1));
        return switch (word) {
            case "OURS" -> id(ourId);
            case "UNHEARD" -> id(Foreign.unknownId());
            case "JSON" -> id(registered("json", JSON_SCHEMA));
            case "OTHER" -> id(registered("other", other("Unheard")));
            case "INCOMPATIBLE" -> id(registered("incompatible", other("EntityChanged")));
            case "BODY" -> body;
            case "BODY-1" -> Arrays.copyOf(body, body.length - 1);
            case "BODY-3" -> Arrays.copyOf(body, body.length - 3);
            case "STRANGER" -> body(Samples.change("somebody-else", 1));
            case "NAMELESS" ->
                body(EntityChanged.newBuilder(Samples.change(business, 1))
                        .setEventId(" ")
                        .build());
            case "TEXT" -> body(filled(other("Unheard"), "x"));
            default -> HexFormat.of().parseHex(word);
        };
    }

    private static byte[] id(int id) {
        return ByteBuffer.allocate(4).putInt(id).array();
    }

    /** Without the frame. */
    private static byte[] body(GenericRecord record) {
        byte[] framed = Foreign.framed(0, record);
        return Arrays.copyOfRange(framed, 5, framed.length);
    }

    private static int registered(String subject, Schema schema) {
        return registered(subject, Map.of("schema", schema.toString()));
    }

    private static int registered(String subject, Map<String, String> content) {
        return foreign.register(topic + "-" + subject, content);
    }

    private static Schema other(String name) {
        return SchemaBuilder.record(name)
                .namespace("com.nowinfinity.xpm.events")
                .fields()
                .name("occurredAt")
                .type()
                .stringType()
                .noDefault()
                .endRecord();
    }

    private static GenericRecord filled(Schema schema, String occurredAt) {
        GenericRecord record = new GenericData.Record(schema);
        record.put("occurredAt", occurredAt);
        return record;
    }
}
