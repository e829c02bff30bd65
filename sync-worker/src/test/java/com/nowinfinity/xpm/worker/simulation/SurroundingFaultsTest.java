package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The faults of what the engine stands among: XPM, its people, other workers, the database, the broker, clocks. */
class SurroundingFaultsTest {

    private static final String HARBOUR = "harbour";
    private static final Duration OUTAGE = Duration.ofMinutes(30);
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final SimWorld world = new SimWorld(7);

    @Test
    @DisplayName("F12 while XPM is away one call at a time asks whether it is back, ever more seldom")
    void asksOneAtATimeWhetherXpmIsBack() {
        Instant start = world.scheduler.now();
        world.practices.downFor(OUTAGE);
        world.script.busy(4, 3);

        world.run().verify();

        List<Instant> probes = world.judge.departures(Script.tenantOf(HARBOUR)).stream()
                .filter(call -> call.isAfter(start.plusSeconds(60)) && call.isBefore(start.plus(OUTAGE)))
                .toList();
        assertThat(probes).hasSizeBetween(3, 30);
        for (int i = 1; i < probes.size(); i++) {
            assertThat(Duration.between(probes.get(i - 1), probes.get(i))).isGreaterThanOrEqualTo(PAUSE);
        }
    }

    @Test
    @DisplayName("F17 while there are no tokens one piece of work for all asks whether there are any")
    void asksOneAtATimeForATokenWhileThereIsNone() {
        world.scheduler.mostSteps = 400_000;
        world.faults.tokens = false;
        world.scheduler.after(Duration.ofMinutes(10), () -> world.faults.tokens = true);
        world.script.busy(8, 1);

        world.run().verify();

        int everyFiveSeconds = 10 * 60 / 5 * Script.BUSINESSES.size();
        assertThat(world.faults.tokensMissed).isBetween(everyFiveSeconds / 2, everyFiveSeconds + everyFiveSeconds / 4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("F13 a worker that joins and leaves every five seconds for five minutes costs time and nothing else")
    void outlastsAStormOfRebalances(long seed) {
        SimWorld stormy = new SimWorld(seed);
        stormy.scheduler.mostSteps = 400_000;
        stormy.script.busy(4, 3);
        int[] moves = new int[1];
        for (int tick = 1; tick <= 60; tick++) {
            boolean joins = tick % 2 == 1;
            stormy.scheduler.after(Duration.ofSeconds(5L * tick), () -> {
                SimWorker first = stormy.workers().getFirst();
                SimWorker second = stormy.workers().getLast();
                stormy.assign(1, joins ? second : first);
                stormy.assign(0, joins && moves[0] % 4 == 0 ? second : first);
                moves[0]++;
            });
        }

        stormy.run().verify();

        assertThat(moves[0]).isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("F19 while the database is out of reach no offset passes what is not stored")
    void commitsNothingThatIsNotStored(long seed) {
        SimWorld shaky = new SimWorld(seed);
        int partition = shaky.partitionOf(HARBOUR);
        int[] committed = new int[3];
        shaky.script.busy(2, 3);
        shaky.scheduler.after(Duration.ofSeconds(6), () -> {
            shaky.faults.database = 1;
            committed[0] = shaky.broker.committed(partition);
        });
        shaky.scheduler.after(Duration.ofSeconds(66), () -> {
            committed[1] = shaky.broker.committed(partition);
            committed[2] = shaky.broker.appended(partition);
            shaky.faults.database = 0;
        });

        shaky.run().verify();

        // A batch whose last write was through may still be committed.
        assertThat(committed[1]).isBetween(committed[0], committed[0] + shaky.broker.mostInABatch);
        assertThat(committed[2]).as("more came meanwhile").isGreaterThan(committed[1]);
        assertThat(shaky.broker.committed(partition)).isEqualTo(shaky.broker.appended(partition));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("F19 writes of which a primary that steps down says nothing are done once")
    void outlastsAPrimaryThatStepsDown(long seed) {
        SimWorld shaky = new SimWorld(seed);
        shaky.script.busy(3, 3);
        for (long second : new long[] {3, 20, 45, 70}) {
            // Half of what is under way is lost, of the other half some is done all the same; then a new one is
            // elected.
            shaky.scheduler.after(Duration.ofSeconds(second), () -> shaky.faults.database = 0.5);
            shaky.scheduler.after(Duration.ofMillis(second * 1_000 + 300), () -> shaky.faults.database = 1);
            shaky.scheduler.after(Duration.ofSeconds(second + 10), () -> shaky.faults.database = 0);
        }

        shaky.run().verify();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("F20 a change of the broker's leaders loses nothing and turns nothing around")
    void outlastsAChangeOfLeaders(long seed) {
        SimWorld headless = new SimWorld(seed);
        headless.script.busy(2, 3);
        for (long second : new long[] {2, 8, 30}) {
            headless.scheduler.after(Duration.ofSeconds(second), () -> headless.broker.leaderless = true);
            headless.scheduler.after(Duration.ofSeconds(second + 5), () -> {
                headless.broker.leaderless = false;
                headless.heard(0);
                headless.heard(1);
            });
        }

        headless.run().verify();
    }

    @Test
    @DisplayName("F25 what was edited in XPM and in the portal since they agreed is not overwritten")
    void leavesAFieldAloneThatBothSidesHaveChanged() {
        Subject company = pushed();
        edit(company, ClientElement.EMAIL, "office@practice.example");
        String change = world.script.change(company, 2, ChangeCause.CORPORATE_MESSENGER);

        world.run();

        assertThat(shown(company).contact().email()).isEqualTo("office@practice.example");
        assertThat(world.story.outcome(change, company.entityId())).contains(Outcome.UNCHANGED);
        assertThat(world.judge.violations).isEmpty();
    }

    @Test
    @DisplayName("F25 an edit in XPM of another field stays, and the portal's goes through")
    void writesTheFieldThatOnlyThePortalHasChanged() {
        Subject company = pushed();
        edit(company, ClientElement.PHONE, "03 9000 0000");
        String change = world.script.change(company, 2, ChangeCause.CORPORATE_MESSENGER);

        world.run().verify();

        assertThat(world.story.outcome(change, company.entityId())).contains(Outcome.UPDATED);
        assertThat(SimPractices.version(shown(company))).isEqualTo(2);
        assertThat(shown(company).contact().phone()).isEqualTo("03 9000 0000");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName(
            "F26 a clock that drifts on one worker while the other's jumps loses nothing and sends nothing too early")
    void outlastsAClockThatDrifts(long seed) {
        SimWorld drifting = new SimWorld(seed);
        drifting.faults.move = 0.005;
        drifting.faults.upheavals = 20;
        drifting.script.busy(3, 3);
        for (int minute = 1; minute <= 60; minute++) {
            boolean forward = minute % 20 < 10;
            drifting.scheduler.after(Duration.ofMinutes(minute), () -> {
                SimWorker slow = drifting.workers().getFirst();
                SimWorker jumping = drifting.workers().getLast();
                slow.clockError = slow.clockError.minusSeconds(2);
                jumping.clockError = Duration.ofMinutes(forward ? 10 : -10);
            });
        }

        drifting.run().verify();
    }

    @Test
    @DisplayName("F26 the night in which summer time ends is as any other")
    void worksThroughTheEndOfSummerTime() {
        Subject company = pushed();
        // The clocks of Sydney went back at 2026-04-04T16:00Z.
        Instant before = Instant.parse("2026-04-04T15:30:00Z");
        world.script.later(Duration.between(world.script.time(), before));
        List<String> changes = new ArrayList<>();
        for (long version = 2; version <= 9; version++) {
            changes.add(world.script.change(company, version, ChangeCause.CORPORATE_MESSENGER));
            world.script.later(Duration.ofMinutes(10));
        }

        world.run().verify();

        assertThat(changes)
                .allSatisfy(change -> assertThat(world.story.outcome(change, company.entityId()))
                        .contains(Outcome.UPDATED));
        List<Instant> calls = world.judge.departures(company.tenantId());
        assertThat(calls.getLast()).isBetween(before.plus(Duration.ofMinutes(70)), before.plus(Duration.ofMinutes(75)));
    }

    @Test
    @DisplayName("F27 a group whose offsets are gone reads everything again, calls nothing and creates nothing")
    void readsEverythingAgainWhenItsOffsetsAreGone() {
        world.script.busy(2, 3);
        int[] before = new int[2];
        int[] after = new int[1];
        world.scheduler.after(Duration.ofHours(2), () -> {
            before[0] = world.judge.calls;
            before[1] = world.story.outcomes();
        });
        world.scheduler.after(Duration.ofHours(3), () -> {
            world.broker.forgetOffsets();
            after[0] = world.broker.committed(0);
            world.heard(0);
            world.heard(1);
        });

        world.run().verify();

        assertThat(before[0]).isPositive();
        assertThat(after[0]).isZero();
        assertThat(world.broker.committed(0))
                .isEqualTo(world.broker.appended(0))
                .isPositive();
        assertThat(world.judge.calls).isEqualTo(before[0]);
        assertThat(world.story.outcomes()).isEqualTo(before[1]);
    }

    /** In XPM, and some minutes later. */
    private Subject pushed() {
        Subject company = world.script.subject(HARBOUR, 1);
        world.script.connect(HARBOUR, company.tenantId(), 1);
        world.script.change(company, 1, ChangeCause.EDITED);
        world.script.push(company);
        world.script.later(Duration.ofMinutes(5));
        return company;
    }

    /** By a person in XPM, just before what comes next. */
    private void edit(Subject company, ClientElement element, String value) {
        world.scheduler.after(
                Duration.between(world.scheduler.now(), world.script.time()).minusSeconds(30),
                () -> world.practices.edit(company.tenantId(), shown(company).id(), element, value));
    }

    private PracticeClient shown(Subject company) {
        return world.practices.all(company.tenantId()).getFirst();
    }
}
