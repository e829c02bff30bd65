package com.nowinfinity.xpm.report.rendering;

import com.nowinfinity.xpm.events.Count;
import java.time.Instant;
import java.util.List;

/**
 * What a report says beside its rows.
 *
 * @param counts discrepancies by kind
 * @param newSinceLast how many the report before did not have
 * @param resolvedSinceLast how many only the report before had
 * @param rows how many there are
 * @param refreshed what Refresh data took; empty where it was not asked for
 */
public record ReportHead(
        String reportId,
        String runId,
        String businessId,
        Instant createdAt,
        List<Count> counts,
        long newSinceLast,
        long resolvedSinceLast,
        long rows,
        ReportSummary summary,
        List<Refreshed> refreshed) {

    public ReportHead {
        counts = List.copyOf(counts);
        refreshed = List.copyOf(refreshed);
    }

    /** The same report, saying what Refresh data took meanwhile. */
    public ReportHead with(List<Refreshed> taken) {
        return new ReportHead(
                reportId, runId, businessId, createdAt, counts, newSinceLast, resolvedSinceLast, rows, summary, taken);
    }
}
