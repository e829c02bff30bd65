package com.nowinfinity.xpm.report.rendering;

import java.util.List;
import java.util.stream.Stream;

/**
 * A column of the page to print: some of the report's columns below each other, so that all that is read fits on a
 * sheet of paper.
 *
 * @param percent of the table's width
 * @param lines the columns, each with words around its value where the title does not say what it is
 */
record PaperColumn(String title, int percent, List<Line> lines) {

    /** @param words with {@code %s} for the value */
    record Line(String column, String words) {}

    /** In the order in which an accountant reads. */
    static final List<PaperColumn> ALL = List.of(
            of("Entity", 12, "entityName", "entityKind"),
            of("Partner, manager", 8, "partner", "manager"),
            of("Client in XPM", 13, "clientName", "groups: in %s", "clientCode: code %s", "webUrl"),
            of("Discrepancy", 11, "kind", "fieldName"),
            of("NowInfinity", 12, "nowInfinity"),
            of("XPM", 12, "xpm"),
            of("Changed by", 11, "changedBy", "since: after %s", "until: before %s", "base: last agreed: %s"),
            of(
                    "Severity",
                    8,
                    "severity",
                    "state",
                    "daysOpen: %s days open",
                    "dueDate: ASIC by %s",
                    "daysLeft: days left: %s"),
            of(
                    "Can be done",
                    13,
                    "actions",
                    "concerns: concerns %s",
                    "acceptedBecause: because %s",
                    "acceptedUntil: until %s"));

    private static PaperColumn of(String title, int percent, String... lines) {
        return new PaperColumn(
                title, percent, Stream.of(lines).map(PaperColumn::line).toList());
    }

    private static Line line(String written) {
        int colon = written.indexOf(": ");
        return colon < 0
                ? new Line(written, "%s")
                : new Line(written.substring(0, colon), written.substring(colon + 2));
    }
}
