package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.worker.simulation.Faults.Fate;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The faults that the integration has to survive, each by itself, so far as they concern one engine and its world. */
class FaultScenariosTest {

    private final SimWorld world = new SimWorld(7);

    @Test
    @DisplayName("F5 a create whose answer is lost is found and adopted")
    void adoptsACreateWhoseAnswerIsLost() {
        Subject company = connected();
        String push = told(company);
        world.faults.plan(Fate.ANSWERED, Fate.LOST_AFTER);

        world.run().verify();

        assertThat(world.story.outcome(push, company.entityId())).contains(Outcome.CREATED);
        assertThat(world.practices.all(company.tenantId())).hasSize(1);
    }

    @Test
    @DisplayName("F6 an update whose answer is lost is not written again")
    void takesAnUpdateWhoseAnswerIsLostAsDone() {
        Subject company = connected();
        told(company);
        world.script.later(Duration.ofMinutes(3));
        String change = world.script.change(company, 2, ChangeCause.CORPORATE_MESSENGER);
        // Search and create, then read and write.
        world.faults.plan(Fate.ANSWERED, Fate.ANSWERED, Fate.ANSWERED, Fate.LOST_AFTER);

        world.run().verify();

        assertThat(world.story.outcome(change, company.entityId())).contains(Outcome.UPDATED);
        assertThat(world.judge.calls).isEqualTo(5);
    }

    @Test
    @DisplayName("F7 a create that XPM applies after our patience is adopted")
    void adoptsACreateThatComesLate() {
        Subject company = connected();
        String push = told(company);
        world.faults.plan(Fate.ANSWERED, Fate.LATE);

        world.run().verify();

        assertThat(world.story.outcome(push, company.entityId())).contains(Outcome.CREATED);
        assertThat(world.practices.all(company.tenantId())).hasSize(1);
    }

    @Test
    @DisplayName("F8 a create that never arrived is sent once more, after two looks")
    void sendsACreateOnceMoreWhenItIsNotThere() {
        Subject company = connected();
        String push = told(company);
        world.faults.plan(Fate.ANSWERED, Fate.LOST_BEFORE);

        world.run().verify();

        assertThat(world.story.outcome(push, company.entityId())).contains(Outcome.CREATED);
        assertThat(world.practices.all(company.tenantId())).hasSize(1);
    }

    @Test
    @DisplayName("F9 what XPM declines waits for a person, and others go on")
    void parksWhatXpmDeclines() {
        Subject declined = connected();
        told(declined);
        world.script.later(Duration.ofMinutes(2));
        Subject other = world.script.subject("harbour", 2);
        String push = told(other);
        world.faults.plan(Fate.ANSWERED, Fate.REJECTED);

        world.run().verify();

        assertThat(world.story.isParked(declined.entityId())).isTrue();
        assertThat(world.story.outcome(push, other.entityId())).contains(Outcome.CREATED);
    }

    @Test
    @DisplayName("F11 a day limit of eighteen hours is waited out, over a death")
    void waitsOutADayLimitOverADeath() {
        Subject company = connected();
        String push = told(company);
        world.faults.retryAfter = Duration.ofHours(18);
        world.faults.plan(Fate.THROTTLED);
        int[] calls = new int[1];
        world.scheduler.after(Duration.ofHours(1), () -> world.kill(world.owner(world.partitionOf("harbour"))));
        world.scheduler.after(Duration.ofHours(17), () -> calls[0] = world.judge.calls);

        world.run().verify();

        assertThat(calls[0]).as("calls before the time").isOne();
        assertThat(world.story.outcome(push, company.entityId())).contains(Outcome.CREATED);
    }

    @Test
    @DisplayName("F12 half an hour without XPM loses nothing and ends without a burst")
    void outlastsAnOutage() {
        world.practices.downFor(Duration.ofMinutes(30));
        world.script.busy(4, 3);

        world.run().verify();

        assertThat(world.story.unfinished()).isEmpty();
        assertThat(world.judge.calls).as("calls into the outage and after it").isLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("F13 businesses that move every few seconds are served by one at a time")
    void outlastsAStormOfMoves(long seed) {
        SimWorld stormy = new SimWorld(seed);
        stormy.faults.move = 0.01;
        stormy.faults.upheavals = 40;
        stormy.script.busy(3, 3);

        stormy.run().verify();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("F14 an owner that stands still and wakes up later does no harm")
    void outlastsSleepers(long seed) {
        SimWorld sleepy = new SimWorld(seed);
        sleepy.faults.pause = 0.01;
        sleepy.faults.upheavals = 20;
        sleepy.script.busy(3, 3);

        sleepy.run().verify();
    }

    @Test
    @DisplayName("F18 what waits for a connection goes on when it is back")
    void waitsForTheConnection() {
        Subject company = connected();
        told(company);
        world.script.later(Duration.ofMinutes(3));
        world.script.disconnect("harbour");
        String change = world.script.change(company, 2, ChangeCause.CORPORATE_MESSENGER);
        world.script.later(Duration.ofHours(5));
        world.script.connect("harbour", company.tenantId(), 2);

        world.run().verify();

        assertThat(world.story.outcome(change, company.entityId())).contains(Outcome.UPDATED);
    }

    @Test
    @DisplayName("F18 what was meant for one organisation never reaches another")
    void dropsWhatWasMeantForAnotherOrganisation() {
        Subject company = connected();
        told(company);
        world.script.later(Duration.ofMinutes(3));
        world.script.disconnect("harbour");
        String change = world.script.change(company, 2, ChangeCause.CORPORATE_MESSENGER);
        world.script.later(Duration.ofMinutes(3));
        world.script.connect("harbour", "another-tenant", 2);

        world.run().verify();

        assertThat(world.story.outcome(change, company.entityId())).contains(Outcome.DROPPED);
        assertThat(world.practices.all("another-tenant")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("F19 a database that comes and goes costs time and nothing else")
    void outlastsADatabaseThatComesAndGoes(long seed) {
        SimWorld shaky = new SimWorld(seed);
        shaky.faults.database = 0.3;
        shaky.scheduler.after(Duration.ofMinutes(1), () -> shaky.faults.on = false);
        shaky.script.busy(2, 3);

        shaky.run().verify();
    }

    @Test
    @DisplayName("F27 a replay of everything makes no call and changes no outcome")
    void aReplayMakesNoCall() {
        world.script.busy(2, 3);
        int[] before = new int[2];
        world.scheduler.after(Duration.ofHours(2), () -> {
            before[0] = world.judge.calls;
            before[1] = world.story.outcomes();
        });
        world.script.later(Duration.ofHours(3)).replay();

        world.run().verify();

        assertThat(before[0]).isPositive();
        assertThat(world.judge.calls).isEqualTo(before[0]);
        assertThat(world.story.outcomes()).isEqualTo(before[1]);
    }

    private Subject connected() {
        Subject company = world.script.subject("harbour", 1);
        world.script.connect("harbour", company.tenantId(), 1);
        return company;
    }

    private String told(Subject company) {
        world.script.change(company, 1, ChangeCause.EDITED);
        return world.script.push(company);
    }
}
