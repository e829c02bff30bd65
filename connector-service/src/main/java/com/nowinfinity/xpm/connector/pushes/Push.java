package com.nowinfinity.xpm.connector.pushes;

import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.PlannedPerson;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.WorkPlanned;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A push as far as this service knows it.
 *
 * @param epoch of the connection when it was asked for
 * @param confirmed the event that sends what was planned; null until then, and for pushes without preview
 * @param moved true once an entity of an open plan has changed
 * @param outcomes by {@link Subject}: the final one where there is one, else the parked one
 */
record Push(
        PushRequested request,
        long epoch,
        @Nullable String confirmed,
        boolean moved,
        @Nullable WorkPlanned plan,
        Map<String, EntitySynced> outcomes) {

    /** The contract's words. */
    enum State {
        REQUESTED,
        PLANNED,
        RUNNING,
        COMPLETED,
        FAILED
    }

    /** Whether an outcome is the last word. */
    static boolean isFinal(Outcome outcome) {
        return switch (outcome) {
            case RECORDED, CREATED, UPDATED, UNCHANGED, SUPERSEDED, DROPPED, FAILED -> true;
            case PARKED, UNKNOWN -> false;
        };
    }

    boolean isPlanOnly() {
        return request.getPreview() && confirmed == null;
    }

    State state() {
        EntitySynced main = outcomes.get(Subject.entity(request.getEntityId()));
        boolean mainFailed = main != null && main.getOutcome() == Outcome.FAILED;
        if (isPlanOnly() && plan != null && plan.getReason() != null) {
            return State.FAILED;
        }
        if (plan == null) {
            if (mainFailed) {
                return State.FAILED;
            }
            return outcomes.isEmpty() ? State.REQUESTED : State.RUNNING;
        }
        if (isPlanOnly()) {
            return mainFailed ? State.FAILED : State.PLANNED;
        }
        if (!subjects(plan).stream().allMatch(this::isSettled)) {
            return State.RUNNING;
        }
        return mainFailed ? State.FAILED : State.COMPLETED;
    }

    private boolean isSettled(String subject) {
        EntitySynced outcome = outcomes.get(subject);
        return outcome != null && isFinal(outcome.getOutcome());
    }

    private Set<String> subjects(WorkPlanned planned) {
        Set<String> subjects = new HashSet<>();
        subjects.add(Subject.entity(request.getEntityId()));
        planned.getEntityIds().forEach(id -> subjects.add(Subject.entity(id)));
        planned.getDocumentIds().forEach(id -> subjects.add(Subject.document(id)));
        if (planned.getEntityIds().isEmpty()) {
            // A plan of a worker that does not name its entities yet.
            planned.getPeople().stream()
                    .filter(PlannedPerson::getTicked)
                    .forEach(person -> subjects.add(Subject.entity(person.getEntityId())));
        }
        return subjects;
    }

    /** The people to create, pinned to what the person saw. */
    List<String> include() {
        List<String> asked = request.getInclude();
        if (asked != null || plan == null) {
            return asked == null ? List.of() : asked;
        }
        return plan.getPeople().stream()
                .filter(PlannedPerson::getTicked)
                .map(PlannedPerson::getEntityId)
                .toList();
    }
}
