package com.nowinfinity.xpm.standalone.mainjob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A report on disk, as xlsx, csv and json.
 *
 * @param json its content
 */
record ReportFiles(Path xlsx, Path csv, Path jsonFile, JsonNode json) {

    private static final String NAME = "discrepancies.";

    List<Finding> rows() {
        return json.path("discrepancies").values().stream().map(Finding::of).toList();
    }

    /** Downloads a report into a folder, over an older one. */
    static ReportFiles download(Site site, ServiceCalls calls, String reportId, Path folder) {
        try {
            Files.createDirectories(folder);
            Path xlsx = write(site, calls, reportId, folder, "xlsx");
            Path csv = write(site, calls, reportId, folder, "csv");
            Path json = write(site, calls, reportId, folder, "json");
            return new ReportFiles(xlsx, csv, json, JsonMapper.shared().readTree(Files.readAllBytes(json)));
        } catch (IOException e) {
            throw new FellShortException("The report cannot be written to %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private static Path write(Site site, ServiceCalls calls, String reportId, Path folder, String format)
            throws IOException {
        byte[] content = calls.download(site.report("/reports/%s/download?format=%s".formatted(reportId, format)));
        return Files.write(folder.resolve(NAME + format), content);
    }
}
