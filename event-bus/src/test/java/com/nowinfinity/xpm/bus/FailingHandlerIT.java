package com.nowinfinity.xpm.bus;

import static com.nowinfinity.xpm.events.Topics.ENTITY_CHANGED;
import static com.nowinfinity.xpm.events.Topics.REPORT_PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.bus.consuming.EventBusHealthIndicator;
import com.nowinfinity.xpm.bus.consuming.KafkaEventSubscriptions;
import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.standalone.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

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

    @Test
    void aConsumerThatDiesIsReplaced() {
        AtomicBoolean died = new AtomicBoolean();
        List<Long> taken = new CopyOnWriteArrayList<>();
        AssignmentListener deadly = new AssignmentListener() {
            @Override
            public void onAssigned(Set<Integer> partitions) {
                if (!died.getAndSet(true)) {
                    throw new LinkageError("what no loop survives");
                }
            }

            @Override
            public void onRevoked(Set<Integer> partitions) {}
        };
        publish("b-1", 1);
        EventSubscription subscription = bus.subscribe(
                "dying",
                List.of(ENTITY_CHANGED),
                batch -> batch.forEach(event -> taken.add(Samples.version(event))),
                deadly);

        await().until(died::get);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(taken).containsExactly(1L));
        assertThat(subscription.partitions()).hasSize(TestBus.PARTITIONS);
    }

    @Test
    void healthFollowsProgress() {
        AtomicBoolean cured = new AtomicBoolean();
        AtomicInteger calls = new AtomicInteger();
        publish("b-1", 1);
        bus.subscribe("watched", List.of(ENTITY_CHANGED), batch -> {
            calls.incrementAndGet();
            if (!cured.get()) {
                throw new IllegalStateException("the database is away");
            }
        });

        await().until(() -> calls.get() >= 2);
        assertThat(healthIn(Duration.ZERO).getStatus()).isEqualTo(Status.UP);
        Health later = healthIn(Duration.ofMinutes(2));
        assertThat(later.getStatus()).isEqualTo(Status.DOWN);
        assertThat(String.valueOf(later.getDetails().get("watched"))).contains("the database is away");
        assertThat(String.valueOf(healthIn(Duration.ofMinutes(10)).getDetails().get("watched")))
                .startsWith("not back from its handler");

        cured.set(true);
        await().until(() -> healthIn(Duration.ofMinutes(2)).getStatus().equals(Status.UP));
    }

    @Test
    void waitingForATopicIsNotHealthy() {
        bus.subscribe("waiting", List.of(REPORT_PUBLISHED), batch -> {});

        await().untilAsserted(() -> {
            Health health = healthIn(Duration.ZERO);
            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.getDetails().get("waiting"))
                    .isEqualTo(
                            "topic " + bus.nameOf(REPORT_PUBLISHED) + " does not exist yet; report-service makes it");
        });
    }

    private Health healthIn(Duration time) {
        return new EventBusHealthIndicator(
                        bus.bean(KafkaEventSubscriptions.class),
                        bus.bean(EventBusProperties.class).consuming(),
                        () -> Instant.now().plus(time))
                .health();
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
