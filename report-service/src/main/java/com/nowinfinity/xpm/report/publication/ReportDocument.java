package com.nowinfinity.xpm.report.publication;

import com.nowinfinity.xpm.events.Count;
import com.nowinfinity.xpm.report.rendering.ReportHead;
import com.nowinfinity.xpm.report.rendering.ReportSummary;
import com.nowinfinity.xpm.report.rendering.ReportSummary.Due;
import com.nowinfinity.xpm.report.storage.Key;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bson.Document;

/** A report as it is stored; carries the news of itself until that is out. */
final class ReportDocument {

    static final String ID = "_id";
    static final String BUSINESS = "business";
    static final String REPORT = "report";
    static final String UNPUBLISHED = "unpublished";
    private static final String RUN = "run";
    private static final String NUMBER = "number";
    private static final String CREATED_AT = "createdAt";
    private static final String RAN_AT = "ranAt";
    private static final String REQUESTED_BY = "requestedBy";
    private static final String COUNTS = "counts";
    private static final String SECTIONS = "sections";
    private static final String OF_RUN = "ofRun";
    private static final String DUE = "due";
    private static final String WHAT = "what";
    private static final String DAY = "day";
    private static final String CONCERNS = "concerns";
    private static final String NAME = "name";
    private static final String COUNT = "count";
    private static final String NEW_SINCE_LAST = "newSinceLast";
    private static final String RESOLVED_SINCE_LAST = "resolvedSinceLast";
    private static final String ROWS = "rows";
    private static final String BLOCKS = "blocks";

    private ReportDocument() {}

    static String key(StoredReport report) {
        return key(report.head().businessId(), report.number());
    }

    /** The number with zeros before it, so that keys and numbers have one order. */
    static String key(String businessId, long number) {
        return Key.of(businessId, String.format(Locale.ROOT, "%010d", number));
    }

    static Document write(StoredReport report) {
        ReportHead head = report.head();
        return new Document(ID, key(report))
                .append(BUSINESS, head.businessId())
                .append(REPORT, head.reportId())
                .append(RUN, head.runId())
                .append(NUMBER, report.number())
                .append(CREATED_AT, Date.from(head.createdAt()))
                .append(RAN_AT, Date.from(report.ranAt()))
                .append(REQUESTED_BY, report.requestedBy())
                .append(COUNTS, written(head.counts()))
                .append(SECTIONS, written(head.summary().sections()))
                .append(OF_RUN, written(head.summary().run()))
                .append(
                        DUE,
                        head.summary().dueFirst().stream()
                                .map(ReportDocument::written)
                                .toList())
                .append(NEW_SINCE_LAST, head.newSinceLast())
                .append(RESOLVED_SINCE_LAST, head.resolvedSinceLast())
                .append(ROWS, head.rows())
                .append(BLOCKS, report.blocks())
                .append(UNPUBLISHED, true);
    }

    static StoredReport read(Document report) {
        ReportHead head = new ReportHead(
                report.getString(REPORT),
                report.getString(RUN),
                report.getString(BUSINESS),
                report.getDate(CREATED_AT).toInstant(),
                counts(report, COUNTS),
                report.getLong(NEW_SINCE_LAST),
                report.getLong(RESOLVED_SINCE_LAST),
                report.getLong(ROWS),
                new ReportSummary(
                        counts(report, SECTIONS),
                        list(report, DUE).map(ReportDocument::due).toList(),
                        counts(report, OF_RUN)),
                List.of());
        return new StoredReport(
                head,
                report.getLong(NUMBER),
                report.getDate(RAN_AT).toInstant(),
                report.getString(REQUESTED_BY),
                report.getInteger(BLOCKS));
    }

    private static List<Document> written(List<Count> counts) {
        return counts.stream()
                .map(count -> new Document(NAME, count.getName()).append(COUNT, count.getCount()))
                .toList();
    }

    private static Document written(Due due) {
        LocalDate day = due.dueDate();
        return new Document(NAME, due.who())
                .append(WHAT, due.what())
                .append(DAY, day == null ? null : day.toString())
                .append(CONCERNS, due.concerns());
    }

    private static Due due(Document due) {
        String day = due.getString(DAY);
        return new Due(
                due.getString(NAME),
                due.getString(WHAT),
                day == null ? null : LocalDate.parse(day),
                due.getList(CONCERNS, String.class));
    }

    private static List<Count> counts(Document report, String name) {
        return list(report, name)
                .map(count -> new Count(count.getString(NAME), count.getLong(COUNT)))
                .toList();
    }

    /** Reports of earlier versions do not have all of them. */
    private static Stream<Document> list(Document report, String name) {
        List<Document> list = report.getList(name, Document.class);
        return list == null ? Stream.of() : list.stream();
    }
}
