package com.nowinfinity.xpm.portal.pushes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /pushes/{pushId}}, as the contract has it. */
record Push(
        String pushId,
        String state,
        @Nullable Plan plan,
        @Nullable List<Outcome> outcomes) {

    /** What became of one entity or document. */
    record Outcome(
            @Nullable String entityId,
            @Nullable String documentId,
            String outcome,
            @Nullable Why reason,
            @Nullable List<String> fields) {}

    public boolean isLive() {
        return state.equals("REQUESTED") || state.equals("RUNNING");
    }

    boolean isRunning() {
        return state.equals("RUNNING");
    }

    public boolean isPlanned() {
        return state.equals("PLANNED");
    }
}
