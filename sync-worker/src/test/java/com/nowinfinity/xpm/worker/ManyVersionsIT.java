package com.nowinfinity.xpm.worker;

import static com.nowinfinity.xpm.worker.World.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.bus.EndOffsets;
import com.nowinfinity.xpm.bus.Partitions;
import com.nowinfinity.xpm.bus.ReceivedEvent;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.ConnectionState;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.PushScope;
import com.nowinfinity.xpm.events.StructureLabels;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.worker.dispatch.Dispatcher;
import com.nowinfinity.xpm.worker.dispatch.Stores;
import com.nowinfinity.xpm.worker.intake.Intake;
import com.nowinfinity.xpm.worker.intents.Intent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A hundred thousand versions of one entity, followed and linked, as fast as intake takes them. */
class ManyVersionsIT {

    private static final int VERSIONS = 100_000;
    private static final int POLL = 500;
    private static final int MOST_WAITING = 256;
    private static final String CROWD = "crowd-" + UUID.randomUUID();
    private static final String ENTITY = "c-1";

    /** By the event that is told of; an outcome may be published again, which has the id it had. */
    private final Map<String, Map<String, Outcome>> told = new ConcurrentHashMap<>();

    private final AtomicInteger fed = new AtomicInteger();

    @Test
    void eachHasItsOutcomeAndNobodyElseWaits() throws Exception {
        try (World world = new World(200, 1)) {
            Stores stores = world.worker().getBean(Stores.class);
            world.neighbours.hear(
                    CROWD,
                    Topics.ENTITY_SYNCED,
                    outcome -> told.computeIfAbsent(outcome.getCausedBy().getFirst(), id -> new ConcurrentHashMap<>())
                            .put(outcome.getEventId(), outcome.getOutcome()));
            world.connect(false);
            world.publish(Topics.CONNECTION_CHANGED, connection(world, 1, ConnectionState.CONNECTED));
            world.publish(Topics.ENTITY_CHANGED, change(1, ChangeCause.EDITED));
            PushRequested push = world.push(ENTITY)
                    .setBusinessId(CROWD)
                    .setScope(PushScope.ENTITY_ONLY)
                    .build();
            world.publish(Topics.PUSH_REQUESTED, push);
            soon().until(() -> told.containsKey(push.getEventId()));
            // Else XPM's minute decides how long this takes.
            world.publish(Topics.CONNECTION_CHANGED, connection(world, 2, ConnectionState.RECONNECT_REQUIRED));
            soon().until(() -> stores.connections().of(CROWD).connectedTo().isEmpty());
            Intake intake = new Intake(
                    stores,
                    world.worker().getBean(Dispatcher.class),
                    world.worker().getBean(EndOffsets.class),
                    MOST_WAITING);

            CompletableFuture<Integer> mostUnfolded = CompletableFuture.supplyAsync(() -> feed(intake, stores));
            soon().until(() -> fed.get() > POLL);
            String other = world.change(company("other", 1), ChangeCause.EDITED);
            assertThat(world.outcome(other, "other").getOutcome()).isEqualTo(Outcome.RECORDED);
            assertThat(fed).as("still at it").hasValueLessThan(VERSIONS);

            assertThat(mostUnfolded.join()).as("waiting in the intent").isLessThanOrEqualTo(MOST_WAITING + POLL);
            soon().atMost(Duration.ofMinutes(2))
                    .untilAsserted(
                            () -> assertThat(told).as("all but the newest").hasSize(1 + VERSIONS));
            world.publish(Topics.CONNECTION_CHANGED, connection(world, 3, ConnectionState.CONNECTED));
            soon().untilAsserted(() -> assertThat(told).hasSize(1 + 1 + VERSIONS));
            assertThat(told.values())
                    .allSatisfy(outcomes -> assertThat(outcomes).hasSize(1).doesNotContainValue(Outcome.FAILED));
            Intent intent = stores.intents().find(CROWD, ENTITY);
            assertThat(intent.entity()).isEqualTo(company(ENTITY, VERSIONS + 1));
            assertThat(intent.isDue()).isFalse();
            assertThat(world.xero
                            .inXpm(Objects.requireNonNull(intent.link()).clientId())
                            .toString())
                    .contains("v" + (VERSIONS + 1) + "@example.com");
        }
    }

    /** Returns how many changes waited unfolded at most, between two batches. */
    private int feed(Intake intake, Stores stores) {
        int partition = new Partitions(24).of(CROWD);
        int most = 0;
        for (int version = 2; version <= VERSIONS; ) {
            List<ReceivedEvent> batch = new ArrayList<>();
            for (; batch.size() < POLL; version++) {
                batch.add(new ReceivedEvent(
                        Topics.ENTITY_CHANGED,
                        partition,
                        version,
                        CROWD,
                        change(version, ChangeCause.CORPORATE_MESSENGER)));
            }
            intake.handle(batch, received -> false);
            int unfolded = stores.intents().find(CROWD, ENTITY).pending().values().stream()
                    .mapToInt(Map::size)
                    .sum();
            most = Math.max(most, unfolded);
            fed.addAndGet(POLL);
        }
        return most;
    }

    private static EntityChanged change(long version, ChangeCause cause) {
        return EntityChanged.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setBusinessId(CROWD)
                .setOccurredAt(Instant.now())
                .setCause(cause)
                .setEntity(company(ENTITY, version))
                .build();
    }

    private static Entity company(String entityId, long version) {
        return Entities.company(entityId, "Very Busy " + entityId)
                .setVersion(version)
                .setEmail("v" + version + "@example.com")
                .build();
    }

    private static ConnectionChanged connection(World world, long revision, ConnectionState state) {
        return ConnectionChanged.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setBusinessId(CROWD)
                .setOccurredAt(Instant.now())
                .setEpoch(1)
                .setRevision(revision)
                .setState(state)
                .setTenantId(world.xero.tenantId())
                .setFollowing(true)
                .setLabels(List.of(StructureLabels.newBuilder()
                        .setStructure("COMPANY")
                        .setLabels("Company")
                        .build()))
                .build();
    }
}
