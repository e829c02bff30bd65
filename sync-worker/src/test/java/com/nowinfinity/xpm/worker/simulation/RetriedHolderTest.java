package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

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
    void hasHisRoleOnceAPersonTriesAgain() {
        Subject director = world.script.subject(BUSINESS, 2);
        Subject company = world.script.subject(BUSINESS, 1).directedBy(director);
        world.script.connect(BUSINESS, company.tenantId(), 1);
        world.script.change(director, 1, ChangeCause.EDITED);
        world.script.change(company, 1, ChangeCause.EDITED);
        world.script.later(Duration.ofSeconds(30));
        String push = world.script.push(company, List.of(director), null);
        world.faults.plan(Fate.ANSWERED, Fate.REJECTED);
        boolean[] parked = new boolean[1];
        world.scheduler.after(Duration.ofMinutes(10), () -> parked[0] = world.story.isParked(director.entityId()));
        world.script.later(Duration.ofMinutes(20));
        world.script.decide(Action.RETRY, director, null);

        world.run().verify();

        assertThat(parked[0]).as("the director, at first").isTrue();
        assertThat(world.story.outcome(push, director.entityId())).contains(Outcome.CREATED);
        assertThat(world.clientOf(company).orElseThrow().relationships()).hasSize(1);
    }
}
