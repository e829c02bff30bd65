package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.worker.simulation.Faults.Fate;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes after the clients of a push. */
class GroupsAndPapersTest {

    private static final String TENANT = Script.tenantOf("harbour");
    private static final String GROUP = "Smith family";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void pushesIntoOneNewGroupMakeItOnce(long seed) {
        SimWorld world = new SimWorld(seed);
        List<Subject> companies = inXpm(world, 3);
        world.script.atOnce();
        List<String> pushes = companies.stream()
                .map(company -> world.script.push(company, List.of(), GROUP))
                .toList();

        world.run().verify();

        assertThat(members(world)).hasSize(3);
        assertThat(pushes)
                .allSatisfy(push -> assertThat(companies)
                        .anySatisfy(company -> assertThat(world.story.outcome(push, company.entityId()))
                                .contains(Outcome.UPDATED)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fate.class,
            names = {"LATE", "DIES_AFTER", "LOST_AFTER", "LOST_BEFORE"})
    void aGroupWhoseAnswerIsLostIsLookedForBeforeAnybodyMakesItAgain(Fate fate) {
        SimWorld world = new SimWorld(1);
        List<Subject> companies = inXpm(world, 2);
        world.script.atOnce();
        companies.forEach(company -> world.script.push(company, List.of(), GROUP));
        // Each looks at its client, then one lists the groups and makes one.
        world.scheduler.after(
                Duration.ofMinutes(29), () -> world.faults.plan(Fate.ANSWERED, Fate.ANSWERED, Fate.ANSWERED, fate));

        world.run().verify();

        assertThat(members(world)).hasSize(2);
    }

    @Test
    @DisplayName("F6 who dies while a company joins a group leaves it to the next, and it joins once")
    void aMembershipWhoseWorkerDiesIsMadeByTheNext() {
        List<SimWorld> worlds = new ArrayList<>();
        List<String> joins = new ArrayList<>();
        SimWorld world = new SimWorld(1, Plants.hearing(call -> {
            if (call.equals("changeMembers")) {
                joins.add(call);
                if (joins.size() == 1) {
                    SimWorld dying = worlds.getFirst();
                    dying.kill(dying.owner(dying.partitionOf("harbour")));
                }
            }
        }));
        worlds.add(world);
        List<Subject> companies = inXpm(world, 2);
        world.script.atOnce();
        companies.forEach(company -> world.script.push(company, List.of(), GROUP));

        world.run().verify();

        assertThat(members(world)).hasSize(2);
        assertThat(joins).hasSizeGreaterThan(1);
    }

    @Test
    void aLostUploadIsLookedForAgainAfterAnotherThatNeverLeft() {
        List<String> calls = new ArrayList<>();
        SimWorld world = new SimWorld(1, Plants.hearing(calls::add));
        // A look at the client, the upload, a look at its documents, and the second upload.
        Sent sent = sent(world, Fate.ANSWERED, Fate.LOST_BEFORE, Fate.ANSWERED, Fate.UNAVAILABLE);

        world.run().verify();

        assertThat(world.story.outcome(sent.push(), sent.paper())).contains(Outcome.CREATED);
        assertThat(calls.stream().filter("addDocument"::equals)).hasSize(3);
        assertThat(calls.stream().filter("listDocuments"::equals)).hasSize(2);
    }

    @Test
    void aPaperOfWhichXpmSaysNothingTwiceIsNotSentAgainAndAgain() {
        List<String> calls = new ArrayList<>();
        SimWorld world = new SimWorld(1, Plants.hearing(calls::add));
        // A look at the client, the upload, a look at its documents, and the second upload.
        Sent sent = sent(world, Fate.ANSWERED, Fate.LOST_BEFORE, Fate.ANSWERED, Fate.LOST_BEFORE);

        world.run().verify();

        assertThat(world.story.isParked(sent.paper())).isTrue();
        assertThat(calls.stream().filter("addDocument"::equals)).hasSize(2);
    }

    @Test
    void aPaperThatWaitsForAPersonIsDroppedOnceAnotherOrganisationIsConnected() {
        SimWorld world = new SimWorld(1);
        // A look at the client, and an upload that is declined.
        Sent sent = sent(world, Fate.ANSWERED, Fate.REJECTED);
        world.script.later(Duration.ofMinutes(30)).connect("harbour", "another", 2);
        world.script.later(Duration.ofMinutes(1)).paper(sent.company());

        world.run();

        assertThat(world.judge.violations).isEmpty();
        assertThat(world.story.outcome(sent.push(), sent.paper())).contains(Outcome.DROPPED);
    }

    @Test
    void aPaperThatWaitsForAConnectionGoesOnWithIt() {
        SimWorld world = new SimWorld(1);
        // A look at the client, and an upload that is to be tried again once the business is connected no more.
        Sent sent = sent(world, Fate.ANSWERED, Fate.UNAVAILABLE);
        world.script.later(Duration.ofSeconds(4)).disconnect("harbour");
        world.script.later(Duration.ofHours(2)).connect("harbour", TENANT, 1);

        world.run().verify();

        assertThat(world.story.outcome(sent.push(), sent.paper())).contains(Outcome.CREATED);
    }

    private record Sent(Subject company, String paper, String push) {}

    /** A company in XPM is pushed once more, with a paper, and that is what becomes of the calls. */
    private static Sent sent(SimWorld world, Fate... fates) {
        Subject company = inXpm(world, 1).getFirst();
        String paper = world.script.paper(company);
        String push = world.script.push(company);
        world.scheduler.after(Duration.ofMinutes(29), () -> world.faults.plan(fates));
        return new Sent(company, paper, push);
    }

    private static List<Subject> inXpm(SimWorld world, int companies) {
        List<Subject> subjects = new ArrayList<>();
        world.script.connect("harbour", TENANT, 1);
        for (int number = 1; number <= companies; number++) {
            Subject company = world.script.subject("harbour", number);
            world.script.change(company, 1, ChangeCause.EDITED);
            world.script.push(company);
            subjects.add(company);
        }
        world.script.later(Duration.ofMinutes(30));
        return subjects;
    }

    private static List<?> members(SimWorld world) {
        assertThat(world.practices.groups(TENANT)).hasSize(1);
        String group = world.practices.groups(TENANT).getFirst().id();
        return world.practices.members(TENANT, group).orElseThrow().clients();
    }
}
