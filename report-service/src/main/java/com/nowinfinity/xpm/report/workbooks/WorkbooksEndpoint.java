package com.nowinfinity.xpm.report.workbooks;

import com.nowinfinity.xpm.access.Caller;
import com.nowinfinity.xpm.access.CostlyCalls;
import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.report.discrepancy.DiscrepancyAction;
import com.nowinfinity.xpm.report.resolutions.Wish;
import com.nowinfinity.xpm.report.workbooks.WorkbookReview.RefusedRow;
import com.nowinfinity.xpm.report.workbooks.Workbooks.Reviewed;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** Takes a report's workbook with actions filled in: first looked through, then asked for. */
@RestController
@RequestMapping("/api/businesses/{businessId}/workbooks")
class WorkbooksEndpoint {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Workbooks workbooks;
    private final WorkbookProperties properties;
    private final Path folder;
    private final CostlyCalls costly;

    WorkbooksEndpoint(
            Workbooks workbooks,
            WorkbookProperties properties,
            @Value("${java.io.tmpdir}") Path folder,
            CostlyCalls costly) {
        this.workbooks = workbooks;
        this.properties = properties;
        this.folder = folder;
        this.costly = costly;
    }

    /** A row that will be asked for. */
    record AcceptedRow(
            String sheet,
            int row,
            String id,
            DiscrepancyAction action,
            @Nullable String clientId,
            @Nullable String reason,
            @Nullable LocalDate until) {

        static AcceptedRow of(WorkbookReview.Row row) {
            Wish wish = row.wish();
            return new AcceptedRow(
                    row.sheet(), row.row(), wish.id(), wish.action(), wish.clientId(), wish.reason(), wish.until());
        }
    }

    /** What running the workbook would ask for, and which rows would be left out. */
    record Preview(String workbookId, String reportId, List<AcceptedRow> accepted, List<RefusedRow> refused) {

        static Preview of(Reviewed reviewed) {
            return new Preview(
                    reviewed.workbookId(),
                    reviewed.reportId(),
                    reviewed.review().accepted().stream().map(AcceptedRow::of).toList(),
                    reviewed.review().refused());
        }
    }

    record Accepted(String resolutionId) {}

    @PostMapping(consumes = {XLSX, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    Preview preview(
            @PathVariable String businessId,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary")))
                    @RequestBody
                    Flux<DataBuffer> workbook,
            Caller caller)
            throws IOException {
        return reviewed(businessId, workbook, caller);
    }

    /** The same as a form sends it: part {@code file}. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Preview previewOfForm(@PathVariable String businessId, @RequestPart("file") FilePart file, Caller caller)
            throws IOException {
        return reviewed(businessId, file.content(), caller);
    }

    @PostMapping("/{workbookId}/run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted run(@PathVariable String businessId, @PathVariable String workbookId, Caller caller) {
        return new Accepted(workbooks.run(businessId, workbookId, caller.sub()));
    }

    private Preview reviewed(String businessId, Flux<DataBuffer> bytes, Caller caller) throws IOException {
        costly.admit(caller, businessId);
        Path file = Files.createTempFile(folder, "workbook-", ".xlsx");
        try {
            DataBufferUtils.write(limited(bytes), file).block();
            if (Files.size(file) == 0) {
                throw WorkbookProblem.notAWorkbook();
            }
            return Preview.of(workbooks.review(businessId, file, caller.sub()));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Flux<DataBuffer> limited(Flux<DataBuffer> bytes) {
        AtomicLong size = new AtomicLong();
        long greatest = properties.maxSize().toBytes();
        return bytes.handle((buffer, sink) -> {
            if (size.addAndGet(buffer.readableByteCount()) > greatest) {
                DataBufferUtils.release(buffer);
                ProblemException tooLarge = WorkbookProblem.tooLarge("The file is larger than " + greatest + " bytes.");
                sink.error(tooLarge);
            } else {
                sink.next(buffer);
            }
        });
    }
}
