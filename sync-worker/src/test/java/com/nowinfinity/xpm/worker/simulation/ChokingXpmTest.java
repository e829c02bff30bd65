package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.Allowance;
import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.SyncFinished;
import com.nowinfinity.xpm.worker.simulation.Faults.Fate;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.time.Duration;
import java.util.List;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** F12: XPM answers everybody but fails on one thing, each time: nobody tries that for ever. */
@DisplayName("F12 what XPM fails on each time, while it answers others, is left to people in the end")
class ChokingXpmTest {

    private static final String BUSINESS = "harbour";
    private static final String TENANT = Script.tenantOf(BUSINESS);
    private static final Judge.Allowed LONG_DAY = new Judge.Allowed(6, 2, 5_000, 9);
    private static final int MANY = 60;

    private int failed;

    @Test
    void theSearchForAClientThatMayHaveBeenCreated() {
        boolean[] fails = new boolean[1];
        SimWorld world =
                choking((call, said) -> fails[0] && call.equals("searchClients") && said.contains("Company harbour-1"));
        Subject company = told(world, 1);
        world.script.push(company);
        world.faults.plan(Fate.ANSWERED, Fate.LOST_BEFORE);
        world.scheduler.after(Duration.ofSeconds(5), () -> fails[0] = true);
        othersGoOn(world);

        world.run().verify();

        assertThat(world.story.isParked(company.entityId())).isTrue();
        assertThat(failed).isBetween(2, MANY);
    }

    @Test
    void anUpload() {
        SimWorld world = choking((call, said) -> call.equals("addDocument"));
        Subject company = told(world, 1);
        String paper = world.script.paper(company);
        String push = world.script.push(company);
        othersGoOn(world);

        world.run();

        assertThat(world.judge.violations).isEmpty();
        assertThat(world.story.outcome(push, company.entityId())).contains(Outcome.CREATED);
        assertThat(world.story.isParked(paper)).isTrue();
        assertThat(failed).isBetween(2, MANY);
    }

    @Test
    void theListOfARun() {
        SimWorld world = choking((call, said) -> call.equals("listClients"));
        told(world, 1);
        world.script.run(BUSINESS, "unlisted");
        othersGoOn(world);

        world.run();

        assertThat(world.judge.violations).isEmpty();
        assertThat(world.broker.published)
                .filteredOn(SyncFinished.class::isInstance)
                .singleElement()
                .satisfies(ended -> {
                    assertThat(((SyncFinished) ended).getState()).isEqualTo(RunEnd.FAILED);
                    assertThat(((SyncFinished) ended).getReason().getCode()).isEqualTo("xpm-unavailable");
                });
    }

    @Test
    void theLookThatAPersonAskedFor() {
        boolean[] fails = new boolean[1];
        SimWorld world = choking((call, said) -> fails[0] && call.equals("getClient") && said.contains("x-1"));
        Subject company = told(world, 1);
        world.script.push(company);
        world.scheduler.after(Duration.ofMinutes(5), () -> fails[0] = true);
        world.script.later(Duration.ofMinutes(6));
        String look = world.script.decide(Action.CHECK_AGAIN, company, null);
        othersGoOn(world);

        world.run();

        assertThat(world.judge.violations).isEmpty();
        assertThat(world.story.code(look, company.entityId())).contains("xpm-unavailable");
        assertThat(failed).isBetween(2, MANY);
    }

    private SimWorld choking(BiPredicate<String, List<Object>> on) {
        SimWorld world = new SimWorld(
                1,
                Plants.listening((call, said) -> {
                    if (on.test(call, said)) {
                        failed++;
                        throw new XpmException.Unavailable("Down", null, Allowance.UNSAID, null);
                    }
                }),
                LONG_DAY);
        world.scheduler.mostSteps = 2_000_000;
        world.script.connect(BUSINESS, TENANT, 1);
        return world;
    }

    private static Subject told(SimWorld world, int number) {
        Subject company = world.script.subject(BUSINESS, number);
        world.script.change(company, 1, ChangeCause.EDITED);
        return company;
    }

    /** Looks and writes that XPM answers, for ten hours. */
    private static void othersGoOn(SimWorld world) {
        Subject other = told(world, 2);
        world.script.push(other);
        for (int version = 2; version <= 200; version++) {
            world.script.later(Duration.ofMinutes(3));
            world.script.change(other, version, ChangeCause.CORPORATE_MESSENGER);
        }
    }
}
