package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.Allowance;
import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.worker.simulation.Faults.Fate;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A director goes along with a push and parks: the company gets its outcome without him, and he comes later. */
class RetriedHolderTest {

    private static final String BUSINESS = "harbour";

    private final SimWorld world = new SimWorld(1);

    @Test
    void hasHisRoleAndIsInTheGroupOnceAPersonTriesAgain() {
        Subject director = world.script.subject(BUSINESS, 2);
        Subject company = world.script.subject(BUSINESS, 1).directedBy(director);
        world.script.connect(BUSINESS, company.tenantId(), 1);
        world.script.change(director, 1, ChangeCause.EDITED);
        world.script.change(company, 1, ChangeCause.EDITED);
        world.script.later(Duration.ofSeconds(30));
        String push = world.script.push(company, List.of(director), "Family");
        world.faults.plan(Fate.ANSWERED, Fate.REJECTED);
        boolean[] parked = new boolean[1];
        world.scheduler.after(Duration.ofMinutes(10), () -> parked[0] = world.story.isParked(director.entityId()));
        world.script.later(Duration.ofMinutes(20));
        world.script.decide(Action.RETRY, director, null);

        world.run().verify();

        assertThat(parked[0]).as("the director, at first").isTrue();
        assertThat(world.story.outcome(push, director.entityId())).contains(Outcome.CREATED);
        assertThat(world.clientOf(company).orElseThrow().relationships()).hasSize(1);
        assertThatBothAreInTheGroup(company.tenantId());
    }

    /** Else each would wait for the other: a create that nobody knows of, and one who is to come before it. */
    @Test
    void doesNotStandStillWhereBothShareANameAndTheCompanysCreateIsUnclear() {
        Subject company = world.script.subject(BUSINESS, 1);
        Subject director = world.script.subject(BUSINESS, 2).renamed(company.name());
        String push = triedAgainWhileTheCompanyIsUnclear(company.directedBy(director), director);
        world.faults.plan(Fate.ANSWERED, Fate.REJECTED, Fate.ANSWERED, Fate.LOST_AFTER);

        world.run().verify();

        assertThat(world.story.outcome(push, company.entityId())).contains(Outcome.CREATED);
        assertThat(world.story.outcome(push, director.entityId())).contains(Outcome.CREATED);
    }

    /** Nor where a person says which client the company is, before it has been looked for. */
    @Test
    void doesNotStandStillWhereAPersonLinksTheCompanyWhoseCreateIsUnclear() {
        Subject company = world.script.subject(BUSINESS, 1);
        Subject director = world.script.subject(BUSINESS, 2).renamed(company.name());
        String push = triedAgainWhileTheCompanyIsUnclear(company.directedBy(director), director);
        world.script.later(Duration.ofSeconds(2));
        // The first that was ever created.
        world.script.decide(Action.LINK, company, "x-1");
        world.faults.plan(Fate.ANSWERED, Fate.REJECTED, Fate.ANSWERED, Fate.LOST_AFTER);

        world.run().verify();

        assertThat(world.story.outcome(push, company.entityId())).isPresent();
        assertThat(world.story.outcome(push, director.entityId())).contains(Outcome.CREATED);
    }

    /** What was read before its client was found says that nobody knows of it. */
    @Test
    void doesNotStandStillWhereXpmFailsOnARoleOfTheCompanyThatHasJustBeenFound() {
        int[] roles = new int[1];
        int[] creates = new int[1];
        SimWorld failing = new SimWorld(
                1,
                Plants.hearing(
                        call -> {
                            if (call.equals("addRelationship") && roles[0]++ == 0) {
                                throw new XpmException.Unavailable("Down", null, Allowance.UNSAID, null);
                            }
                            // The director's, then that of who comes late.
                            if (call.equals("addClient") && ++creates[0] == 2) {
                                throw new XpmException.Rejected(400, "Not like this", Allowance.UNSAID);
                            }
                        },
                        (call, answer) -> {
                            if (call.equals("addClient") && creates[0] == 3) {
                                throw new XpmException.OutcomeUnknown("No answer", Allowance.UNSAID, null);
                            }
                            return answer;
                        }));
        Subject company = failing.script.subject(BUSINESS, 1);
        Subject late = failing.script.subject(BUSINESS, 2).renamed(company.name());
        Subject director = failing.script.subject(BUSINESS, 3);
        Subject directed = company.directedBy(late, director);
        failing.script.connect(BUSINESS, company.tenantId(), 1);
        failing.script.change(director, 1, ChangeCause.EDITED);
        failing.script.push(director);
        failing.script.change(late, 1, ChangeCause.EDITED);
        failing.script.change(directed, 1, ChangeCause.EDITED);
        failing.script.later(Duration.ofMinutes(5)).atOnce();
        String push = failing.script.push(directed, List.of(late), "Family");
        failing.script.later(Duration.ofSeconds(14));
        failing.script.decide(Action.RETRY, late, null);

        failing.run().verify();

        assertThat(roles[0]).as("the role was tried again").isGreaterThan(1);
        assertThat(failing.story.outcome(push, company.entityId())).contains(Outcome.CREATED);
        assertThat(failing.story.outcome(push, late.entityId())).contains(Outcome.CREATED);
    }

    @Test
    void isInTheGroupThoughTheCompanysCreateWasClearedUpBeforeHisOwn() {
        Subject director = world.script.subject(BUSINESS, 2);
        Subject company = world.script.subject(BUSINESS, 1).directedBy(director);
        String push = triedAgainWhileTheCompanyIsUnclear(company, director);
        world.faults.plan(
                Fate.ANSWERED, Fate.REJECTED, Fate.ANSWERED, Fate.LOST_AFTER, Fate.ANSWERED, Fate.LOST_BEFORE);

        world.run().verify();

        assertThat(world.story.outcome(push, company.entityId())).contains(Outcome.CREATED);
        assertThatBothAreInTheGroup(company.tenantId());
    }

    private void assertThatBothAreInTheGroup(String tenantId) {
        assertThat(world.practices.groups(tenantId))
                .singleElement()
                .satisfies(group -> assertThat(world.practices
                                .members(tenantId, group.id())
                                .orElseThrow()
                                .clients())
                        .hasSize(2));
    }

    private String triedAgainWhileTheCompanyIsUnclear(Subject company, Subject director) {
        world.script.connect(BUSINESS, company.tenantId(), 1);
        world.script.change(director, 1, ChangeCause.EDITED);
        world.script.change(company, 1, ChangeCause.EDITED);
        world.script.later(Duration.ofSeconds(30)).atOnce();
        String push = world.script.push(company, List.of(director), "Family");
        // The company's create has been lost by then, and is not looked for yet.
        world.script.later(Duration.ofSeconds(14));
        world.script.decide(Action.RETRY, director, null);
        return push;
    }
}
