package com.nowinfinity.xpm.report.publication;

import com.nowinfinity.xpm.report.rendering.ReportHead;
import java.time.Instant;

/**
 * A report as it is kept. Reports of a business have numbers 1, 2, 3; each is made out of the one before.
 *
 * @param ranAt when its run ended
 * @param blocks how many blocks of rows it has; they hold the rows of the report and, after them, the rest of the ledger
 */
public record StoredReport(ReportHead head, long number, Instant ranAt, String requestedBy, int blocks) {}
