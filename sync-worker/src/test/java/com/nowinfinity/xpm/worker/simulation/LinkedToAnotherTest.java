package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.Allowance;
import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.ClientReference;
import com.nowinfinity.xpm.api.practice.ClientRelationship;
import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A person links a director to somebody else's client, only to say that he is not that one. */
@DisplayName("3.2 a link that a veto speaks against brings nobody a role")
class LinkedToAnotherTest {

    private static final String BUSINESS = "harbour";

    private int creates;
    private int looks;
    private String other = "";

    private final SimWorld world = new SimWorld(1, Plants.listening((call, said) -> {
        // The company's, then the director's.
        if (call.equals("addClient") && ++creates == 1) {
            throw new XpmException.Rejected(400, "Not like this", Allowance.UNSAID);
        }
        // The first look is the link's own; whoever waits for the director is faster than he is.
        if (call.equals("getClient") && said.getFirst().equals(other) && ++looks == 2) {
            throw new XpmException.Unavailable("Down", null, Allowance.UNSAID, null);
        }
    }));

    @Test
    void whoWaitsForHimGoesOnWaiting() {
        Subject director = world.script.subject(BUSINESS, 2);
        Subject company = world.script.subject(BUSINESS, 1).directedBy(director);
        world.script.connect(BUSINESS, company.tenantId(), 1);
        world.script.change(director, 1, ChangeCause.EDITED);
        world.script.change(company, 1, ChangeCause.EDITED);
        world.script.later(Duration.ofMinutes(1));
        world.scheduler.after(
                untilNow(),
                () -> other = world.practices
                        .add(
                                company.tenantId(),
                                ClientPatch.NONE
                                        .set(ClientElement.NAME, "Somebody else")
                                        .set(ClientElement.COMPANY_NUMBER, "010499966")
                                        .set(ClientElement.BUSINESS_STRUCTURE, "Company"))
                        .id());
        String push = world.script.push(company, List.of(director), null);
        world.script.later(Duration.ofMinutes(10));
        String link = world.script.decide(Action.LINK, director, "x-1");
        world.script.later(Duration.ofMinutes(10));
        world.scheduler.after(untilNow(), () -> {
            assertThat(rolesOf(company))
                    .as("while he is linked to somebody else")
                    .isEmpty();
            assertThat(world.story.isParked(director.entityId())).isTrue();
        });
        String unlink = world.script.decide(Action.UNLINK, director, null);
        world.script.later(Duration.ofMinutes(1));
        world.script.decide(Action.RETRY, director, null);

        world.run().verify();

        assertThat(other).isEqualTo("x-1");
        assertThat(world.story.outcome(link, director.entityId())).contains(Outcome.UPDATED);
        assertThat(world.story.outcome(unlink, director.entityId())).contains(Outcome.UPDATED);
        assertThat(world.story.outcome(push, director.entityId())).contains(Outcome.CREATED);
        assertThat(rolesOf(company))
                .extracting(ClientRelationship::related)
                .filteredOn(Objects::nonNull)
                .extracting(ClientReference::id)
                .containsExactly(world.clientOf(director).orElseThrow().id());
    }

    private List<ClientRelationship> rolesOf(Subject company) {
        return world.clientOf(company).orElseThrow().relationships();
    }

    private Duration untilNow() {
        return Duration.between(world.scheduler.now(), world.script.time());
    }
}
