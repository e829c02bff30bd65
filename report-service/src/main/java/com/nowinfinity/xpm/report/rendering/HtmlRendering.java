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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A page to print: summary, then one table for each section. No script, nothing fetched from elsewhere. */
final class HtmlRendering implements Rendering {

    private static final Set<String> NOT_ON_PAPER =
            Set.of("id", "entityId", "clientId", "field", "action", "linkTo", "candidates", "openedAt");
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
            td { overflow-wrap: anywhere; unicode-bidi: isolate; }
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
                .filter(column -> !NOT_ON_PAPER.contains(column.name()))
                .toList();
        page.write(PAGE);
        summary(page, head);
        tables(page, columns, rows);
        refreshed(page, head.refreshed());
        page.write("</body></html>\n");
        page.flush();
    }

    private static void summary(Writer page, ReportHead head) throws IOException {
        page.write("<p>Made %s (UTC): %d discrepancies, %d new since the last report, %d resolved since then.</p>\n"
                .formatted(head.createdAt(), head.rows(), head.newSinceLast(), head.resolvedSinceLast()));
        for (String line : SummaryLines.of(head)) {
            page.write("<p>" + SafeText.forHtml(line) + "</p>\n");
        }
        counts(page, "Part", head.summary().sections(), title -> title);
        counts(page, "Kind", head.counts(), DiscrepancyKind::titleOf);
    }

    private static void counts(Writer page, String what, List<Count> counts, UnaryOperator<String> inWords)
            throws IOException {
        if (counts.isEmpty()) {
            return;
        }
        page.write("<table><thead><tr><th>%s</th><th>Count</th></tr></thead><tbody>%n".formatted(what));
        for (Count count : counts) {
            String title = SafeText.forHtml(inWords.apply(count.getName()));
            page.write("<tr><td>%s</td><td>%d</td></tr>%n".formatted(title, count.getCount()));
        }
        page.write("</tbody></table>\n");
    }

    private static void refreshed(Writer page, List<Refreshed> refreshed) throws IOException {
        if (refreshed.isEmpty()) {
            return;
        }
        page.write(
                "<h2>Taken from XPM by Refresh data</h2>\n<table><thead><tr><th>Entity</th><th>Fields</th></tr></thead>"
                        + "<tbody>\n");
        for (Refreshed taken : refreshed) {
            page.write("<tr><td>%s</td><td>%s</td></tr>%n"
                    .formatted(SafeText.forHtml(taken.name()), SafeText.forHtml(RefreshedSheet.fields(taken))));
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
                page.write("<td>" + cell(column.of(row)) + "</td>");
            }
            page.write("</tr>\n");
        }
        closeTable(page, open);
    }

    private static String cell(Cell cell) {
        String text = SafeText.forHtml(cell.text());
        return cell instanceof Cell.Link ? "<a rel=\"noopener noreferrer\" href=\"" + text + "\">open</a>" : text;
    }

    private static void closeTable(Writer page, @Nullable ReportSection open) throws IOException {
        if (open != null) {
            page.write("</tbody></table>\n");
        }
    }
}
