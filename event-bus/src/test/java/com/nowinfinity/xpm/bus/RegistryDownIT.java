package com.nowinfinity.xpm.bus;

import static com.nowinfinity.xpm.events.Topics.ENTITY_CHANGED;
import static com.nowinfinity.xpm.events.Topics.SYNC_REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.events.SyncRequested;
import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.standalone.TestPlatform;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** F21: a registry that is silent or talks nonsense costs time; only one that says no, and again no, costs a record. */
class RegistryDownIT {

    private final List<ReceivedEvent> received = new CopyOnWriteArrayList<>();
    private Door door;
    private Foreign foreign;
    private TestBus bus;

    @BeforeEach
    void start() {
        door = new Door(TestPlatform.shared().registryUri());
        foreign = new Foreign(
                TestPlatform.shared().bootstrapServers(), TestPlatform.shared().registryUri());
        bus = TestBus.start(
                "event-bus.owner=connector-service",
                "event-bus.topic-prefix=" + TestBus.site(),
                "event-bus.consuming.unknown-schema-pause=2s",
                "schema-registry.uri=" + door.uri());
        bus.subscribe("door", List.of(ENTITY_CHANGED), received::addAll);
    }

    @AfterEach
    void stop() {
        bus.close();
        foreign.close();
        door.close();
    }

    @Test
    void f21KnownIdsGoOnWithoutIt() {
        bus.publisher().publish(ENTITY_CHANGED, Samples.change("b-1", 1));
        await().until(() -> received.size() == 1);

        door.set(Door.State.CUT);
        bus.publisher().publish(ENTITY_CHANGED, Samples.change("b-1", 2));

        await().until(() -> received.size() == 2);
        assertThat(door.asked()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Door.State.class,
            names = {"PROXY_PAGE", "BROKEN", "CUT", "DRIP", "SILENT"})
    void f21AnUnknownIdWaitsInItsPartitionWhileOthersGoOn(Door.State state) {
        Partitions partitions = bus.bean(Partitions.class);
        String waiting = "b-1";
        String other = List.of("b-2", "b-3", "b-4", "b-5").stream()
                .filter(business -> partitions.of(business) != partitions.of(waiting))
                .findFirst()
                .orElseThrow();
        bus.publisher().publish(ENTITY_CHANGED, Samples.change(other, 1));
        await().until(() -> received.size() == 1);

        door.set(state);
        send(waiting, 1, foreign.register(bus.nameOf(ENTITY_CHANGED) + "-new", grown()));
        bus.publisher().publish(ENTITY_CHANGED, Samples.change(waiting, 2));
        await().atMost(Duration.ofSeconds(30)).until(() -> door.asked() >= 2);
        bus.publisher().publish(ENTITY_CHANGED, Samples.change(other, 2));
        await().atMost(Duration.ofSeconds(30)).until(() -> versions(other).size() == 2);
        assertThat(versions(waiting)).isEmpty();

        door.set(Door.State.OPEN);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(versions(waiting)).containsExactly(1L, 2L));
        assertThat(foreign.readAll(Topic.deadLetters(bus.nameOf(ENTITY_CHANGED))))
                .isEmpty();
    }

    @Test
    void f21OneDenialIsNotEnough() {
        door.set(Door.State.EMPTY);
        send("b-1", 1, foreign.register(bus.nameOf(ENTITY_CHANGED) + "-new", grown()));
        await().until(() -> door.asked() >= 1);

        door.set(Door.State.OPEN);
        await().untilAsserted(() -> assertThat(versions("b-1")).containsExactly(1L));
        assertThat(foreign.readAll(Topic.deadLetters(bus.nameOf(ENTITY_CHANGED))))
                .isEmpty();
    }

    @Test
    void publishingWhatItHasNotNumberedYetFailsAsABrokerThatIsAway() {
        SyncRequested request = SyncRequested.newBuilder()
                .setEventId("0b0f0d3e-0000-4000-8000-000000000003")
                .setBusinessId("b-1")
                .setOccurredAt(Instant.EPOCH)
                .build();
        try (TestBus other = TestBus.start(
                "event-bus.topic-prefix=" + bus.bean(TopicNames.class).prefix(), "schema-registry.uri=" + door.uri())) {
            door.set(Door.State.BROKEN);
            assertThatThrownBy(() -> other.publisher().publish(SYNC_REQUESTED, request))
                    .isInstanceOf(BrokerUnavailableException.class);

            door.set(Door.State.OPEN);
            other.publisher().publish(SYNC_REQUESTED, request);
        }
    }

    @Test
    void showsItsCredentialsWhereItHasSome() {
        TestBus.start(
                        "event-bus.owner=report-service",
                        "event-bus.topic-prefix=" + TestBus.site(),
                        "schema-registry.uri=" + door.uri(),
                        "schema-registry.username=reports",
                        "schema-registry.password=a-word")
                .close();

        String basic = Base64.getEncoder().encodeToString("reports:a-word".getBytes(StandardCharsets.UTF_8));
        assertThat(door.shown()).contains("Basic " + basic);
    }

    private void send(String business, long version, int id) {
        byte[] value = Foreign.framed(id, Samples.change(business, version));
        assertThat(ByteBuffer.wrap(value).getInt(1)).isEqualTo(id);
        foreign.send(bus.nameOf(ENTITY_CHANGED), business, value);
    }

    private List<Long> versions(String business) {
        return received.stream()
                .filter(event -> event.businessId().equals(business))
                .map(Samples::version)
                .toList();
    }

    /** Written like ours, and yet another schema, with an id that nobody has asked for. */
    private static Schema grown() {
        Schema grown = new Schema.Parser().parse(ENTITY_CHANGED.schema().toString());
        grown.addProp("version", "next");
        return grown;
    }
}
