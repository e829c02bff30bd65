package com.nowinfinity.xpm.report.workbooks;

import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.publication.ReportBook;
import com.nowinfinity.xpm.report.publication.StoredReport;
import com.nowinfinity.xpm.report.resolutions.Resolutions;
import com.nowinfinity.xpm.report.resolutions.Wish;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/** Holds workbooks that come back against what was given out. Thread-safe. */
final class Workbooks {

    private static final int MOST_ITEMS = 10_000;

    private final WorkbookStore store;
    private final ReportBook reports;
    private final Resolutions resolutions;
    private final WorkbookProperties properties;
    private final InstantSource clock;
    private final Supplier<UUID> ids;

    Workbooks(
            WorkbookStore store,
            ReportBook reports,
            Resolutions resolutions,
            WorkbookProperties properties,
            InstantSource clock,
            Supplier<UUID> ids) {
        this.store = store;
        this.reports = reports;
        this.resolutions = resolutions;
        this.properties = properties;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * A workbook that was looked through.
     *
     * @param reportId of the report that it was given out as
     */
    record Reviewed(String workbookId, String reportId, WorkbookReview review) {}

    Reviewed review(String businessId, Path file, String by) throws IOException {
        Archive.check(file, properties.maxContent().toBytes());
        FilledWorkbook filled = FilledWorkbook.read(file, properties.maxRows());
        if (filled.rows().size() > MOST_ITEMS) {
            throw WorkbookProblem.tooLarge("The workbook has more than " + MOST_ITEMS + " rows with an action.");
        }
        StoredReport report = reports.find(businessId, filled.reportId()).orElseThrow(WorkbookProblem::notOurs);
        Set<String> wanted = new HashSet<>();
        filled.rows().forEach(row -> wanted.add(row.id()));
        WorkbookReview review = WorkbookReview.of(
                filled.rows(), only(wanted, reports.rows(report)), wishes -> resolutions.refusals(businessId, wishes));
        String id = ids.get().toString();
        store.add(
                businessId,
                id,
                clock.instant(),
                by,
                review.accepted().stream().map(WorkbookReview.Row::wish).toList());
        return new Reviewed(id, report.head().reportId(), review);
    }

    /** @return id of the resolution; a workbook that is run again has the same, and nothing is asked anew */
    String run(String businessId, String workbookId, String by) {
        List<Wish> wishes = store.find(businessId, workbookId)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "workbook-not-found", "Not Found", "There is no such workbook."));
        if (wishes.isEmpty()) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "nothing-to-run",
                    "Nothing to run",
                    "No row of the workbook can be asked for.");
        }
        String resolutionId = UUID.nameUUIDFromBytes(
                        ("workbook " + businessId + "/" + workbookId).getBytes(StandardCharsets.UTF_8))
                .toString();
        resolutions.request(businessId, resolutionId, wishes, false, by);
        return resolutionId;
    }

    private static Map<String, Discrepancy> only(Set<String> ids, Iterable<Discrepancy> rows) {
        Map<String, Discrepancy> found = new HashMap<>();
        for (Discrepancy row : rows) {
            if (ids.contains(row.id())) {
                found.put(row.id(), row);
            }
        }
        return found;
    }
}
