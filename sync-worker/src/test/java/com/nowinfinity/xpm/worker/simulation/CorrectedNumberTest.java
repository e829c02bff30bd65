package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A number is corrected in NowInfinity, written to XPM, and put back there. */
@DisplayName("1.7 what stood in XPM before we wrote makes nobody somebody else")
class CorrectedNumberTest {

    private static final String BUSINESS = "harbour";
    private static final String CORRECTED = "010499966";

    private final SimWorld world = new SimWorld(1);
    private final Subject company = world.script.subject(BUSINESS, 1);
    private final Subject corrected = company.numbered(CORRECTED);

    @BeforeEach
    void corrects() {
        world.script.connect(BUSINESS, company.tenantId(), 1);
        world.script.change(company, 1, ChangeCause.EDITED);
        world.script.push(company);
        world.script.later(Duration.ofMinutes(5));
        world.script.tellAgain(corrected, 2, 1);
        world.script.later(Duration.ofMinutes(5));
        world.scheduler.after(
                untilNow(),
                () -> assertThat(client().registration().companyNumber()).isEqualTo(CORRECTED));
    }

    @Test
    void theRestFollowsThoughSomebodyPutItBack() {
        world.scheduler.after(
                untilNow(),
                () -> world.practices.edit(
                        company.tenantId(),
                        client().id(),
                        ClientElement.COMPANY_NUMBER,
                        Objects.requireNonNull(company.acn())));
        thenItFollows();
    }

    @Test
    void theRestFollowsThoughAPersonTookItBack() {
        String undo = world.script.decide(Action.UNDO, company, null);

        thenItFollows();

        assertThat(world.story.outcome(undo, company.entityId())).contains(Outcome.UPDATED);
    }

    private void thenItFollows() {
        world.script.later(Duration.ofMinutes(1));
        String change = world.script.change(corrected, 3, ChangeCause.CORPORATE_MESSENGER);

        world.run();

        assertThat(world.judge.violations).isEmpty();
        assertThat(world.story.outcome(change, company.entityId())).contains(Outcome.UPDATED);
        assertThat(client().registration().companyNumber()).isEqualTo(company.acn());
        assertThat(SimPractices.version(client())).isEqualTo(3);
    }

    private PracticeClient client() {
        return world.clientOf(company).orElseThrow();
    }

    private Duration untilNow() {
        return Duration.between(world.scheduler.now(), world.script.time());
    }
}
