package com.nowinfinity.xpm.connector.pushes;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.EventClasses;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.PlannedPerson;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.WorkPlanned;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PushTest {

    static {
        EventClasses.trust();
    }

    private final Map<String, EntitySynced> outcomes = new HashMap<>();

    @Test
    void failsAPreviewWhosePlanSaysWhyNothingCanBeDone() {
        WorkPlanned refused = WorkPlanned.newBuilder(plan(List.of("c-1"), List.of()))
                .setReason(new Reason("not-connected", "No organisation."))
                .build();

        assertThat(push(true, refused).state()).isEqualTo(Push.State.FAILED);
    }

    @Test
    void isRequestedUntilAnythingIsHeard() {
        assertThat(push(false, null).state()).isEqualTo(Push.State.REQUESTED);
    }

    @Test
    void runsUntilEveryEntityAndDocumentOfThePlanHasItsOutcome() {
        WorkPlanned plan = plan(List.of("c-1", "p-1"), List.of("d-1"));
        assertThat(push(false, plan).state()).isEqualTo(Push.State.RUNNING);
        outcome("c-1", null, Outcome.CREATED);
        outcome("p-1", null, Outcome.UNCHANGED);
        assertThat(push(false, plan).state()).isEqualTo(Push.State.RUNNING);

        outcome("c-1", "d-1", Outcome.CREATED);

        assertThat(push(false, plan).state()).isEqualTo(Push.State.COMPLETED);
    }

    @ParameterizedTest
    @EnumSource
    void isCompleteWithFinalOutcomesAlone(Outcome outcome) {
        outcome("c-1", null, Outcome.UPDATED);
        outcome("p-1", null, outcome);

        boolean complete = push(false, plan(List.of("c-1", "p-1"), List.of())).state() == Push.State.COMPLETED;

        assertThat(complete).isEqualTo(outcome != Outcome.PARKED && outcome != Outcome.UNKNOWN);
    }

    @Test
    void failsWithItsMainEntity() {
        outcome("c-1", null, Outcome.FAILED);

        assertThat(push(false, null).state()).isEqualTo(Push.State.FAILED);
        assertThat(push(false, plan(List.of("c-1", "p-1"), List.of())).state())
                .as("the others are still under way")
                .isEqualTo(Push.State.RUNNING);
        outcome("p-1", null, Outcome.CREATED);
        assertThat(push(false, plan(List.of("c-1", "p-1"), List.of())).state()).isEqualTo(Push.State.FAILED);
    }

    @Test
    void staysPlannedUntilItIsConfirmed() {
        WorkPlanned plan = plan(List.of("c-1"), List.of());
        assertThat(push(true, plan).state()).isEqualTo(Push.State.PLANNED);

        Push confirmed = new Push(request(true, null), 1, "e-2", false, plan, outcomes);

        assertThat(confirmed.state()).isEqualTo(Push.State.RUNNING);
        outcome("c-1", null, Outcome.UPDATED);
        assertThat(confirmed.state()).isEqualTo(Push.State.COMPLETED);
    }

    @Test
    void takesTheTickedPeopleOfAPlanThatNamesNoEntities() {
        outcome("c-1", null, Outcome.UPDATED);
        assertThat(push(false, plan(List.of(), List.of())).state()).isEqualTo(Push.State.RUNNING);

        outcome("p-1", null, Outcome.CREATED);

        assertThat(push(false, plan(List.of(), List.of())).state()).isEqualTo(Push.State.COMPLETED);
    }

    @Test
    void pinsThePeopleThatWereShown() {
        WorkPlanned plan = plan(List.of("c-1"), List.of());

        assertThat(push(true, plan).include()).containsExactly("p-1");
        assertThat(new Push(request(true, List.of()), 1, null, false, plan, outcomes).include())
                .isEmpty();
    }

    @Test
    void givesEverySubjectANameThatAFieldCanHave() {
        assertThat(Subject.entity("a.b$c%d")).doesNotContain(".", "$");
        assertThat(Subject.entity("a.b")).isNotEqualTo(Subject.entity("a%2Eb"));
        assertThat(Subject.entity("x")).isNotEqualTo(Subject.document("x"));
    }

    private Push push(boolean preview, @Nullable WorkPlanned plan) {
        return new Push(request(preview, null), 1, null, false, plan, outcomes);
    }

    private static PushRequested request(boolean preview, @Nullable List<String> include) {
        return PushRequested.newBuilder()
                .setEntityId("c-1")
                .setPreview(preview)
                .setInclude(include)
                .build();
    }

    private static WorkPlanned plan(List<String> entities, List<String> documents) {
        return WorkPlanned.newBuilder()
                .setEntityIds(entities)
                .setDocumentIds(documents)
                .setPeople(List.of(new PlannedPerson("p-1", "Ann", true), new PlannedPerson("p-2", "Bob", false)))
                .build();
    }

    private void outcome(String entityId, @Nullable String documentId, Outcome outcome) {
        EntitySynced event = EntitySynced.newBuilder()
                .setEntityId(entityId)
                .setDocumentId(documentId)
                .setOutcome(outcome)
                .build();
        outcomes.put(Subject.of(event), event);
    }
}
