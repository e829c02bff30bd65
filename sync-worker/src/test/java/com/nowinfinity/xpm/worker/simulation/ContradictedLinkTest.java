package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientReference;
import com.nowinfinity.xpm.api.practice.GroupMembers;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A client shows another number than its entity: 3.2, whatever else agrees. */
@DisplayName("3.2 nothing is written to a client that a veto holds against its link")
class ContradictedLinkTest {

    private static final String BUSINESS = "harbour";
    private static final String ANOTHER_ACN = "010499966";

    private final SimWorld world = new SimWorld(1);
    private final Subject company = world.script.subject(BUSINESS, 1);

    @BeforeEach
    void itsClientTurnsOutToBeAnother() {
        world.script.connect(BUSINESS, company.tenantId(), 1);
        world.script.change(company, 1, ChangeCause.EDITED);
        world.script.push(company);
        world.script.later(Duration.ofMinutes(5));
        edit(ANOTHER_ACN);
    }

    @Test
    void aChangeWaitsUntilTheNumberIsPutRight() {
        String change = world.script.change(company, 2, ChangeCause.CORPORATE_MESSENGER);
        world.script.later(Duration.ofMinutes(5));
        world.scheduler.after(untilNow(), () -> {
            assertThat(world.story.isParked(company.entityId())).isTrue();
            assertThat(SimPractices.version(client())).isEqualTo(1);
        });
        world.script.later(Duration.ofMinutes(1));
        edit(Objects.requireNonNull(company.acn()));
        world.script.decide(Action.RETRY, company, null);

        world.run().verify();

        assertThat(world.story.outcome(change, company.entityId())).contains(Outcome.UPDATED);
        assertThat(SimPractices.version(client())).isEqualTo(2);
    }

    @Test
    void aDecisionFails() {
        String resolve = world.script.decide(Action.RESOLVE_PUSH, company, null);

        world.run();

        assertThat(world.judge.violations).isEmpty();
        assertThat(world.story.outcome(resolve, company.entityId())).contains(Outcome.FAILED);
        assertThat(world.story.code(resolve, company.entityId())).contains("link-contradicted");
    }

    @Test
    void itHoldsNoRoleAndJoinsNoGroup() {
        Subject firm = world.script.subject(BUSINESS, 2).directedBy(company);
        world.script.change(firm, 1, ChangeCause.EDITED);
        String push = world.script.push(firm, List.of(company), "Family");

        world.run();

        assertThat(world.judge.violations).isEmpty();
        assertThat(world.story.isParked(company.entityId())).isTrue();
        assertThat(world.story.outcome(push, firm.entityId())).contains(Outcome.CREATED);
        PracticeClient created = world.clientOf(firm).orElseThrow();
        assertThat(created.relationships()).isEmpty();
        assertThat(world.practices.groups(company.tenantId()))
                .singleElement()
                .satisfies(group -> assertThat(world.practices
                                .members(company.tenantId(), group.id())
                                .map(GroupMembers::clients)
                                .orElseThrow())
                        .extracting(ClientReference::id)
                        .containsExactly(created.id()));
    }

    private void edit(String acn) {
        world.scheduler.after(
                untilNow().minusSeconds(30),
                () -> world.practices.edit(company.tenantId(), client().id(), ClientElement.COMPANY_NUMBER, acn));
    }

    private Duration untilNow() {
        return Duration.between(world.scheduler.now(), world.script.time());
    }

    private PracticeClient client() {
        return world.clientOf(company).orElseThrow();
    }
}
