package com.nowinfinity.xpm.report.rendering;

import com.nowinfinity.xpm.events.Count;
import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.discrepancy.DiscrepancyKind;
import com.nowinfinity.xpm.report.discrepancy.ReadingOrder;
import com.nowinfinity.xpm.report.discrepancy.ReportSection;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A page to print: summary, then one table for each section. No script, nothing fetched from elsewhere. */
final class HtmlRendering implements Rendering {

    private static final Set<String> ONLY_FOR_MACHINES = Set.of("id", "entityId", "clientId", "actions", "webUrl");
    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Discrepancy report</title>
            <style>
            body { font: 10pt sans-serif; margin: 1.5em; }
            table { border-collapse: collapse; margin-bottom: 1.5em; }
            th, td { border: 1px solid #999; padding: .2em .4em; text-align: left; vertical-align: top; }
            th { background: #dde6f0; }
            td { overflow-wrap: anywhere; }
            thead { display: table-header-group; }
            tr { break-inside: avoid; }
            @page { size: A4 landscape; margin: 1cm; }
            </style></head><body>
            <h1>Discrepancies between NowInfinity and Xero Practice Manager</h1>
            """;

    @Override
    public void write(ReportHead head, Iterable<Discrepancy> rows, OutputStream out) throws IOException {
        Writer page = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        List<Column> columns = Columns.forReading(head.createdAt()).stream()
                .filter(column -> !ONLY_FOR_MACHINES.contains(column.name()))
                .toList();
        page.write(PAGE);
        summary(page, head);
        tables(page, columns, rows);
        page.write("</body></html>\n");
        page.flush();
    }

    private static void summary(Writer page, ReportHead head) throws IOException {
        page.write("<p>Made %s (UTC): %d discrepancies, %d new since the last report, %d resolved since then.</p>\n"
                .formatted(head.createdAt(), head.rows(), head.newSinceLast(), head.resolvedSinceLast()));
        page.write("<table><thead><tr><th>Kind</th><th>Count</th></tr></thead><tbody>\n");
        for (Count count : head.counts()) {
            String title = SafeText.forHtml(DiscrepancyKind.titleOf(count.getName()));
            page.write("<tr><td>%s</td><td>%d</td></tr>%n".formatted(title, count.getCount()));
        }
        page.write("</tbody></table>\n");
    }

    private static void tables(Writer page, List<Column> columns, Iterable<Discrepancy> rows) throws IOException {
        ReportSection open = null;
        for (Discrepancy row : rows) {
            ReportSection section = ReadingOrder.section(row);
            if (section != open) {
                closeTable(page, open);
                page.write("<h2>%s</h2>%n<table><thead><tr>".formatted(SafeText.forHtml(section.title())));
                for (Column column : columns) {
                    page.write("<th>" + SafeText.forHtml(column.title()) + "</th>");
                }
                page.write("</tr></thead><tbody>\n");
                open = section;
            }
            page.write("<tr>");
            for (Column column : columns) {
                page.write("<td>" + SafeText.forHtml(column.of(row).text()) + "</td>");
            }
            page.write("</tr>\n");
        }
        closeTable(page, open);
    }

    private static void closeTable(Writer page, @Nullable ReportSection open) throws IOException {
        if (open != null) {
            page.write("</tbody></table>\n");
        }
    }
}
