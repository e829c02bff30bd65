package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.worker.simulation.Faults.Fate;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A person switches following off while changes that followed by themselves wait for XPM's limits. */
class UnfollowedTest {

    private static final String BUSINESS = "harbour";

    private final SimWorld world = new SimWorld(1);

    @Test
    void whatWaitsIsNotWrittenAnyMore() {
        Subject company = linked();
        String change = world.script.change(company, 2, ChangeCause.CORPORATE_MESSENGER);
        world.script.later(Duration.ofMinutes(10));
        world.script.unfollow(BUSINESS);

        world.run();

        assertThat(world.story.outcome(change, company.entityId())).contains(Outcome.RECORDED);
        assertThat(emailInXpm(company)).isEqualTo(Script.email(company.entityId(), 1));
    }

    @Test
    void whatAPersonHasAskedForIs() {
        Subject company = linked();
        world.script.change(company, 2, ChangeCause.CORPORATE_MESSENGER);
        String push = world.script.push(company);
        world.script.later(Duration.ofMinutes(10));
        world.script.unfollow(BUSINESS);

        world.run();

        assertThat(world.story.outcome(push, company.entityId())).contains(Outcome.UPDATED);
        assertThat(emailInXpm(company)).isEqualTo(Script.email(company.entityId(), 2));
    }

    /** The next call after this has to wait for hours. */
    private Subject linked() {
        Subject company = world.script.subject(BUSINESS, 1);
        world.script.connect(BUSINESS, company.tenantId(), 1);
        world.script.change(company, 1, ChangeCause.EDITED);
        world.script.push(company);
        world.script.later(Duration.ofMinutes(10));
        world.faults.retryAfter = Duration.ofHours(3);
        world.scheduler.after(Duration.ofMinutes(9), () -> world.faults.plan(Fate.THROTTLED));
        return company;
    }

    private String emailInXpm(Subject company) {
        return String.valueOf(world.clientOf(company).orElseThrow().contact().email());
    }
}
