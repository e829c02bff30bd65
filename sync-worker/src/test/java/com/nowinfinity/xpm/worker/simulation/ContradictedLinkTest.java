package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.ClientReference;
import com.nowinfinity.xpm.api.practice.GroupMembers;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.api.practice.RelationshipDraft;
import com.nowinfinity.xpm.api.practice.RelationshipType;
import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.worker.Entities;
import com.nowinfinity.xpm.worker.mirror.Mirror;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.time.Duration;
import java.time.Instant;
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

    @Test
    @DisplayName("3.3 the number of a trustee that only XPM knows holds nothing up")
    void theNumberOfATrusteeThatOnlyXpmKnowsHoldsNothingUp() {
        Subject trust = world.script.subject(BUSINESS, 3);
        PracticeClient trustee = listed("Somebody Pty Ltd", "Company");
        PracticeClient its = listed(trust.name(), "Trust");
        world.practices.relate(
                trust.tenantId(),
                new RelationshipDraft(its.id(), trustee.id(), RelationshipType.TRUSTEE, null, null, null, null));
        Entity told = Entities.entity(EntityKind.TRUST, trust.entityId(), trust.name())
                .setAbn("53004085616")
                .setEmail(Script.email(trust.entityId(), 1))
                .build();
        world.script.tell(trust, told, 0, ChangeCause.EDITED);
        world.script.decide(Action.LINK, trust, its.id());
        world.script.later(Duration.ofMinutes(5));
        String push = world.script.push(trust);

        world.run();

        assertThat(world.judge.violations).isEmpty();
        assertThat(world.story.outcome(push, trust.entityId())).contains(Outcome.UPDATED);
    }

    /** With one and the same number. */
    private PracticeClient listed(String name, String structure) {
        PracticeClient client = world.practices.add(
                company.tenantId(),
                ClientPatch.NONE
                        .set(ClientElement.NAME, name)
                        .set(ClientElement.BUSINESS_NUMBER, "51824753556")
                        .set(ClientElement.BUSINESS_STRUCTURE, structure));
        new Mirror(world.shelf("mirror"), () -> Instant.EPOCH).show(BUSINESS, company.tenantId(), client);
        return client;
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
