package com.nowinfinity.xpm.report.runs;

import java.time.Instant;

/**
 * A completed run whose report is not out yet.
 *
 * @param compared how many distinct pairs it compared: the report waits for all of them
 * @param attempt the go at the run whose comparisons count: one that a crash cut off may have told others
 * @param everything true when it is known that the run was not restricted to kinds
 * @param at when it ended
 */
public record FinishedRun(
        String businessId,
        String runId,
        long compared,
        int attempt,
        boolean everything,
        String requestedBy,
        Instant at) {}
