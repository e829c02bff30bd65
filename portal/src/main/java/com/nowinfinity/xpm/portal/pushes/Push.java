package com.nowinfinity.xpm.portal.pushes;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code GET /pushes/{pushId}}, as the contract has it. */
record Push(
        String pushId,
        String state,
        @Nullable Plan plan,
        @Nullable List<Outcome> outcomes) {

    /** What it would do. */
    record Plan(
            long creates,
            long updates,
            long relationships,
            long documents,
            long calls,
            long minutes,
            @Nullable List<Someone> people,
            @Nullable List<String> fields) {

        public Set<String> ticked() {
            return people == null
                    ? Set.of()
                    : people.stream()
                            .filter(Someone::ticked)
                            .map(Someone::entityId)
                            .collect(Collectors.toSet());
        }
    }

    /** Somebody around the entity who would be created. */
    record Someone(String entityId, String name, boolean ticked) {}

    /** What became of one entity or document. */
    record Outcome(
            @Nullable String entityId,
            @Nullable String documentId,
            String outcome,
            @Nullable Why reason,
            @Nullable List<String> fields) {}

    /** A code for programs, a text for people. */
    record Why(String code, @Nullable String text) {}

    public boolean isLive() {
        return state.equals("REQUESTED") || state.equals("RUNNING");
    }

    public boolean isPlanned() {
        return state.equals("PLANNED");
    }
}
