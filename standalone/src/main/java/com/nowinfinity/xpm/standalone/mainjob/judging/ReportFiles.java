package com.nowinfinity.xpm.standalone.mainjob.judging;

import com.nowinfinity.xpm.standalone.mainjob.calls.Desk;
import com.nowinfinity.xpm.standalone.mainjob.calls.FellShortException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A report on disk, as xlsx, csv and json.
 *
 * @param rows its rows as the json has them
 */
public record ReportFiles(Path xlsx, Path csv, Path jsonFile, List<Finding> rows) {

    private static final String NAME = "discrepancies.";

    /** The content of the json, read again: thousands of rows are not held longer than they are looked at. */
    public JsonNode json() {
        try {
            return read(jsonFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path json) throws IOException {
        return JsonMapper.shared().readTree(Files.readAllBytes(json));
    }

    /** Downloads a report into a folder, over an older one. */
    public static ReportFiles download(Desk desk, String reportId, Path folder) {
        try {
            Files.createDirectories(folder);
            Path xlsx = write(desk, reportId, folder, "xlsx");
            Path csv = write(desk, reportId, folder, "csv");
            Path json = write(desk, reportId, folder, "json");
            List<Finding> rows = read(json).path("discrepancies").values().stream()
                    .map(Finding::of)
                    .toList();
            return new ReportFiles(xlsx, csv, json, rows);
        } catch (IOException e) {
            throw new FellShortException("The report cannot be written to %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private static Path write(Desk desk, String reportId, Path folder, String format) throws IOException {
        byte[] content =
                desk.calls().download(desk.site().report("/reports/%s/download?format=%s".formatted(reportId, format)));
        return Files.write(folder.resolve(NAME + format), content);
    }
}
