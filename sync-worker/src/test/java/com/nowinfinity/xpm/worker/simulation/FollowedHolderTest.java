package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.ClientRelationship;
import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.worker.simulation.Faults.Fate;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A change of a director is followed, and a role of his waits. */
class FollowedHolderTest {

    private static final String BUSINESS = "harbour";
    private static final String ANOTHER_ACN = "010499966";

    private final SimWorld world = new SimWorld(1);
    private final Subject director = world.script.subject(BUSINESS, 2);
    private final Subject company = world.script.subject(BUSINESS, 1);
    private final Subject directed = company.directedBy(director);

    @BeforeEach
    void connect() {
        world.script.connect(BUSINESS, company.tenantId(), 1);
        world.script.change(company, 1, ChangeCause.EDITED);
        world.script.push(company);
        world.script.later(Duration.ofMinutes(5));
    }

    @Test
    @DisplayName("1.5 what a run links stays a row, and 1.1 an open row locks its field, whoever is followed")
    void writesNoRoleOfOneWhomARunHasLinked() {
        linkedByARun();
        String change = world.script.change(director, 2, ChangeCause.CORPORATE_MESSENGER);

        world.run().verify();

        assertThat(world.story.outcome(change, director.entityId())).contains(Outcome.UPDATED);
        assertThat(roles()).isEmpty();
    }

    @Test
    @DisplayName("1.5 nothing is written by itself once following is off")
    void writesNoRoleWhenFollowingIsSwitchedOffMeanwhile() {
        linkedByARun();
        throttled();
        String change = world.script.change(director, 2, ChangeCause.CORPORATE_MESSENGER);
        world.script.later(Duration.ofMinutes(10));
        world.script.unfollow(BUSINESS);

        world.run();

        assertThat(world.story.outcome(change, director.entityId())).contains(Outcome.RECORDED);
        assertThat(roles()).isEmpty();
    }

    @Test
    @DisplayName("3.2 a role that waited for a contradicted holder is written once he is put right")
    void writesTheRoleOfOneWhoIsPutRight() {
        String change = contradicted();
        world.script.change(directed, 2, ChangeCause.CORPORATE_MESSENGER);
        world.script.later(Duration.ofMinutes(5));
        world.scheduler.after(
                untilNow(), () -> assertThat(roles()).as("until then").isEmpty());
        putRight();

        world.run().verify();

        assertThat(world.story.outcome(change, director.entityId())).contains(Outcome.UPDATED);
        assertThat(world.story.outcome(change, company.entityId())).contains(Outcome.UPDATED);
        assertThat(roles()).hasSize(1);
    }

    @Test
    @DisplayName("1.5 nor does such a role follow by itself once following is off")
    void leavesTheRoleOfOneWhoIsPutRightWhenFollowingIsOff() {
        String change = contradicted();
        world.script.change(directed, 2, ChangeCause.CORPORATE_MESSENGER);
        world.script.later(Duration.ofMinutes(5));
        // The director's look and update go through; the company's look has to wait for hours.
        world.faults.retryAfter = Duration.ofHours(3);
        world.scheduler.after(untilNow(), () -> world.faults.plan(Fate.ANSWERED, Fate.ANSWERED, Fate.THROTTLED));
        putRight();
        world.script.later(Duration.ofMinutes(10));
        world.script.unfollow(BUSINESS);

        world.run();

        assertThat(world.story.outcome(change, director.entityId())).contains(Outcome.UPDATED);
        assertThat(world.story.outcome(change, company.entityId())).contains(Outcome.RECORDED);
        assertThat(roles()).isEmpty();
    }

    @Test
    @DisplayName("4.3 a role that ended while its holder was contradicted ends in XPM once he is put right")
    void endsTheRoleOfOneWhoIsPutRight() {
        world.script.change(director, 1, ChangeCause.EDITED);
        world.script.push(director);
        world.script.later(Duration.ofMinutes(5));
        world.script.change(directed, 2, ChangeCause.CORPORATE_MESSENGER);
        world.script.later(Duration.ofMinutes(5));
        contradict();
        String change = world.script.change(director, 2, ChangeCause.CORPORATE_MESSENGER);
        world.script.later(Duration.ofMinutes(5));
        world.script.change(directed.withResignation("2024-06-30"), 3, ChangeCause.CORPORATE_MESSENGER);
        world.script.later(Duration.ofMinutes(5));
        world.scheduler.after(
                untilNow(),
                () -> assertThat(roles())
                        .as("until then")
                        .extracting(ClientRelationship::endDate)
                        .containsOnlyNulls());
        putRight();

        world.run().verify();

        assertThat(world.story.outcome(change, company.entityId())).contains(Outcome.UPDATED);
        assertThat(roles()).extracting(ClientRelationship::endDate).containsExactly(LocalDate.of(2024, 6, 30));
    }

    /** The company is directed by somebody of whom nobody knows until a run finds him in XPM. */
    private void linkedByARun() {
        world.script.change(directed, 2, ChangeCause.CORPORATE_MESSENGER);
        world.script.change(director, 1, ChangeCause.EDITED);
        world.script.later(Duration.ofMinutes(5));
        world.scheduler.after(
                untilNow(),
                () -> world.practices.add(
                        company.tenantId(),
                        ClientPatch.NONE
                                .set(ClientElement.NAME, director.name())
                                .set(ClientElement.EMAIL, Script.email(director.entityId(), 1))
                                .set(ClientElement.COMPANY_NUMBER, director.acn())
                                .set(ClientElement.BUSINESS_STRUCTURE, "Company")));
        world.script.later(Duration.ofMinutes(5));
        world.script.run(BUSINESS, "run-1");
        world.script.later(Duration.ofMinutes(5));
    }

    /** @return the director's change that waits for a person */
    private String contradicted() {
        world.script.change(director, 1, ChangeCause.EDITED);
        world.script.push(director);
        world.script.later(Duration.ofMinutes(5));
        contradict();
        String change = world.script.change(director, 2, ChangeCause.CORPORATE_MESSENGER);
        world.script.later(Duration.ofMinutes(5));
        return change;
    }

    private void contradict() {
        edit(ANOTHER_ACN);
        world.script.later(Duration.ofMinutes(1));
    }

    private void putRight() {
        edit(Objects.requireNonNull(director.acn()));
        world.script.later(Duration.ofMinutes(1));
        world.script.decide(Action.RETRY, director, null);
    }

    private void edit(String acn) {
        world.scheduler.after(
                untilNow(),
                () -> world.practices.edit(
                        company.tenantId(),
                        world.clientOf(director).orElseThrow().id(),
                        ClientElement.COMPANY_NUMBER,
                        acn));
    }

    private void throttled() {
        world.faults.retryAfter = Duration.ofHours(3);
        world.scheduler.after(untilNow(), () -> world.faults.plan(Fate.THROTTLED));
    }

    private Duration untilNow() {
        return Duration.between(world.scheduler.now(), world.script.time());
    }

    private List<ClientRelationship> roles() {
        return world.clientOf(company).orElseThrow().relationships();
    }
}
