package com.nowinfinity.xpm.report.publication;

import com.nowinfinity.xpm.report.storage.Key;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that follow from the run, so that making a report twice, or telling of it twice, is doing it once. */
final class ReportIds {

    private ReportIds() {}

    static String report(String businessId, String runId) {
        return named("report " + Key.of(businessId, runId));
    }

    static String event(String businessId, String reportId) {
        return named("report-published " + Key.of(businessId, reportId));
    }

    private static String named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
