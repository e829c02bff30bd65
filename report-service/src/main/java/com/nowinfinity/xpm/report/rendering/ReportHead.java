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
 */
public record ReportHead(
        String reportId,
        String runId,
        String businessId,
        Instant createdAt,
        List<Count> counts,
        long newSinceLast,
        long resolvedSinceLast,
        long rows) {

    public ReportHead {
        counts = List.copyOf(counts);
    }
}
