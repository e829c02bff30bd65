package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A person takes a link apart. */
class UnlinkedTest {

    private static final String BUSINESS = "harbour";

    private final SimWorld world = new SimWorld(1);

    @Test
    void endsTheLinkThoughNothingIsConnectedAnyMore() {
        Subject company = world.script.subject(BUSINESS, 1);
        world.script.connect(BUSINESS, company.tenantId(), 1);
        world.script.change(company, 1, ChangeCause.EDITED);
        world.script.push(company);
        world.script.later(Duration.ofMinutes(5)).leave(BUSINESS);
        world.script.later(Duration.ofMinutes(5));
        String decision = world.script.decide(Action.UNLINK, company, null);

        world.run().verify();

        assertThat(world.story.outcome(decision, company.entityId())).contains(Outcome.UPDATED);
        assertThat(world.shelf("intents").find(BUSINESS + "/" + company.entityId()))
                .hasValueSatisfying(intent -> assertThat(intent.get("link")).isNull());
    }
}
