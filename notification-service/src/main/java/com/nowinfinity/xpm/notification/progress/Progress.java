package com.nowinfinity.xpm.notification.progress;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has got.
 *
 * @param state RUNNING, or how it ended: COMPLETED, FAILED, CANCELLED
 * @param phase null once it has ended
 * @param total 0 while unknown
 */
public record Progress(
        String businessId,
        String runId,
        String state,
        @Nullable String phase,
        long done,
        long total,
        Instant at) {

    public static final String RUNNING = "RUNNING";

    public boolean isRunning() {
        return state.equals(RUNNING);
    }
}
