package com.nowinfinity.xpm.bus;

import static com.nowinfinity.xpm.events.Topics.ENTITY_CHANGED;
import static com.nowinfinity.xpm.events.Topics.PUSH_REQUESTED;
import static com.nowinfinity.xpm.events.Topics.SYNC_PROGRESSED;
import static com.nowinfinity.xpm.events.Topics.SYNC_REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.RunKind;
import com.nowinfinity.xpm.events.SyncRequested;
import com.nowinfinity.xpm.standalone.TestPlatform;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A portal with any client of Confluent's API publishes and consumes with us. */
class ForeignClientIT {

    private static final String ID = "0b0f0d3e-0000-4000-8000-000000000002";

    private static TestBus bus;
    private static Foreign foreign;

    @BeforeAll
    static void start() {
        bus = TestBus.owner();
        foreign = new Foreign(
                TestPlatform.shared().bootstrapServers(), TestPlatform.shared().registryUri());
    }

    @AfterAll
    static void stop() {
        foreign.close();
        bus.close();
    }

    @Test
    void ourEventIsReadByTheIdInItsFrame() throws Exception {
        EntityChanged change = Samples.change("b-ours", 3);
        bus.publisher().publish(ENTITY_CHANGED, change);

        ConsumerRecord<byte[], byte[]> record = foreign.readAll(bus.nameOf(ENTITY_CHANGED)).stream()
                .filter(one -> new String(one.key(), StandardCharsets.UTF_8).equals("b-ours"))
                .findFirst()
                .orElseThrow();
        assertThat(record.headers().lastHeader("eventId").value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(change.getEventId());
        assertThat(record.headers().toArray()).hasSize(1);
        assertThat(record.value()[0]).isZero();
        int id = ByteBuffer.wrap(record.value()).getInt(1);
        Schema schema = new Schema.Parser()
                .parse(foreign.ask("GET", "/schemas/ids/" + id, null)
                        .path("schema")
                        .asString());
        GenericRecord read = new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(record.value(), 5, record.value().length - 5, null));
        assertThat(read.get("eventId")).hasToString(change.getEventId());
        assertThat(((GenericRecord) read.get("entity")).get("version")).isEqualTo(3L);
    }

