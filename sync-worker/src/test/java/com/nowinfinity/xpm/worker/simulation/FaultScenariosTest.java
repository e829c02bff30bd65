package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.Allowance;
import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.api.XpmException.Limit;
import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.worker.simulation.Faults.Fate;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The faults that the integration has to survive, each by itself, so far as they concern one engine and its world. */
class FaultScenariosTest {

    private final SimWorld world = new SimWorld(7);

    @Test
    @DisplayName("F3 an event that is stored but not committed when its worker dies comes again and costs nothing")
    void aRedeliveryAfterADeathMakesNoCall() {
        Subject company = connected();
        told(company);
        world.script.later(Duration.ofMinutes(3));
        String change = world.script.change(company, 2, ChangeCause.CORPORATE_MESSENGER);
        world.scheduler.after(Duration.ofMinutes(2), () -> world.broker.killing = world::kill);

        world.run().verify();

        assertThat(world.started()).as("two, and one for the one that died").isEqualTo(3);
        assertThat(world.story.outcome(change, company.entityId())).contains(Outcome.UPDATED);
        // Search and create, then read and write.
        assertThat(world.judge.calls).isEqualTo(4);
    }

    @Test
    @DisplayName("F4 a create that its worker died of before it left is looked for and sent once")
    void sendsOnceWhatADeathKeptBack() {
        Subject company = connected();
        String push = told(company);
        world.faults.plan(Fate.ANSWERED, Fate.DIES_BEFORE);

        world.run().verify();

        assertThat(world.story.outcome(push, company.entityId())).contains(Outcome.CREATED);
        assertThat(world.practices.all(company.tenantId())).hasSize(1);
        // Search; two looks after the death, the usual search, and the create.
        assertThat(world.judge.calls).isEqualTo(5);
    }

    @Test
    @DisplayName("F5 a create that XPM applied when its worker died is found and adopted")
    void adoptsACreateWhoseWorkerDied() {
        Subject company = connected();
        String push = told(company);
        world.faults.plan(Fate.ANSWERED, Fate.DIES_AFTER);

        world.run().verify();

        assertThat(world.story.outcome(push, company.entityId())).contains(Outcome.CREATED);
        assertThat(world.practices.all(company.tenantId())).hasSize(1);
        assertThat(world.judge.calls).isEqualTo(3);
    }

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
    @DisplayName("F6 a repeat that XPM declines because it is done already counts as done")
    void takesARepeatThatIsDeclinedAsDoneAsDone() {
        Subject company = connected();
        told(company);
        world.script.later(Duration.ofMinutes(3));
        String change = world.script.change(company, 2, ChangeCause.CORPORATE_MESSENGER);
        // Search and create, then read and write, and both once more.
        world.faults.plan(Fate.ANSWERED, Fate.ANSWERED);
        world.faults.plan(Fate.ANSWERED, Fate.LOST_BEFORE, Fate.ANSWERED, Fate.DECLINED_AS_DONE);

        world.run().verify();

        assertThat(world.story.outcome(change, company.entityId())).contains(Outcome.UPDATED);
        assertThat(world.judge.calls).isEqualTo(7);
    }

    @Test
    @DisplayName("F6 a repeat that XPM declines for another reason waits for a person after one more look")
    void parksARepeatThatIsDeclinedTwice() {
        Subject company = connected();
        told(company);
        world.script.later(Duration.ofMinutes(3));
        world.script.change(company, 2, ChangeCause.CORPORATE_MESSENGER);
        world.faults.plan(Fate.ANSWERED, Fate.ANSWERED);
        world.faults.plan(Fate.ANSWERED, Fate.LOST_BEFORE, Fate.ANSWERED, Fate.REJECTED);
        world.faults.plan(Fate.ANSWERED, Fate.REJECTED);

        world.run();

        assertThat(world.story.isParked(company.entityId())).isTrue();
        assertThat(world.judge.calls).isEqualTo(8);
    }

    @ParameterizedTest
    @EnumSource(
            value = ChangeCause.class,
            names = {"CORPORATE_MESSENGER", "EDITED"})
    @DisplayName("F6 an update whose answer is lost does not keep the next version away")
    void knowsItsOwnUpdateAgainWhenItsAnswerIsLost(ChangeCause cause) {
        loseAnUpdateAndChange(world, cause);

        world.run().verify();

        assertThat(world.practices.all(Script.tenantOf("harbour")))
                .singleElement()
                .extracting(SimPractices::version)
                .isEqualTo(3L);
    }

