package com.nowinfinity.xpm.worker.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.nowinfinity.xpm.bus.PoisonEventException;
import com.nowinfinity.xpm.bus.ReceivedEvent;
import com.nowinfinity.xpm.events.ActionRequested;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.standalone.TestPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OneBodyForEachIdIT {

    private final String business = "b-" + UUID.randomUUID();
    private final String eventId = UUID.randomUUID().toString();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final List<ReceivedEvent> taken = new ArrayList<>();
    private final List<ReceivedEvent> again = new ArrayList<>();
    private boolean fails;

    @SuppressWarnings("NullAway.Init") // set before each test
    private MongoClient mongo;

    @SuppressWarnings("NullAway.Init") // set before each test
    private MongoCollection<Document> collection;

    @SuppressWarnings("NullAway.Init") // set before each test
    private OneBodyForEachId unit;

    @BeforeEach
    void start() {
        mongo = MongoClients.create(TestPlatform.shared().mongoUri());
        collection = mongo.getDatabase("one-body").getCollection("events-" + business);
        unit = new OneBodyForEachId(this::take, collection, now::get, Runnable::run);
    }

    @AfterEach
    void stop() {
        collection.drop();
        mongo.close();
    }

    @Test
    void takesTheSameBodyHoweverOftenItComes() throws Exception {
        ReceivedEvent event = change("Smith", 1);

        unit.handle(List.of(event, event));
        unit.handle(List.of(event, change(UUID.randomUUID().toString(), "Jones", 1)));

        assertThat(taken).hasSize(4);
    }

    @Test
    void refusesAnotherBodyInTheSameBatchAndInALaterOne() throws Exception {
        assertThatThrownBy(() -> unit.handle(List.of(change("Smith", 1), change("Smyth", 1))))
                .isInstanceOf(PoisonEventException.class);
        unit.handle(List.of(change("Smith", 1)));

        assertThatThrownBy(() -> unit.handle(List.of(change("other", "Neighbour", 1), change("Smith", 2))))
                .isInstanceOfSatisfying(PoisonEventException.class, poison -> {
                    assertThat(poison.reason()).startsWith("event-id-reused");
                    assertThat(((EntityChanged) poison.received().event())
                                    .getEntity()
                                    .getVersion())
                            .isEqualTo(2);
                });
        assertThat(taken).as("nothing of a refused batch").hasSize(1);
        unit.handle(List.of(change("other", "Neighbour", 1)));
        assertThat(taken).hasSize(2);
    }

    @Test
    void refusesTheIdOnAnotherTopicButNotOfAnotherBusiness() throws Exception {
        unit.handle(List.of(change("Smith", 1)));
        ReceivedEvent action = new ReceivedEvent(
                Topics.ACTION_REQUESTED,
                0,
                9,
                business,
                ActionRequested.newBuilder()
                        .setEventId(eventId)
                        .setBusinessId(business)
                        .build());

        assertThatThrownBy(() -> unit.handle(List.of(action))).isInstanceOf(PoisonEventException.class);
        unit.handle(List.of(new ReceivedEvent(
                Topics.ENTITY_CHANGED, 0, 10, "b-other", change("Another", 4).event())));
        assertThat(taken).hasSize(2);
    }

    @Test
    void forgetsWhatNoTopicHoldsAnyMore() throws Exception {
        unit.handle(List.of(change("Smith", 1)));
        now.set(now.get().plus(Duration.ofDays(46)));

        unit.handle(List.of(change("late", "Late", 1)));

        assertThat(collection.countDocuments()).isEqualTo(1);
    }

    @Test
    void tellsWhichOnesCameBefore() throws Exception {
        ReceivedEvent first = change("Smith", 1);
        ReceivedEvent other = change(UUID.randomUUID().toString(), "Jones", 2);
        unit.handle(List.of(first, first));
        assertThat(again).isEmpty();

        unit.handle(List.of(other, first));

        assertThat(again).containsExactly(first);
    }

    @Test
    void whatWasNotTakenComesForTheFirstTime() throws Exception {
        ReceivedEvent first = change("Smith", 1);
        fails = true;
        assertThatThrownBy(() -> unit.handle(List.of(first))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> unit.handle(List.of(first, change("Smyth", 1))))
                .isInstanceOf(PoisonEventException.class);
        fails = false;

        unit.handle(List.of(first));
        assertThat(again).isEmpty();

        unit.handle(List.of(first));
        assertThat(again).containsExactly(first);
    }

    private void take(List<ReceivedEvent> batch, Predicate<ReceivedEvent> cameBefore) {
        if (fails) {
            throw new IllegalStateException("Not now");
        }
        taken.addAll(batch);
        batch.stream().filter(cameBefore).forEach(again::add);
    }

    private ReceivedEvent change(String name, long version) {
        return change(eventId, name, version);
    }

    private ReceivedEvent change(String id, String name, long version) {
        Entity entity = Entity.newBuilder()
                .setEntityId("c-1")
                .setVersion(version)
                .setName(name)
                .build();
        return new ReceivedEvent(
                Topics.ENTITY_CHANGED,
                0,
                version,
                business,
                EntityChanged.newBuilder()
                        .setEventId(id)
                        .setBusinessId(business)
                        .setEntity(entity)
                        .build());
    }
}
