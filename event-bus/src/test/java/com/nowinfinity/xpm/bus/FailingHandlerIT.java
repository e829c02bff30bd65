package com.nowinfinity.xpm.bus;

import static com.nowinfinity.xpm.events.Topics.ENTITY_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.standalone.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a handler throws costs time, and never an event. */
class FailingHandlerIT {

    private TestBus bus;

    @BeforeEach
    void start() {
        bus = TestBus.owner();
    }

    @AfterEach
    void stop() {
        bus.close();
    }

    @Test
    void getsTheSameEventsInTheSameOrderUntilItTakesThem() {
        AtomicInteger calls = new AtomicInteger();
        List<Long> taken = new CopyOnWriteArrayList<>();
        publish("b-1", 20);
        bus.subscribe("failing", List.of(ENTITY_CHANGED), batch -> {
            if (calls.incrementAndGet() <= 4) {
                throw new IllegalStateException("the database is away");
            }
            batch.forEach(event -> taken.add(Samples.version(event)));
        });

        await().until(() -> taken.size() == 20);
        assertThat(taken).isSorted().doesNotHaveDuplicates();
        assertThat(calls).hasValue(5);
    }

    @Test
    void holdsUpItsOwnPartitionOnly() {
        Partitions partitions = bus.bean(Partitions.class);
        String healthy = businessIn(partitions, 0);
        String sick = businessIn(partitions, 1);
        AtomicBoolean cured = new AtomicBoolean();
        Map<String, List<Long>> taken = new ConcurrentHashMap<>();
        publish(healthy, 3);
        publish(sick, 3);
        bus.subscribe("half-failing", List.of(ENTITY_CHANGED), batch -> {
            if (!cured.get()
                    && batch.stream().anyMatch(event -> event.businessId().equals(sick))) {
                throw new IllegalStateException("something about this business");
            }
            batch.forEach(event -> taken.computeIfAbsent(event.businessId(), key -> new CopyOnWriteArrayList<>())
                    .add(Samples.version(event)));
        });

        await().until(() -> taken.containsKey(healthy));
        publish(healthy, 4, 6);
        await().untilAsserted(() -> assertThat(taken.get(healthy)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L));
        assertThat(taken).doesNotContainKey(sick);

        cured.set(true);
        await().untilAsserted(() -> assertThat(taken.get(sick)).containsExactly(1L, 2L, 3L));
    }

    @Test
    void anErrorIsNoReasonToEnd() {
        AtomicInteger calls = new AtomicInteger();
        List<Long> taken = new CopyOnWriteArrayList<>();
        publish("b-1", 1);
        bus.subscribe("error", List.of(ENTITY_CHANGED), batch -> {
            if (calls.incrementAndGet() == 1) {
                throw new StackOverflowError();
            }
            batch.forEach(event -> taken.add(Samples.version(event)));
        });

        await().untilAsserted(() -> assertThat(taken).containsExactly(1L));
    }

    @Test
    void aRefusedEventDiesOnceThoughItsBatchComesAgain() {
        AtomicInteger failures = new AtomicInteger();
        List<Long> taken = new CopyOnWriteArrayList<>();
        publish("b-1", 3);
        bus.subscribe("refusing", List.of(ENTITY_CHANGED), batch -> {
            for (ReceivedEvent event : batch) {
                if (Samples.version(event) == 2) {
                    throw new PoisonEventException(event, "event-id-reused");
                }
            }
            if (failures.incrementAndGet() < 4) {
                throw new IllegalStateException("the database is away");
            }
            batch.forEach(event -> taken.add(Samples.version(event)));
        });

        await().untilAsserted(() -> assertThat(taken).containsExactly(1L, 3L));
        List<ConsumerRecord<byte[], byte[]>> dead = deadLetters();
        assertThat(dead).hasSize(1);
        assertThat(dead.getFirst().headers().lastHeader("cause").value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("event-id-reused");
        assertThat(dead.getFirst().headers().lastHeader("eventId")).isNotNull();
    }

    @Test
    void nothingIsCommittedBeforeItIsTaken() {
        AtomicInteger calls = new AtomicInteger();
        publish("b-1", 5);
        EventSubscription first = bus.subscribe("handed-on", List.of(ENTITY_CHANGED), batch -> {
            calls.incrementAndGet();
            throw new IllegalStateException("never");
        });
        await().until(() -> calls.get() >= 2);
        first.close();

        List<Long> taken = new CopyOnWriteArrayList<>();
        BatchHandler taking = batch -> batch.forEach(event -> taken.add(Samples.version(event)));
        EventSubscription second = bus.subscribe("handed-on", List.of(ENTITY_CHANGED), taking);
        await().untilAsserted(() -> assertThat(taken).containsExactly(1L, 2L, 3L, 4L, 5L));
        second.close();

        // And what was taken does not come again.
        bus.subscribe("handed-on", List.of(ENTITY_CHANGED), taking);
        publish("b-1", 6, 6);
        await().until(() -> taken.contains(6L));
        assertThat(taken).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    private List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        try (Foreign foreign = new Foreign(
                TestPlatform.shared().bootstrapServers(), TestPlatform.shared().registryUri())) {
            return foreign.readAll(Topic.deadLetters(bus.nameOf(ENTITY_CHANGED)));
        }
    }

    private void publish(String business, int last) {
        publish(business, 1, last);
    }

    private void publish(String business, int first, int last) {
        for (int version = first; version <= last; version++) {
            bus.publisher().publish(ENTITY_CHANGED, Samples.change(business, version));
        }
    }

    private static String businessIn(Partitions partitions, int number) {
        for (int i = 0; ; i++) {
            if (partitions.of("b-" + i) == number) {
                return "b-" + i;
            }
        }
    }
}
