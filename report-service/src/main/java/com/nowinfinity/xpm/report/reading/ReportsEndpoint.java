package com.nowinfinity.xpm.report.reading;

import com.nowinfinity.xpm.access.Caller;
import com.nowinfinity.xpm.access.CostlyCalls;
import com.nowinfinity.xpm.access.Page;
import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.report.publication.ReportBook;
import com.nowinfinity.xpm.report.publication.StoredReport;
import com.nowinfinity.xpm.report.rendering.Edition;
import com.nowinfinity.xpm.report.rendering.ReportFormat;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** The reports of a business, newest first, and their files. */
@RestController
@RequestMapping("/api/businesses/{businessId}/reports")
class ReportsEndpoint {

    private static final String BY_PARTNER = "partner";
    /** The page stands for itself wherever it is opened: no script, nothing fetched, in nobody's frame. */
    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Set<String> INLINE = Set.of("true", "false");

    private final ReportBook reports;
    private final ReportFiles files;
    private final Editions editions;
    private final CostlyCalls costly;

    ReportsEndpoint(ReportBook reports, ReportFiles files, Editions editions, CostlyCalls costly) {
        this.reports = reports;
        this.files = files;
        this.editions = editions;
        this.costly = costly;
    }

    /**
     * A report in the list.
     *
     * @param counts discrepancies by kind: name and count
     * @param newSinceLast how many the report before did not have
     */
    record Item(
            String reportId,
            String runId,
            Instant createdAt,
            List<Map<String, @Nullable Object>> counts,
            long newSinceLast) {

        static Item of(StoredReport report) {
            return new Item(
                    report.head().reportId(),
                    report.head().runId(),
                    report.head().createdAt(),
                    report.head().counts().stream().map(JsonForm::of).toList(),
                    report.head().newSinceLast());
        }
    }

    @GetMapping
    Page<Item> reports(
            @PathVariable String businessId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Page.limit(limit);
        List<StoredReport> found = reports.newestFirst(businessId, Cursors.number(cursor), size + 1);
        Page<StoredReport> page = Page.of(found, size, report -> Long.toString(report.number()));
        return new Page<>(page.items().stream().map(Item::of).toList(), page.next());
    }

    /**
     * The report's file.
     *
     * @param format xlsx, csv, json or html
     * @param sheets {@code partner} for a workbook with a sheet for each partner
     * @param inline {@code true} for a page, html, that the browser opens instead of saving it
     */
    @GetMapping("/{reportId}/download")
    ResponseEntity<Flux<DataBuffer>> download(
            @PathVariable String businessId,
            @PathVariable String reportId,
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(required = false) @Nullable String sheets,
            @RequestParam(defaultValue = "false") String inline,
            Caller caller) {
        if (sheets != null && !sheets.equals(BY_PARTNER)) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "invalid-sheets", "Invalid request", "sheets: expected partner");
        }
        if (!INLINE.contains(inline)) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "invalid-inline", "Invalid request", "inline: expected true or false");
        }
        ReportFormat wanted = ReportFormat.of(format)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "invalid-format",
                        "Invalid request",
                        "format: expected one of xlsx, csv, json, html"));
        StoredReport report = reports.find(businessId, reportId)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "report-not-found", "Not Found", "There is no such report."));
        costly.admit(caller, businessId);
        Edition edition = editions.of(report, sheets != null);
        ReportFiles.Content content = files.write(report, wanted, edition);
        boolean opens = wanted == ReportFormat.HTML && inline.equals("true");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(wanted.mediaType()))
                .contentLength(content.size())
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (opens ? ContentDisposition.inline() : ContentDisposition.attachment())
                                .filename(edition.fileName(report.head().createdAt(), wanted))
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", PAGE_POLICY)
                .body(content.bytes());
    }
}
