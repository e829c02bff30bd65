package com.nowinfinity.xpm.worker.runs;

import com.nowinfinity.xpm.events.SyncFinished;
import com.nowinfinity.xpm.events.SyncRequested;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run as it was asked for.
 *
 * @param after where the other work topics ended when it was asked for, by topic name
 * @param cancelled whether a person has asked to end it
 * @param attempt which go at it this is, from 1; 0 before the first
 * @param conclusion how it ended, from before that is told; null until then
 */
public record Run(
        SyncRequested asked,
        int partition,
        Map<String, Long> after,
        boolean cancelled,
        boolean done,
        int attempt,
        @Nullable SyncFinished conclusion) {

    public String runId() {
        return asked.getRunId();
    }
}
