package com.nowinfinity.xpm.bus;

import static com.nowinfinity.xpm.events.Topics.ENTITY_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.bus.publishing.DeadLetters;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.standalone.TestPlatform;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
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

    /** @param value made from the frame of a sound event of this business */
    record Kind(String code, UnaryOperator<byte[]> value) {
        @Override
        public String toString() {
            return code;
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind("frame-missing", sound -> Arrays.copyOfRange(sound, 5, sound.length)),
                new Kind("frame-missing", sound -> new byte[] {0, 0, 0}),
                new Kind("schema-unknown", sound -> withId(sound, Foreign.unknownId())),
                new Kind("schema-unknown", sound -> withId(sound, -1)),
                new Kind(
                        "schema-unusable",
                        sound -> withId(
                                sound,
                                registered(
                                        "json",
                                        Map.of(
                                                "schemaType",
                                                "JSON",
                                                "schema",
                                                "{\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"type\": \"object\"}")))),
                new Kind(
                        "type-wrong",
                        sound -> Foreign.framed(registered("other", other("Unheard")), filled(other("Unheard"), "x"))),
                new Kind(
                        "malformed",
                        sound -> Foreign.framed(
                                registered("incompatible", other("EntityChanged")),
                                filled(other("EntityChanged"), "x"))),
                new Kind("truncated", sound -> Arrays.copyOf(sound, sound.length - 3)),
                new Kind("trailing-bytes", sound -> Arrays.copyOf(sound, sound.length + 1)),
                new Kind("truncated", sound -> absurdLength()),
                new Kind(
                        "event-id-missing",
                        sound -> Foreign.framed(
                                ourId,
                                EntityChanged.newBuilder(Samples.change("whoever", 1))
                                        .setEventId(" ")
                                        .build())),
                new Kind("key-wrong", sound -> Foreign.framed(ourId, Samples.change("somebody-else", 1))));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void f22GoesToTheDeadLettersAndItsNeighboursGoOn(Kind kind) {
        String business = "b-" + kind.code() + "-" + new Random(kind.hashCode()).nextInt(1_000_000);
        byte[] sound = Foreign.framed(ourId, Samples.change(business, 1));
        byte[] poison = kind.value().apply(sound);

        foreign.send(topic, business, sound);
        foreign.send(topic, business, poison);
        foreign.send(topic, business, Foreign.framed(ourId, Samples.change(business, 2)));

        await().untilAsserted(() -> assertThat(versions(business)).containsExactly(1L, 2L));
        ConsumerRecord<byte[], byte[]> dead = dead(business);
        assertThat(header(dead, "cause")).startsWith(kind.code() + ": ");
        assertThat(header(dead, DeadLetters.ORIGINAL_TOPIC)).isEqualTo(topic);
        assertThat(header(dead, DeadLetters.ORIGINAL_PARTITION)).isEqualTo(Integer.toString(dead.partition()));
        assertThat(dead.partition()).isEqualTo(bus.bean(Partitions.class).of(business));
        assertThat(dead.value()).isEqualTo(poison);
        ConsumerRecord<byte[], byte[]> original = original(dead);
        assertThat(original.value()).isEqualTo(poison);
        assertThat(header(dead, DeadLetters.ORIGINAL_TIMESTAMP)).isEqualTo(Long.toString(original.timestamp()));
    }

    @Test
    void aNullValueIsPoison() {
        foreign.send(topic, "b-null", null);

        ConsumerRecord<byte[], byte[]> dead = awaitDead("b-null");
        assertThat(dead.value()).isNull();
        assertThat(header(dead, "cause")).startsWith("value-missing: ");
    }

    @Test
    void aNullKeyIsPoison() {
        foreign.send(topic, null, Foreign.framed(ourId, Samples.change("b-keyless", 1)));

        ConsumerRecord<byte[], byte[]> dead = await().until(
                        () -> deadLetters().stream()
                                .filter(one -> one.key() == null)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        assertThat(header(dead, "cause")).startsWith("key-missing: ");
    }

    @Test
    void whatIsTooLargeToBeCopiedIsPointedTo() {
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

    private static byte[] withId(byte[] sound, int id) {
        byte[] changed = sound.clone();
        ByteBuffer.wrap(changed).putInt(1, id);
        return changed;
    }

    /** The first string says that it is a gigabyte long. */
    private static byte[] absurdLength() {
        byte[] frame = {0, 0, 0, 0, 0, (byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 8, 'x'};
        return withId(frame, ourId);
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