    /** The answer to version 2 is lost, and version 3 comes while it is waited for. */
    static void loseAnUpdateAndChange(SimWorld world, ChangeCause cause) {
        Subject company = world.script.subject("harbour", 1);
        world.script.connect("harbour", company.tenantId(), 1);
        world.script.change(company, 1, ChangeCause.EDITED);
        world.script.push(company);
        world.script.later(Duration.ofMinutes(3));
        world.script.change(company, 2, ChangeCause.CORPORATE_MESSENGER);
        world.script.later(Duration.ofSeconds(15));
        world.script.change(company, 3, cause);
        world.faults.plan(Fate.ANSWERED, Fate.ANSWERED, Fate.ANSWERED, Fate.LATE);
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
    @DisplayName("F8 a client that holds what was never sent is not taken for the create that is looked for")
    void leavesToAPersonWhoeverHoldsMoreThanWasSent() {
        Subject company = connected();
        told(company);
        world.faults.plan(Fate.ANSWERED, Fate.LOST_BEFORE);
        world.scheduler.after(
                Duration.ofSeconds(15),
                () -> world.practices.add(
                        company.tenantId(),
                        ClientPatch.NONE
                                .set(ClientElement.NAME, company.name())
                                .set(ClientElement.BUSINESS_STRUCTURE, "Company")
                                .set(ClientElement.COMPANY_NUMBER, company.acn())
                                .set(ClientElement.EMAIL, Script.email(company.entityId(), 1))
                                .set(ClientElement.PHONE, "02 9999 0000")));

        world.run();

        assertThat(world.judge.violations).isEmpty();
        assertThat(world.story.isParked(company.entityId())).isTrue();
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

    @ParameterizedTest
    @EnumSource(
            value = Fate.class,
            names = {"LATE", "DIES_AFTER"})
    @DisplayName("F5 a create whose answer is lost is found by the name that was sent, whatever the name is by then")
    void adoptsByWhatWasSent(Fate fate) {
        Subject company = connected().withoutNumber();
        String push = told(company);
        world.faults.plan(Fate.ANSWERED, fate);
        renamedMeanwhile(company, ChangeCause.CORPORATE_MESSENGER);

        world.run().verify();

        assertThat(world.story.outcome(push, company.entityId())).contains(Outcome.CREATED);
        assertThat(world.practices.all(company.tenantId())).singleElement().satisfies(client -> {
            assertThat(client.name()).isEqualTo("Renamed Pty Ltd");
            assertThat(SimPractices.version(client)).isEqualTo(2);
        });
    }

    @Test
    @DisplayName("F8 a create that never arrived is sent once more with the newest state")
    void sendsTheNewestStateWhenACreateIsNotThere() {
        Subject company = connected().withoutNumber();
        String push = told(company);
        world.faults.plan(Fate.ANSWERED, Fate.LOST_BEFORE);
        renamedMeanwhile(company, ChangeCause.EDITED);

        world.run().verify();

        assertThat(world.story.outcome(push, company.entityId())).contains(Outcome.CREATED);
        assertThat(world.practices.all(company.tenantId()))
                .singleElement()
                .extracting(PracticeClient::name)
                .isEqualTo("Renamed Pty Ltd");
    }

    /** While the answer to the create is waited for. */
    private void renamedMeanwhile(Subject company, ChangeCause cause) {
        world.script.later(Duration.ofSeconds(15));
        world.script.change(company.renamed("Renamed Pty Ltd"), 2, cause);
    }

    @Test
    @DisplayName("F5 while nobody knows whether a client was created, no other entity of its number gets one")
    void keepsTheNumberOfAnUnclearCreate() {
        Subject company = connected();
        String push = told(company);
        world.faults.plan(Fate.ANSWERED, Fate.LATE);
        world.script.later(Duration.ofSeconds(15)).atOnce();
        Subject again = world.script.subject("harbour", 2).numbered(company.acn());
        String another = told(again);

        world.run();

        assertThat(world.story.outcome(push, company.entityId())).contains(Outcome.CREATED);
        assertThat(world.story.outcome(another, again.entityId())).isPresent();
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

    @ParameterizedTest
    @EnumSource(
            value = Limit.class,
            names = {"MINUTE", "CONCURRENT"})
    @DisplayName("F10 an organisation that is refused waits as long as it is told, and no other does")
    void pausesTheOrganisationThatIsRefused(Limit limit) {
        refuseTheFirstCall(limit);

        world.run().verify();

        List<Instant> refused = world.judge.departures(Script.tenantOf("harbour"));
        List<Instant> other = world.judge.departures(Script.tenantOf("quay"));
        assertThat(refused.get(1)).isAfterOrEqualTo(refused.getFirst().plusSeconds(90));
        assertThat(other).hasSizeGreaterThanOrEqualTo(2);
        assertThat(other.get(1)).isBefore(refused.get(1));
    }

    @Test
    @DisplayName("F10 a refusal of the whole app is waited out by every worker")
    void pausesEveryoneWhenTheAppIsRefused() {
        refuseTheFirstCall(Limit.APP_MINUTE);

        world.run().verify();

        List<Instant> refused = world.judge.departures(Script.tenantOf("harbour"));
        List<Instant> other = world.judge.departures(Script.tenantOf("quay"));
        assertThat(refused.get(1)).isAfterOrEqualTo(refused.getFirst().plusSeconds(90));
        assertThat(other.getFirst()).isAfterOrEqualTo(refused.getFirst().plusSeconds(90));
    }

    @Test
    @DisplayName("F10 a refusal that says that nothing is left lasts no longer than it is told")
    void goesOnAsSoonAsItMay() {
        Subject company = connected();
        told(company);
        told(world.script.subject("harbour", 2));
        world.faults.retryAfter = Duration.ofSeconds(22);
        world.faults.limit = Limit.MINUTE;
        world.faults.refusedWith = new Allowance(0, 4_000, 9_000, null);
        world.faults.plan(Fate.THROTTLED);

        world.run().verify();

        List<Instant> calls = world.judge.departures(Script.tenantOf("harbour"));
        Instant free = calls.getFirst().plusSeconds(22);
        assertThat(calls.stream().filter(call -> !call.isBefore(free)).findFirst())
                .hasValueSatisfying(first -> assertThat(first).isBefore(free.plusSeconds(5)));
    }

    private void refuseTheFirstCall(Limit limit) {
        told(connected());
        world.script.later(Duration.ofSeconds(20));
        Subject other = world.script.subject("quay", 1);
        world.script.connect("quay", other.tenantId(), 1);
        told(other);
        world.faults.retryAfter = Duration.ofSeconds(90);
        world.faults.limit = limit;
        world.faults.plan(Fate.THROTTLED);
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
    @DisplayName("F11 a day limit of which nothing is left ends when it is told to")
    void goesOnOnceTheDayLimitIsOver() {
        Subject company = connected();
        String push = told(company);
        world.faults.retryAfter = Duration.ofHours(18);
        world.faults.limit = Limit.DAY;
        world.faults.refusedWith = new Allowance(10, 0, 9_000, null);
        world.faults.plan(Fate.THROTTLED);

        world.run().verify();

        List<Instant> calls = world.judge.departures(Script.tenantOf("harbour"));
        assertThat(calls.get(1))
                .isBetween(
                        calls.getFirst().plus(Duration.ofHours(18)),
                        calls.getFirst().plus(Duration.ofHours(18)).plusSeconds(30));
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

    @Test
    @DisplayName("F12 an outage costs few calls where a single entity waits for its end")
    void knocksSeldomForOneEntity() {
        Subject company = connected();
        world.script.later(Duration.ofMinutes(2));
        world.practices.downFor(Duration.ofMinutes(30));
        String push = told(company);

        world.run().verify();

        assertThat(world.story.outcome(push, company.entityId())).contains(Outcome.CREATED);
        assertThat(world.judge.calls).as("one a minute").isLessThan(45);
    }

    @Test
    @DisplayName("F12 an XPM that shows everything and takes nothing is asked seldom, and nobody is left to people")
    void knocksSeldomWhereNothingIsTaken() {
        AtomicBoolean isReadOnly = new AtomicBoolean(true);
        AtomicInteger refused = new AtomicInteger();
        SimWorld readOnly = new SimWorld(7, Plants.hearing(call -> {
            if (isReadOnly.get() && call.equals("addClient")) {
                refused.incrementAndGet();
                throw new XpmException.Unavailable("Down", null, Allowance.UNSAID, null);
            }
        }));
        readOnly.script.connect("harbour", Script.tenantOf("harbour"), 1);
        readOnly.script.later(Duration.ofSeconds(10));
        for (int number = 1; number <= 3; number++) {
            Subject company = readOnly.script.subject("harbour", number);
            readOnly.script.change(company, 1, ChangeCause.EDITED);
            readOnly.script.push(company);
        }
        readOnly.scheduler.after(Duration.ofMinutes(20), () -> isReadOnly.set(false));

        readOnly.run().verify();

        assertThat(refused.get()).as("ever more seldom").isLessThan(15);
        assertThat(readOnly.practices.all(Script.tenantOf("harbour"))).hasSize(3);
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
    @DisplayName("F24 repeated and reordered versions end at the newest, with no write for an older one")
    void theNewestVersionStandsWhateverTheOrder() {
        Subject company = connected();
        told(company);
        world.script.later(Duration.ofMinutes(3));
        String newest = world.script.change(company, 5, ChangeCause.CORPORATE_MESSENGER);
        List<String> older = new ArrayList<>();
        for (long version = 4; version > 1; version--) {
            older.add(world.script.change(company, version, ChangeCause.CORPORATE_MESSENGER));
        }
        world.script.replay();
        world.script.replay();
        world.script.later(Duration.ofMinutes(10)).replay();

        world.run().verify();

        assertThat(world.story.outcome(newest, company.entityId())).contains(Outcome.UPDATED);
        assertThat(older)
                .allSatisfy(change -> assertThat(world.story.outcome(change, company.entityId()))
                        .contains(Outcome.SUPERSEDED));
        assertThat(world.practices.all(company.tenantId()))
                .singleElement()
                .extracting(SimPractices::version)
                .isEqualTo(5L);
        // Search and create, then read and write.
        assertThat(world.judge.calls).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("F26 a clock that is set ten minutes forward or back frees no slot early and loses nothing")
    void outlastsAClockThatJumps(long seed) {
        SimWorld jumpy = new SimWorld(seed);
        jumpy.faults.jump = 0.01;
        jumpy.faults.kill = 0.002;
        jumpy.script.busy(3, 3);

        jumpy.run().verify();
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
