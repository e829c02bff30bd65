package com.nowinfinity.xpm.report.runs;

import com.nowinfinity.xpm.events.Count;
import java.time.Instant;
import java.util.List;

/**
 * A completed run whose report is not out yet.
 *
 * @param compared how many distinct pairs it compared: the report waits for all of them
 * @param attempt the go at the run whose comparisons count: one that a crash cut off may have told others
 * @param everything true when it is known that the run was not restricted to kinds
 * @param at when it ended
 * @param counts what it counted, by name
 */
public record FinishedRun(
        String businessId,
        String runId,
        long compared,
        int attempt,
        boolean everything,
        String requestedBy,
        Instant at,
        List<Count> counts) {

    public FinishedRun {
        counts = List.copyOf(counts);
    }
}
