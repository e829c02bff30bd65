package com.nowinfinity.xpm.worker;

import static com.nowinfinity.xpm.worker.World.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Difference;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.RunKind;
import com.nowinfinity.xpm.events.SyncFinished;
import com.nowinfinity.xpm.events.SyncRequested;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.events.WorkPlanned;
import com.nowinfinity.xpm.simulator.faults.Effect;
import com.nowinfinity.xpm.simulator.faults.Fault;
import com.nowinfinity.xpm.simulator.faults.FaultScript;
import com.nowinfinity.xpm.worker.intents.Pending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Runs that a person restricts, calls off, or only wants to know the price of. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunsIT {

    private final World world;
    private final List<Entity> entities;

    RunsIT() throws Exception {
        world = new World(200, 4);
        entities = world.xero.seededEntities();
    }

    @BeforeAll
    void tellsEverything() {
        world.connect(false);
        entities.forEach(entity -> world.change(entity, ChangeCause.IMPORTED));
        soon().until(() -> world.outcomes.size() == entities.size());
    }

    @AfterEach
    void healXpm() {
        world.xero.simulator.play(FaultScript.of(1));
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    @Order(1)
    void plansARunWithoutACallOrAComparison() {
        SyncRequested asked = world.askedRun().setPreview(true).build();

        world.publish(Topics.SYNC_REQUESTED, asked);

        WorkPlanned plan = world.plan(asked.getRunId());
        assertThat(plan.getCalls()).isOne();
        assertThat(plan.getCreates() + plan.getUpdates()).isZero();
        // The next run would come after anything that the plan still had to tell.
        SyncFinished next = world.run(world.askedRun().setKinds(List.of(RunKind.SUPER_FUNDS)));
        assertThat(next.getState()).isEqualTo(RunEnd.COMPLETED);
        assertThat(world.xero.calls()).isOne();
        assertThat(world.finished).extracting(SyncFinished::getRunId).containsExactly(next.getRunId());
        assertThat(world.compared).extracting(EntityCompared::getRunId).containsOnly(next.getRunId());
    }

    @Test
    @Order(2)
    void stopsWhereItIsWhenAPersonCallsItOffWhileXpmStillAnswers() {
        long calls = world.xero.calls();
        world.xero.simulator.play(
                FaultScript.of(1, Fault.on("client.api/list", new Effect.Delay(Duration.ofSeconds(3), null, false))));
        SyncRequested asked = world.askedRun().build();
        world.publish(Topics.SYNC_REQUESTED, asked);
        soon().until(() -> world.progressed.stream()
                .anyMatch(progress -> progress.getRunId().equals(asked.getRunId())
                        && progress.getPhase().equals("reading")));

        world.publish(
                Topics.SYNC_REQUESTED,
                SyncRequested.newBuilder(asked)
                        .setEventId(World.id())
                        .setCancel(true)
                        .build());

        SyncFinished end = world.ended(asked.getRunId());
        assertThat(end.getState()).isEqualTo(RunEnd.CANCELLED);
        assertThat(end.getReason().getCode()).isEqualTo("cancelled");
        assertThat(end.getCompared()).isZero();
        // What it would have told comes before its end, if at all.
        assertThat(world.progressed)
                .filteredOn(progress -> progress.getRunId().equals(asked.getRunId()))
                .allMatch(progress -> progress.getPhase().equals("reading"));
        assertThat(world.compared).noneMatch(pair -> pair.getRunId().equals(asked.getRunId()));
        assertThat(world.imported).noneMatch(client -> asked.getRunId().equals(client.getRunId()));
        assertThat(world.xero.calls() - calls).isOne();
    }

    @Test
    @Order(3)
    void doesNothingOfARunThatIsCalledOffBeforeItBegins() {
        SyncRequested asked = world.askedRun().build();
        world.stopWorker();
        world.publish(Topics.SYNC_REQUESTED, asked);
        world.publish(
                Topics.SYNC_REQUESTED,
                SyncRequested.newBuilder(asked)
                        .setEventId(World.id())
                        .setCancel(true)
                        .build());

        world.resumeWorker();

        SyncFinished end = world.ended(asked.getRunId());
        assertThat(end.getState()).isEqualTo(RunEnd.CANCELLED);
        assertThat(world.compared).noneMatch(pair -> pair.getRunId().equals(asked.getRunId()));
    }

    @Test
    @Order(4)
    void findsByRunsOverEachKindTogetherWhatOneRunOverEverythingFinds() {
        List<String> everything = rows(world.run());
        List<String> together = new ArrayList<>();
        for (RunKind kind : List.of(RunKind.COMPANIES, RunKind.TRUSTS, RunKind.SUPER_FUNDS, RunKind.INDIVIDUALS)) {
            SyncFinished run = world.run(world.askedRun().setKinds(List.of(kind)));
            assertThat(world.pairs(run))
                    .extracting(EntityCompared::getEntityKind)
                    .filteredOn(found -> found != null)
                    .isNotEmpty()
                    .allMatch(found -> isOf(kind, found));
            together.addAll(rows(run));
        }

        // Labels are those of all clients, so no run over some of them can speak of them.
        assertThat(everything).anyMatch(row -> row.startsWith("label-unknown"));
        assertThat(together)
                .containsExactlyInAnyOrderElementsOf(everything.stream()
                        .filter(row -> !row.startsWith("label-unknown"))
                        .toList());
    }

    /** A run may begin before anybody has looked at what intake wrote down. */
    @Test
    @Order(5)
    void remembersThatWhatHasJustComeInAgrees() {
        Entity first = told("z-first");
        world.pushed(world.push(first.getEntityId()));
        Entity leading = Entity.newBuilder(first).setEntityId("a-" + World.id()).build();
        world.database.inStores(stores -> {
            stores.intents().record(List.of(Pending.first(changed(leading))));
            return true;
        });

        world.run();
        world.connect(true);
        Entity edited =
                Entity.newBuilder(leading).setVersion(2).setEmail("a@b.example").build();
        EntitySynced outcome =
                world.outcome(world.change(edited, ChangeCause.CORPORATE_MESSENGER), edited.getEntityId());

        assertThat(outcome.getOutcome()).isEqualTo(Outcome.UPDATED);
        assertThat(outcome.getFields()).containsExactly("email");
    }

    private Entity told(String id) {
        Entity entity =
                Entities.company(id, "Just Come In Pty Ltd").setAcn("004085616").build();
        world.outcome(world.change(entity, ChangeCause.CREATED), id);
        return entity;
    }

    private EntityChanged changed(Entity entity) {
        return EntityChanged.newBuilder()
                .setEventId(World.id())
                .setBusinessId(world.businessId)
                .setOccurredAt(Instant.now())
                .setCause(ChangeCause.CREATED)
                .setEntity(entity)
                .build();
    }

    private static boolean isOf(RunKind run, EntityKind kind) {
        return switch (run) {
            case COMPANIES -> kind == EntityKind.COMPANY;
            case TRUSTS -> kind == EntityKind.TRUST;
            case SUPER_FUNDS -> kind == EntityKind.SUPER_FUND;
            case INDIVIDUALS, UNKNOWN ->
                Stream.of(EntityKind.COMPANY, EntityKind.TRUST, EntityKind.SUPER_FUND)
                        .noneMatch(kind::equals);
        };
    }

    private List<String> rows(SyncFinished run) {
        assertThat(run.getState()).isEqualTo(RunEnd.COMPLETED);
        return world.pairs(run).stream()
                .flatMap(pair -> pair.getDifferences().stream().map(difference -> row(pair, difference)))
                .toList();
    }

    private static String row(EntityCompared pair, Difference difference) {
        return "%s %s %s %s"
                .formatted(difference.getKind(), pair.getEntityId(), pair.getClientId(), difference.getField());
    }
}
