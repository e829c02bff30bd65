package com.nowinfinity.xpm.report.resolutions;

import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.WorkPlanned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resolution as far as it is known.
 *
 * @param by subject of the person's token
 * @param preview asked for as a plan first
 * @param confirmed the plan is carried out
 * @param told of each event: first those of the preview, once confirmed those that carry it out
 */
record Resolution(
        String businessId,
        String id,
        Instant at,
        String by,
        boolean preview,
        boolean confirmed,
        List<Item> items,
        List<Told> told) {

    /** The contract's words. */
    enum State {
        REQUESTED,
        PLANNED,
        RUNNING,
        COMPLETED,
        FAILED
    }

    /**
     * What is known of one event.
     *
     * @param outcomes by subject: the final one where there is one, else the parked one
     */
    record Told(Ask ask, @Nullable WorkPlanned plan, Map<String, EntitySynced> outcomes) {

        boolean isOver() {
            return ask.items().values().stream()
                    .filter(Item::waits)
                    .allMatch(item -> isFinal(outcomes.get(item.subject())));
        }
    }

    Resolution {
        items = List.copyOf(items);
        told = List.copyOf(told);
    }

    static boolean isFinal(@Nullable EntitySynced outcome) {
        return outcome != null
                && switch (outcome.getOutcome()) {
                    case RECORDED, CREATED, UPDATED, UNCHANGED, SUPERSEDED, DROPPED, FAILED -> true;
                    case PARKED, UNKNOWN -> false;
                };
    }

    boolean isPlanOnly() {
        return preview && !confirmed;
    }

    State state() {
        if (isPlanOnly()) {
            return plans().size() == told.size() ? State.PLANNED : State.REQUESTED;
        }
        if (told.stream().allMatch(Told::isOver)) {
            List<EntitySynced> ends = outcomes();
            boolean nothingWorked = !ends.isEmpty()
                    && items.stream().allMatch(Item::waits)
                    && ends.stream().allMatch(end -> end.getOutcome() == Outcome.FAILED);
            return nothingWorked ? State.FAILED : State.COMPLETED;
        }
        boolean begun = told.stream()
                .anyMatch(event -> event.plan() != null || !event.outcomes().isEmpty());
        return begun ? State.RUNNING : State.REQUESTED;
    }

    List<WorkPlanned> plans() {
        return told.stream()
                .filter(event -> event.plan() != null)
                .map(Told::plan)
                .toList();
    }

    /** Null while there is none; a plan of nothing where no worker is asked for one. */
    @Nullable
    Map<String, @Nullable Object> plan() {
        boolean nothingToPlan = isPlanOnly() && told.isEmpty();
        return Plans.together(nothingToPlan ? List.of(WorkPlanned.newBuilder().build()) : plans());
    }

    List<EntitySynced> outcomes() {
        return told.stream()
                .flatMap(event -> event.outcomes().values().stream())
                .toList();
    }

    /** What became of one item; null while nothing has. */
    @Nullable
    EntitySynced outcomeOf(int index) {
        return told.stream()
                .filter(event -> event.ask().items().containsKey(index))
                .findFirst()
                .map(event -> event.outcomes().get(items.get(index).subject()))
                .orElse(null);
    }
}
