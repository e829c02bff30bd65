package com.nowinfinity.xpm.report.reading;

import com.nowinfinity.xpm.access.Page;
import com.nowinfinity.xpm.events.Severity;
import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.discrepancy.DiscrepancyState;
import com.nowinfinity.xpm.report.publication.LedgerShelf;
import com.nowinfinity.xpm.report.publication.ReportBook;
import com.nowinfinity.xpm.report.publication.StoredReport;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The discrepancies of a business as they stand, in the order of the report; with {@code runId}, those that one run
 * found, as they stood then. A page goes on in the ledger that the first page was of.
 */
@RestController
class DiscrepanciesEndpoint {

    private final ReportBook reports;
    private final LedgerShelf ledgers;

    DiscrepanciesEndpoint(ReportBook reports, LedgerShelf ledgers) {
        this.reports = reports;
        this.ledgers = ledgers;
    }

    @GetMapping("/api/businesses/{businessId}/discrepancies")
    Page<Discrepancy> discrepancies(
            @PathVariable String businessId,
            @RequestParam(required = false) @Nullable DiscrepancyState state,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Severity severity,
            @RequestParam(required = false) @Nullable String entityId,
            @RequestParam(required = false) @Nullable String runId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Page.limit(limit);
        Place after = Place.of(cursor);
        Optional<StoredReport> report = report(businessId, runId, after);
        if (report.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        List<Discrepancy> rows = rows(report.get(), runId);
        List<Place> places = Stream.iterate(after.row(), row -> row + 1)
                .limit(Math.max(0, rows.size() - after.row()))
                .filter(row -> matches(rows.get(row), state, kind, severity, entityId))
                .limit(size + 1L)
                .map(row -> new Place(report.get().head().reportId(), row))
                .toList();
        Page<Place> page = Page.of(places, size, place -> new Place(place.reportId(), place.row() + 1).text());
        return new Page<>(
                page.items().stream().map(place -> rows.get(place.row())).toList(), page.next());
    }

    private Optional<StoredReport> report(String businessId, @Nullable String runId, Place after) {
        if (after.reportId() != null) {
            return Optional.of(reports.find(businessId, after.reportId()).orElseThrow(Cursors::invalid));
        }
        return runId == null ? reports.newest(businessId) : reports.ofRun(businessId, runId);
    }

    private List<Discrepancy> rows(StoredReport report, @Nullable String runId) {
        return runId == null
                ? ledgers.ofReport(report).all()
                : ledgers.ofReport(report).found();
    }

    private static boolean matches(
            Discrepancy row,
            @Nullable DiscrepancyState state,
            @Nullable String kind,
            @Nullable Severity severity,
            @Nullable String entityId) {
        return (state == null || row.state() == state)
                && (kind == null || row.kind().equals(kind))
                && (severity == null || row.severity() == severity)
                && (entityId == null || entityId.equals(row.entityId()));
    }

    /**
     * Where a page begins.
     *
     * @param reportId the ledger it is of; null for the newest
     * @param row index of the first row to look at
     */
    private record Place(@Nullable String reportId, int row) {

        static Place of(@Nullable String cursor) {
            String after = Page.after(cursor);
            if (after == null) {
                return new Place(null, 0);
            }
            String[] parts = after.split(" ", -1);
            try {
                int row = Integer.parseInt(parts[parts.length - 1]);
                if (parts.length == 2 && row >= 0) {
                    return new Place(parts[0], row);
                }
            } catch (NumberFormatException e) {
                throw Cursors.invalid();
            }
            throw Cursors.invalid();
        }

        String text() {
            return reportId + " " + row;
        }
    }
}
