package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two businesses on one worker, one of them very busy. */
class FairnessTest {

    private static final int ENTITIES = 40;
    private static final int CHANGES = 250;
    /** Every step of anybody takes a while here, before and after each of some dozens of commands. */
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    @Test
    void tenThousandChangesOfOneBusinessDelayNobody() {
        SimWorld world = new SimWorld(11);
        world.scheduler.mostSteps = 2_000_000;
        // As many as a poll brings.
        world.broker.mostInABatch = 1_000;
        world.script.connect("harbour", Script.tenantOf("harbour"), 1);
        world.script.connect("quay", Script.tenantOf("quay"), 1);
        world.script.later(Duration.ofSeconds(10)).atOnce();
        world.scheduler.after(
                Duration.ofSeconds(8),
                () -> world.assign(world.partitionOf("quay"), world.owner(world.partitionOf("harbour"))));
        for (int number = 1; number <= ENTITIES; number++) {
            Subject busy = world.script.subject("harbour", number);
            for (long version = 1; version <= CHANGES; version++) {
                world.script.change(busy, version, ChangeCause.CORPORATE_MESSENGER);
            }
            world.script.push(busy);
        }
        // While the busy one waits for its minutes.
        world.script.later(Duration.ofMinutes(5));
        Subject quiet = world.script.subject("quay", 1);
        world.script.change(quiet, 1, ChangeCause.EDITED);
        Instant asked = world.script.time();
        String push = world.script.push(quiet);

        world.run();

        assertThat(world.judge.violations).isEmpty();
        List<Instant> busy = world.judge.departures(Script.tenantOf("harbour"));
        List<Instant> calls = world.judge.departures(Script.tenantOf("quay"));
        assertThat(world.story.outcome(push, quiet.entityId())).contains(Outcome.CREATED);
        assertThat(calls).hasSize(2).allSatisfy(call -> assertThat(call).isBefore(asked.plus(AT_ONCE)));
        assertThat(busy.getLast()).as("still busy then").isAfter(calls.getLast());
    }
}
