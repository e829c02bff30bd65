package com.nowinfinity.xpm.report.reading;

import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.report.publication.ReportBook;
import com.nowinfinity.xpm.report.publication.StoredReport;
import com.nowinfinity.xpm.report.rendering.Edition;
import com.nowinfinity.xpm.report.rendering.ReportFormat;
import com.nowinfinity.xpm.report.rendering.ReportHead;
import com.nowinfinity.xpm.report.runs.RefreshBook;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Flux;

/**
 * Writes a report's file out of its rows. Nothing is sent before the whole file is there, so what arrives with its full
 * length is complete; the file is gone from its folder by then.
 */
final class ReportFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ReportFiles.class);
    private static final Duration RETRY = Duration.ofMinutes(1);
    private static final int BUFFER = 64 * 1024;

    private final ReportBook reports;
    private final RefreshBook refreshes;
    private final Path folder;

    ReportFiles(ReportBook reports, RefreshBook refreshes, Path folder) {
        this.reports = reports;
        this.refreshes = refreshes;
        this.folder = folder;
    }

    /**
     * A whole file.
     *
     * @param size in bytes
     * @param bytes to be read once
     */
    record Content(long size, Flux<DataBuffer> bytes) {}

    /**
     * @throws ProblemException 503 {@code disk-unavailable} when there is no room for the file
     */
    Content write(StoredReport report, ReportFormat format, Edition edition) {
        try {
            return written(report, format, edition);
        } catch (IOException e) {
            LOG.error("No file of report {} can be written in {}", report.head().reportId(), folder, e);
            throw new ProblemException(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "disk-unavailable",
                            "Temporarily unavailable",
                            "There is no room for the report's file at the moment. The report itself is kept.")
                    .retryAfter(RETRY);
        }
    }

    private Content written(StoredReport report, ReportFormat format, Edition edition) throws IOException {
        Path file = Files.createTempFile(folder, "report-", "." + format.extension());
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
                ReportHead head = report.head()
                        .with(refreshes.of(
                                report.head().businessId(), report.head().runId()));
                format.write(head, reports.rows(report), out, edition);
            }
            long size = Files.size(file);
            AsynchronousFileChannel channel = AsynchronousFileChannel.open(file, StandardOpenOption.READ);
            return new Content(
                    size,
                    DataBufferUtils.readAsynchronousFileChannel(
                            () -> channel, DefaultDataBufferFactory.sharedInstance, BUFFER));
        } finally {
            // An open channel goes on reading a file that has no name any more.
            Files.deleteIfExists(file);
        }
    }
}