    @Test
    void f30AnEventInAnOlderSchemaIsReadWithOurDefaults() {
        Schema older = SchemaBuilder.record("SyncRequested")
                .namespace("com.nowinfinity.xpm.events")
                .fields()
                .name("eventId")
                .type()
                .stringType()
                .stringDefault("")
                .name("businessId")
                .type()
                .stringType()
                .stringDefault("")
                .name("occurredAt")
                .type(timestamp())
                .withDefault(0L)
                .name("runId")
                .type()
                .stringType()
                .stringDefault("")
                .endRecord();
        GenericRecord request = new GenericData.Record(older);
        request.put("eventId", ID);
        request.put("businessId", "b-older");
        request.put("occurredAt", 1_767_225_600_000L);
        request.put("runId", "r-1");

        SyncRequested read = received(request, "b-older");

        assertThat(read.getRunId()).isEqualTo("r-1");
        assertThat(read.getOccurredAt()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(read.getKinds()).isEmpty();
        assertThat(read.getCancel()).isFalse();
    }

    @Test
    void f30AnEventInANewerSchemaIsReadWithoutWhatWeDoNotKnow() {
        Schema kinds = SchemaBuilder.enumeration("RunKind")
                .namespace("com.nowinfinity.xpm.events")
                .defaultSymbol("UNKNOWN")
                .symbols("UNKNOWN", "COMPANIES", "TRUSTS", "SUPER_FUNDS", "INDIVIDUALS", "CHARITIES");
        Schema newer = SchemaBuilder.record("SyncRequested")
                .namespace("com.nowinfinity.xpm.events")
                .fields()
                .name("eventId")
                .type()
                .stringType()
                .stringDefault("")
                .name("businessId")
                .type()
                .stringType()
                .stringDefault("")
                .name("occurredAt")
                .type(timestamp())
                .withDefault(0L)
                .name("kinds")
                .type()
                .array()
                .items(kinds)
                .arrayDefault(List.of())
                .name("colour")
                .type()
                .stringType()
                .stringDefault("")
                .endRecord();
        GenericRecord request = new GenericData.Record(newer);
        request.put("eventId", ID);
        request.put("businessId", "b-newer");
        request.put("occurredAt", 0L);
        request.put(
                "kinds",
                List.of(new GenericData.EnumSymbol(kinds, "CHARITIES"), new GenericData.EnumSymbol(kinds, "TRUSTS")));
        request.put("colour", "green");

        assertThat(received(request, "b-newer").getKinds()).containsExactly(RunKind.UNKNOWN, RunKind.TRUSTS);
    }

    @Test
    void anEventInAnotherPartitionThanItsBusinessIsMovedThere() {
        List<ReceivedEvent> received = new CopyOnWriteArrayList<>();
        String topic = bus.nameOf(ENTITY_CHANGED);
        int home = bus.bean(Partitions.class).of("b-misrouted");
        int id = foreign.register(topic + "-own", ENTITY_CHANGED.schema());
        bus.subscribe("misrouted", List.of(ENTITY_CHANGED), received::addAll);

        for (int version = 1; version <= 20; version++) {
            foreign.send(
                    topic,
                    (home + 1) % TestBus.PARTITIONS,
                    "b-misrouted",
                    Foreign.framed(id, Samples.change("b-misrouted", version)));
        }

        await().until(() -> of("b-misrouted", received).size() == 20);
        assertThat(of("b-misrouted", received)).allMatch(event -> event.partition() == home);
        assertThat(of("b-misrouted", received)).extracting(Samples::version).isSorted();
    }

    @Test
    void aTransactionIsReadWhenItIsDoneAndItsEndIsPassed() {
        List<ReceivedEvent> received = new CopyOnWriteArrayList<>();
        int partition = bus.bean(Partitions.class).of("b-done");
        EventSubscription subscription = bus.subscribe("transactions", List.of(PUSH_REQUESTED), received::addAll);

        foreign.sendInTransactions(bus.nameOf(PUSH_REQUESTED), "b-done", push("aborted"), push("committed"));

        await().until(() -> !received.isEmpty());
        long end = Objects.requireNonNull(bus.bean(EndOffsets.class)
                .of(partition, List.of(PUSH_REQUESTED))
                .get(PUSH_REQUESTED));
        assertThat(end).isEqualTo(4);
        await().untilAsserted(() ->
                assertThat(subscription.position(PUSH_REQUESTED, partition)).hasValue(end));
        assertThat(received)
                .extracting(event -> ((PushRequested) event.event()).getPushId())
                .containsExactly("committed");
    }

    private static byte[] push(String pushId) {
        int id = foreign.register(bus.nameOf(PUSH_REQUESTED) + "-own", PUSH_REQUESTED.schema());
        return Foreign.framed(
                id,
                PushRequested.newBuilder()
                        .setEventId(ID)
                        .setBusinessId("b-done")
                        .setOccurredAt(Instant.EPOCH)
                        .setPushId(pushId)
                        .build());
    }

    @Test
    void aTopicOfAnotherOwnerIsWaitedFor() {
        try (TestBus other = TestBus.start("event-bus.owner=none", "event-bus.topic-prefix=" + TestBus.site())) {
            EventSubscription early = other.subscribe("early", List.of(SYNC_PROGRESSED), batch -> {});
            assertThat(early.isRunning()).isTrue();
            assertThat(early.partitions()).isEmpty();

            try (TestBus owner = TestBus.start(
                    "event-bus.owner=sync-worker",
                    "event-bus.topic-prefix=" + other.bean(TopicNames.class).prefix())) {
                assertThat(owner.nameOf(SYNC_PROGRESSED)).isEqualTo(other.nameOf(SYNC_PROGRESSED));
                await().untilAsserted(() -> assertThat(early.partitions()).hasSize(TestBus.PARTITIONS));
            }
        }
    }

    private static List<ReceivedEvent> of(String businessId, List<ReceivedEvent> received) {
        return received.stream()
                .filter(event -> event.businessId().equals(businessId))
                .toList();
    }

    private static SyncRequested received(GenericRecord request, String businessId) {
        List<ReceivedEvent> received = new CopyOnWriteArrayList<>();
        String topic = bus.nameOf(SYNC_REQUESTED);
        // Under a subject of its own: that the registry refuses what does not go with the subject is not the point
        // here.
        int id = foreign.register(topic + "-" + businessId, request.getSchema());
        bus.subscribe("foreign-" + businessId, List.of(SYNC_REQUESTED), received::addAll);
        foreign.send(topic, businessId, Foreign.framed(id, request));

        await().until(() ->
                received.stream().anyMatch(event -> event.businessId().equals(businessId)));
        return (SyncRequested) received.stream()
                .filter(event -> event.businessId().equals(businessId))
                .findFirst()
                .orElseThrow()
                .event();
    }

    private static Schema timestamp() {
        return LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
    }
}
