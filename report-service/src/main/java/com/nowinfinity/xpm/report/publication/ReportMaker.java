package com.nowinfinity.xpm.report.publication;

import com.nowinfinity.xpm.events.Count;
import com.nowinfinity.xpm.report.decisions.DecisionBook;
import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.discrepancy.DiscrepancyKind;
import com.nowinfinity.xpm.report.discrepancy.Ledger;
import com.nowinfinity.xpm.report.rendering.ReportHead;
import com.nowinfinity.xpm.report.rendering.ReportSummary;
import com.nowinfinity.xpm.report.runs.ComparisonBook;
import com.nowinfinity.xpm.report.runs.ComparisonBook.Comparisons;
import com.nowinfinity.xpm.report.runs.FinishedRun;
import com.nowinfinity.xpm.report.runs.RunBook;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the report of a run as soon as everything the run compared is here. */
final class ReportMaker {

    private static final Logger LOG = LoggerFactory.getLogger(ReportMaker.class);

    private final RunBook runs;
    private final ComparisonBook comparisons;
    private final ReportBook reports;
    private final DecisionBook decisions;
    private final InstantSource clock;

    ReportMaker(
            RunBook runs, ComparisonBook comparisons, ReportBook reports, DecisionBook decisions, InstantSource clock) {
        this.runs = runs;
        this.comparisons = comparisons;
        this.reports = reports;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Makes every report that can be made; a run that ended earlier comes first. */
    void makeAll() {
        runs.awaited().forEach(this::make);
    }

    private void make(FinishedRun run) {
        if (reports.ofRun(run.businessId(), run.runId()).isPresent()) {
            close(run);
            return;
        }
        Optional<Comparisons> compared = comparisons.complete(run);
        if (compared.isEmpty()) {
            return;
        }
        Optional<StoredReport> newest = reports.newest(run.businessId());
        if (newest.isPresent() && newest.get().ranAt().isAfter(run.at())) {
            LOG.warn("Run {} was overtaken by a later one and gets no report", run.runId());
            close(run);
        } else if (add(run, compared.get(), newest)) {
            close(run);
        }
        // Otherwise somebody else added a report meanwhile: the next look starts from that one.
    }

    private void close(FinishedRun run) {
        runs.close(run.businessId(), run.runId());
        comparisons.forget(run.businessId(), run.runId());
        decisions.forgetLooksUntil(run.businessId(), run.at());
    }

    private boolean add(FinishedRun run, Comparisons compared, Optional<StoredReport> newest) {
        Ledger before = newest.map(reports::ledger).orElse(Ledger.EMPTY);
        Instant ranAt = newest.map(StoredReport::ranAt).orElse(Instant.EPOCH);
        Ledger ledger =
                before.after(compared.findings(), compared.coverage(), run.at(), decisions.of(run.businessId()), ranAt);
        ReportHead head = new ReportHead(
                ReportIds.report(run.businessId(), run.runId()),
                run.runId(),
                run.businessId(),
                clock.instant(),
                counts(ledger.found()),
                ledger.newSinceLast(),
                ledger.resolvedSinceLast(),
                ledger.found().size(),
                ReportSummary.of(ledger.found(), notKinds(run.counts())),
                List.of());
        long number = newest.map(StoredReport::number).orElse(0L) + 1;
        boolean added = reports.add(new StoredReport(head, number, run.at(), run.requestedBy(), 0), ledger);
        if (added) {
            LOG.info("Report {} of run {}: {} discrepancies", head.reportId(), run.runId(), head.rows());
        }
        return added;
    }

    /** The run counts discrepancies too; the report counts its own. */
    private static List<Count> notKinds(List<Count> counts) {
        return counts.stream()
                .filter(count -> !DiscrepancyKind.isKnown(count.getName()))
                .toList();
    }

    private static List<Count> counts(List<Discrepancy> found) {
        Map<String, Long> byKind =
                found.stream().collect(Collectors.groupingBy(Discrepancy::kind, TreeMap::new, Collectors.counting()));
        return byKind.entrySet().stream()
                .map(kind -> new Count(kind.getKey(), kind.getValue()))
                .toList();
    }
}
