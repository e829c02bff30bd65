package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.StepPurpose;
import com.nowinfinity.xpm.events.StepResult;
import com.nowinfinity.xpm.events.SyncStep;
import com.nowinfinity.xpm.worker.simulation.Faults.Fate;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** An outcome tells the calls that led to it. */
class StepsTest {

    private final SimWorld world = new SimWorld(7);
    private final Subject company = world.script.subject("harbour", 1);

    @Test
    void tellsACreateThatHadToBeLookedFor() {
        world.faults.plan(Fate.ANSWERED, Fate.LOST_AFTER);

        assertThat(pushed(Outcome.CREATED).getSteps())
                .extracting(SyncStep::getPurpose, SyncStep::getResult)
                .containsExactly(
                        tuple(StepPurpose.LOOK, StepResult.DONE),
                        tuple(StepPurpose.CREATE, StepResult.UNCLEAR),
                        tuple(StepPurpose.LOOK, StepResult.DONE),
                        tuple(StepPurpose.CREATE, StepResult.ADOPTED));
    }

    @Test
    void tellsWhatXpmDeclined() {
        world.faults.plan(Fate.ANSWERED, Fate.REJECTED);

        assertThat(pushed(Outcome.PARKED).getSteps())
                .extracting(SyncStep::getPurpose, SyncStep::getResult)
                .containsExactly(
                        tuple(StepPurpose.LOOK, StepResult.DONE), tuple(StepPurpose.CREATE, StepResult.REFUSED));
    }

    @Test
    void tellsAWaitOnceHoweverOftenItWasTried() {
        world.practices.downFor(Duration.ofMinutes(20));

        EntitySynced created = pushed(Outcome.CREATED);

        assertThat(created.getSteps())
                .extracting(SyncStep::getResult, SyncStep::getCode)
                .containsExactly(
                        tuple(StepResult.HELD, "xpm-unavailable"),
                        tuple(StepResult.DONE, null),
                        tuple(StepResult.DONE, null));
        assertThat(created.getCalls()).isGreaterThan(3);
        assertThat(created.getSteps())
                .isSortedAccordingTo((one, other) -> one.getAt().compareTo(other.getAt()));
    }

    @Test
    void whatIsHeldBeforeItLeavesIsNoCall() {
        world.faults.tokens = false;
        world.scheduler.after(Duration.ofMinutes(10), () -> world.faults.tokens = true);

        EntitySynced created = pushed(Outcome.CREATED);

        assertThat(created.getSteps())
                .extracting(SyncStep::getResult)
                .containsExactly(StepResult.HELD, StepResult.DONE, StepResult.DONE);
        assertThat(created.getCalls()).isEqualTo(world.judge.calls);
    }

    @Test
    void whatIsSentAgainAfterARefusalByALimitIsTwoCalls() {
        world.faults.plan(Fate.THROTTLED);

        assertThat(pushed(Outcome.CREATED).getCalls())
                .isEqualTo(world.judge.calls)
                .isEqualTo(3);
    }

    @Test
    void tellsTheCallsForADocumentOverAllItsAttempts() {
        world.script.connect("harbour", company.tenantId(), 1);
        world.script.change(company, 1, ChangeCause.EDITED);
        String paper = world.script.paper(company);
        // A look for the company and its create; then the upload, a look at what is there, and the upload once more.
        world.faults.plan(
                Fate.ANSWERED, Fate.ANSWERED, Fate.LOST_BEFORE, Fate.ANSWERED, Fate.UNAVAILABLE, Fate.ANSWERED);
        String push = world.script.push(company);
        world.run();

        EntitySynced filed = told(push, Outcome.CREATED, event -> paper.equals(event.getDocumentId()));

        assertThat(filed.getSteps())
                .extracting(SyncStep::getPurpose, SyncStep::getResult)
                .containsExactly(
                        tuple(StepPurpose.DOCUMENT, StepResult.UNCLEAR),
                        tuple(StepPurpose.LOOK, StepResult.DONE),
                        tuple(StepPurpose.DOCUMENT, StepResult.HELD),
                        tuple(StepPurpose.LOOK, StepResult.DONE),
                        tuple(StepPurpose.DOCUMENT, StepResult.DONE));
        assertThat(filed.getCalls()).isEqualTo(5);
    }

    @Test
    void tellsTheCallsForADocumentThatWaitsForAPerson() {
        world.script.connect("harbour", company.tenantId(), 1);
        world.script.change(company, 1, ChangeCause.EDITED);
        String paper = world.script.paper(company);
        world.faults.plan(Fate.ANSWERED, Fate.ANSWERED, Fate.REJECTED);
        String push = world.script.push(company);
        world.run();

        EntitySynced parked = told(push, Outcome.PARKED, event -> paper.equals(event.getDocumentId()));

        assertThat(parked.getSteps())
                .extracting(SyncStep::getPurpose, SyncStep::getResult)
                .containsExactly(tuple(StepPurpose.DOCUMENT, StepResult.REFUSED));
        assertThat(parked.getCalls()).isOne();
    }

    private EntitySynced pushed(Outcome outcome) {
        world.script.connect("harbour", company.tenantId(), 1);
        world.script.change(company, 1, ChangeCause.EDITED);
        String push = world.script.push(company);
        world.run();
        return told(push, outcome, event -> event.getDocumentId() == null);
    }

    private EntitySynced told(String push, Outcome outcome, Predicate<EntitySynced> which) {
        return world.broker.published.stream()
                .filter(EntitySynced.class::isInstance)
                .map(EntitySynced.class::cast)
                .filter(told -> told.getCausedBy().contains(push) && told.getOutcome() == outcome)
                .filter(which)
                .findFirst()
                .orElseThrow();
    }
}
