package com.nowinfinity.xpm.portal.sync;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /sync-runs/{runId}}, as the contract has it. */
record Run(
        String runId,
        String state,
        @Nullable String phase,
        long done,
        long total,
        @Nullable List<Counted> counts,
        @Nullable String requestedBy,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String reportId,
        @Nullable Why reason) {

    /** Why it failed or was cancelled. */
    record Why(String code, String text) {}

    public boolean isGoing() {
        return state.equals("REQUESTED") || (state.equals("RUNNING") && !"reporting".equals(phase));
    }

    public boolean isCompleted() {
        return state.equals("COMPLETED");
    }

    /** Over, but its report is still being written. */
    public boolean isReporting() {
        return "reporting".equals(phase) || (isCompleted() && reportId == null);
    }

    /** Whether it pays to look again. */
    public boolean isLive() {
        return isGoing() || isReporting();
    }

    public boolean isFailed() {
        return state.equals("FAILED");
    }

    public boolean isCancelled() {
        return state.equals("CANCELLED");
    }

    public String asker() {
        return requestedBy == null || requestedBy.equals("schedule") ? "the timetable" : requestedBy;
    }
}
