package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.SyncFinished;
import com.nowinfinity.xpm.worker.intents.Intents;
import com.nowinfinity.xpm.worker.runs.Runs;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F18: a person connects another organisation, or none, while something is on its way. */
class OrganisationChangedTest {

    private static final String TENANT = Script.tenantOf("harbour");
    private static final String ANOTHER = "another";

    @Test
    void whatWasAcceptedForTheFirstOneIsNotDoneInTheOther() {
        SimWorld world = new SimWorld(1);
        Subject company = known(world);
        world.script.later(Duration.ofMinutes(10));
        // The worker hears of the push and of the other organisation at once.
        world.scheduler.after(Duration.ofMinutes(5), () -> world.broker.leaderless = true);
        String push = world.script.push(company);
        Subject other = world.script.subject("harbour", 2);
        world.script.change(other, 1, ChangeCause.EDITED);
        String created = world.script.decide(Action.RESOLVE_PUSH, other, null);
        String linked = world.script.decide(Action.LINK, other, "x-1");
        String looked = world.script.decide(Action.CHECK_AGAIN, other, null);
        world.script.run("harbour", "asked-for-in-the-first-one");
        world.script.later(Duration.ofMinutes(1)).connect("harbour", ANOTHER, 2);
        world.scheduler.after(Duration.ofMinutes(20), () -> {
            world.broker.leastInABatch = 20;
            world.broker.leaderless = false;
            world.heard(world.partitionOf("harbour"));
        });

        world.run();

        assertThat(world.judge.violations).isEmpty();
        assertThat(world.practices.all(ANOTHER)).isEmpty();
        assertThat(world.judge.departures(ANOTHER)).isEmpty();
        assertThat(world.story.code(push, company.entityId())).contains("organisation-changed");
        assertThat(world.broker.published)
                .filteredOn(SyncFinished.class::isInstance)
                .singleElement()
                .satisfies(ended ->
                        assertThat(((SyncFinished) ended).getReason().getCode()).isEqualTo("organisation-changed"));
        assertThat(List.of(created, linked, looked))
                .allSatisfy(decision ->
                        assertThat(world.story.code(decision, other.entityId())).contains("organisation-changed"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whatIsMeantForTheOtherOneIsDoneThereWhateverIsStillOnItsWay(long seed) {
        SimWorld world = new SimWorld(seed);
        Subject company = known(world);
        world.script.later(Duration.ofMinutes(10));
        world.script.atOnce();
        world.script.push(company);
        world.script.later(Duration.ofMillis(50 * seed)).connect("harbour", ANOTHER, 2);
        String push = world.script.push(company);

        world.run();

        assertThat(world.judge.violations).isEmpty();
        assertThat(world.story.outcome(push, company.entityId())).contains(Outcome.CREATED);
        assertThat(world.practices.all(ANOTHER)).hasSize(1);
    }

    /** The other one comes while it waits, reads, links or compares; what it has looked at is the first one's. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aRunOfTheFirstOneIsNoneOfTheOther(long seed) {
        SimWorld world = new SimWorld(seed);
        known(world);
        world.script.later(Duration.ofMinutes(10)).atOnce();
        world.script.run("harbour", "of-the-first-one");
        world.script.later(Duration.ofMillis(50 * seed)).connect("harbour", ANOTHER, 2);

        world.run();

        assertThat(world.judge.violations).isEmpty();
        assertThat(new Runs(world.shelf("runs")).anyCompleted("harbour", ANOTHER))
                .isFalse();
        assertThat(world.broker.published)
                .filteredOn(SyncFinished.class::isInstance)
                .singleElement()
                .satisfies(
                        ended -> assertThat(((SyncFinished) ended).getState()).isEqualTo(RunEnd.FAILED));
    }

    /** It may have found, in the first one, the very client that the other one has by now. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aRunOfTheFirstOneTakesNoLinkAwayFromTheOther(long seed) {
        SimWorld world = new SimWorld(seed);
        Subject company = known(world);
        String acn = Objects.requireNonNull(company.acn());
        world.practices.add(
                TENANT,
                ClientPatch.NONE
                        .set(ClientElement.NAME, company.name())
                        .set(ClientElement.COMPANY_NUMBER, acn)
                        .set(ClientElement.BUSINESS_STRUCTURE, "Company"));
        world.script.later(Duration.ofMinutes(10)).atOnce();
        world.script.run("harbour", "of-the-first-one");
        world.script.later(Duration.ofMillis(50 * seed)).connect("harbour", ANOTHER, 2);
        String push = world.script.push(company);

        world.run();

        assertThat(world.judge.violations).isEmpty();
        assertThat(world.story.outcome(push, company.entityId())).contains(Outcome.CREATED);
        assertThat(new Intents(world.shelf("intents"))
                        .find("harbour", company.entityId())
                        .clientIn(ANOTHER))
                .isPresent();
    }

    @Test
    void whatWaitsForTheMinuteDoesNotLeaveOnceAPersonHasDisconnected() {
        SimWorld world = new SimWorld(1);
        world.script.connect("harbour", TENANT, 1);
        // Two calls for each, which is more than two minutes allow.
        List<Subject> companies = IntStream.rangeClosed(1, 10)
                .mapToObj(number -> world.script.subject("harbour", number))
                .toList();
        companies.forEach(company -> world.script.change(company, 1, ChangeCause.EDITED));
        world.script.later(Duration.ofMinutes(5)).atOnce();
        companies.forEach(world.script::push);
        world.script.later(Duration.ofSeconds(40)).disconnect("harbour");
        Instant disconnected = world.script.time();

        world.run();

        assertThat(world.judge.violations).isEmpty();
        assertThat(world.judge.departures(TENANT))
                .isNotEmpty()
                .allMatch(departed -> departed.isBefore(disconnected.plusSeconds(2)));
    }

    private static Subject known(SimWorld world) {
        world.script.connect("harbour", TENANT, 1);
        Subject company = world.script.subject("harbour", 1);
        world.script.change(company, 1, ChangeCause.EDITED);
        return company;
    }
}
