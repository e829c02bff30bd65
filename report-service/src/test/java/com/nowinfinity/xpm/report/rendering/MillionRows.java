package com.nowinfinity.xpm.report.rendering;

import static com.nowinfinity.xpm.report.discrepancy.Compared.difference;
import static com.nowinfinity.xpm.report.discrepancy.Compared.pair;

import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.discrepancy.Findings;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/** Writes a report of many rows to nowhere; run in a JVM of its own, whose heap is the judge. */
final class MillionRows {

    private static final Instant MADE = Instant.parse("2026-03-04T09:00:00Z");

    private MillionRows() {}

    /** @param arguments format, number of rows */
    public static void main(String... arguments) throws IOException {
        ReportFormat format = ReportFormat.valueOf(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        Iterable<Discrepancy> rows =
                () -> IntStream.range(0, count).mapToObj(MillionRows::row).iterator();
        ReportHead head = new ReportHead(
                "rep-1", "run-1", "b-1", MADE, List.of(), count, 0, count, ReportSummary.NONE, List.of());
        format.write(head, rows, OutputStream.nullOutputStream(), new Edition(null, ZoneOffset.UTC, false, false));
    }

    /** Neighbours offer different actions, which is the worst that can happen to their lists. */
    private static Discrepancy row(int i) {
        String field = i % 2 == 0 ? "email" : "name";
        return Findings.of(
                        pair("c-" + i, "x-" + i, difference("field-differs", field, "ours " + i, "theirs " + i)), MADE)
                .getFirst();
    }
}
