package com.nowinfinity.xpm.bus;

import static com.nowinfinity.xpm.events.Topics.DOCUMENT_CREATED;
import static com.nowinfinity.xpm.events.Topics.ENTITY_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.events.DocumentCreated;
import com.nowinfinity.xpm.events.EntityChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RoundTripIT {

    private static TestBus bus;

    @BeforeAll
    static void start() {
        bus = TestBus.owner();
    }

    @AfterAll
    static void stop() {
        bus.close();
    }

    @Test
    void givesAnEventAsItWasPublished() {
        List<ReceivedEvent> received = new CopyOnWriteArrayList<>();
        EntityChanged change = Samples.change("b-1", 7);
        bus.subscribe("round-trip", List.of(ENTITY_CHANGED), received::addAll);
        bus.publisher().publish(ENTITY_CHANGED, change);

        await().until(() -> received.stream().anyMatch(event -> event.event().equals(change)));
        ReceivedEvent event = received.stream()
                .filter(one -> one.event().equals(change))
                .findFirst()
                .orElseThrow();
        assertThat(event.topic()).isEqualTo(ENTITY_CHANGED);
        assertThat(event.businessId()).isEqualTo("b-1");
        assertThat(event.eventId()).isEqualTo(change.getEventId());
        assertThat(event.partition()).isEqualTo(bus.bean(Partitions.class).of("b-1"));
    }

    @Test
    void keepsTheOrderWithinABusiness() {
        List<Long> versions = new CopyOnWriteArrayList<>();
        bus.subscribe(
                "in-order",
                List.of(ENTITY_CHANGED),
                batch -> batch.stream()
                        .filter(event -> event.businessId().equals("b-order"))
                        .forEach(event -> versions.add(Samples.version(event))));
        CompletableFuture.allOf(LongStream.rangeClosed(1, 1000)
                        .mapToObj(version ->
                                bus.publisher().publishAsync(ENTITY_CHANGED, Samples.change("b-order", version)))
                        .toArray(CompletableFuture[]::new))
                .join();

        await().until(() -> versions.size() == 1000);
        assertThat(versions).isSorted();
    }

    @Test
    void tellsEndAndPositionSoThatOneReachesTheOther() {
        DocumentCreated document = DocumentCreated.newBuilder()
                .setEventId("0b0f0d3e-0000-4000-8000-000000000001")
                .setBusinessId("b-2")
                .setOccurredAt(Instant.EPOCH)
                .build();
        int partition = bus.bean(Partitions.class).of("b-2");
        bus.publisher().publish(DOCUMENT_CREATED, document);
        long end = Objects.requireNonNull(bus.bean(EndOffsets.class)
                .of(partition, List.of(DOCUMENT_CREATED))
                .get(DOCUMENT_CREATED));
        assertThat(end).isPositive();

        try (var subscription = bus.subscribe("positions", List.of(DOCUMENT_CREATED), batch -> {})) {
            await().untilAsserted(() -> assertThat(subscription.position(DOCUMENT_CREATED, partition))
                    .hasValue(end));
        }
        // Another of the group finds the position without a record to handle.
        try (var subscription = bus.subscribe("positions", List.of(DOCUMENT_CREATED), batch -> {})) {
            await().untilAsserted(() -> assertThat(subscription.position(DOCUMENT_CREATED, partition))
                    .hasValue(end));
        }
    }

    @Test
    void refusesAnEventWithoutIdOrBusiness() {
        EntityChanged nameless = EntityChanged.newBuilder(Samples.change("b-1", 1))
                .setEventId("")
                .build();

        assertThat(bus.publisher().publishAsync(ENTITY_CHANGED, nameless))
                .failsWithin(Duration.ofSeconds(1))
                .withThrowableThat()
                .withCauseInstanceOf(UnpublishableEventException.class);
    }
}
