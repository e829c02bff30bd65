package com.nowinfinity.xpm.report.rendering;

import com.nowinfinity.xpm.events.Count;
import com.nowinfinity.xpm.events.InWords;
import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.discrepancy.ReadingOrder;
import com.nowinfinity.xpm.report.discrepancy.ReportSection;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A page to print: summary, then one table for each section. No script, nothing fetched from elsewhere. */
final class HtmlRendering implements Rendering {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en-AU"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Discrepancy report</title>
            <style>
            body { font: 10pt sans-serif; margin: 1.5em; }
            table { border-collapse: collapse; margin-bottom: 1.5em; }
            table.rows { table-layout: fixed; width: 100%; }
            th, td { border: 1px solid #999; padding: .2em .4em; text-align: left; vertical-align: top; }
            th { background: #dde6f0; }
            th, td { overflow-wrap: anywhere; }
            td, td div { unicode-bidi: isolate; }
            h2 { break-after: avoid; }
            thead { display: table-header-group; }
            tr { break-inside: avoid; }
            @page { size: A4 landscape; margin: 1cm; }
            @media print { body { font-size: 7.5pt; margin: 0; } a { color: inherit; } }
            </style></head><body>
            <h1>Discrepancies between NowInfinity and Xero Practice Manager</h1>
            """;

    private final Edition edition;

    HtmlRendering(Edition edition) {
        this.edition = edition;
    }

    @Override
    public void write(ReportHead head, Iterable<Discrepancy> rows, OutputStream out) throws IOException {
        Writer page = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        page.write(PAGE);
        summary(page, head);
        tables(page, head, rows);
        refreshed(page, head.refreshed());
        page.write("</body></html>\n");
        page.flush();
    }

    private void summary(Writer page, ReportHead head) throws IOException {
        if (edition.practice() != null) {
            page.write("<p>" + SafeText.forHtml(edition.practice()) + "</p>\n");
        }
        String since = edition.first()
                ? "This is the first report."
                : "%d new since the last report, %d resolved since then."
                        .formatted(head.newSinceLast(), head.resolvedSinceLast());
        page.write("<p>Made %s (%s): %d discrepancies. %s</p>\n"
                .formatted(Spoken.time(head.createdAt(), edition.zone()), edition.zone(), head.rows(), since));
        for (String line : SummaryLines.of(head, edition.zone())) {
            page.write("<p>" + SafeText.forHtml(line) + "</p>\n");
        }
        counts(page, "Part", head.summary().sections(), title -> title);
        counts(page, "Kind", head.counts(), InWords::of);
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

    private void tables(Writer page, ReportHead head, Iterable<Discrepancy> rows) throws IOException {
        Map<String, Column> columns = Columns.forReading(head.createdAt(), edition.zone()).stream()
                .collect(Collectors.toMap(Column::name, Function.identity()));
        ReportSection open = null;
        for (Discrepancy row : rows) {
            ReportSection section = ReadingOrder.section(row);
            if (section != open) {
                closeTable(page, open);
                openTable(page, section);
                open = section;
            }
            page.write("<tr>");
            for (PaperColumn column : PaperColumn.ALL) {
                page.write("<td>");
                for (PaperColumn.Line line : column.lines()) {
                    page.write(line(
                            line,
                            Objects.requireNonNull(columns.get(line.column())).of(row)));
                }
                page.write("</td>");
            }
            page.write("</tr>\n");
        }
        closeTable(page, open);
    }

    private static void openTable(Writer page, ReportSection section) throws IOException {
        page.write("<h2>%s</h2>%n<table class=\"rows\"><colgroup>".formatted(SafeText.forHtml(section.title())));
        for (PaperColumn column : PaperColumn.ALL) {
            page.write("<col style=\"width:%d%%\">".formatted(column.percent()));
        }
        page.write("</colgroup><thead><tr>");
        for (PaperColumn column : PaperColumn.ALL) {
            page.write("<th>" + SafeText.forHtml(column.title()) + "</th>");
        }
        page.write("</tr></thead><tbody>\n");
    }

    private String line(PaperColumn.Line line, Cell cell) {
        String value = SafeText.forHtml(Spoken.of(cell, edition.zone()));
        if (value.isEmpty()) {
            return "";
        }
        String shown = cell instanceof Cell.Link
                ? "<a rel=\"noopener noreferrer\" href=\"" + value + "\">open in XPM</a>"
                : value;
        return "<div>" + line.words().replace("%s", shown) + "</div>";
    }

    private static void closeTable(Writer page, @Nullable ReportSection open) throws IOException {
        if (open != null) {
            page.write("</tbody></table>\n");
        }
    }
}
