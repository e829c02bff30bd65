package com.nowinfinity.xpm.report.rendering;

import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats in which a report can be had. */
public enum ReportFormat {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("text/csv;charset=UTF-8"),
    JSON("application/json"),
    HTML("text/html;charset=UTF-8");

    private final String mediaType;

    ReportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** As in {@code ?format=} and at the end of file names. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ReportFormat> of(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(extension))
                .findFirst();
    }

    /**
     * Writes the whole report; leaves the stream open.
     *
     * @throws IOException when the stream did not take all of it, whatever the format's library makes of that
     */
    public void write(ReportHead head, Iterable<Discrepancy> rows, OutputStream out, Edition edition)
            throws IOException {
        WatchedStream watched = new WatchedStream(out);
        try {
            rendering(edition).write(head, rows, watched);
        } catch (RuntimeException e) {
            watched.check();
            throw e;
        }
        watched.check();
    }

    private Rendering rendering(Edition edition) {
        return switch (this) {
            case XLSX -> new XlsxRendering(edition);
            case CSV -> new CsvRendering();
            case JSON -> new JsonRendering();
            case HTML -> new HtmlRendering(edition);
        };
    }
}
