package com.nowinfinity.xpm.report.rendering;

import com.nowinfinity.xpm.events.Count;
import com.nowinfinity.xpm.events.InWords;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The first sheet: what the report is of, how many of each part and kind, and what comes first; it fits one screen. */
final class SummarySheet {

    static final String NAME = "Summary";
    /** Before the report's id, by which a sheet that comes back is known. */
    static final String REPORT = "Report";

    private static final int LABEL = 0;
    private static final int VALUE = 1;
    private static final int SECTION = 3;
    private static final int KIND = 6;
    private static final int FIRST_COUNT = 3;
    private static final int FIRST_LINE = 14;

    private SummarySheet() {}

    static void write(Workbook workbook, ReportHead head, Edition edition) throws IOException {
        Worksheet sheet = workbook.newWorksheet(NAME);
        int[] widths = {26, 40, 3, 26, 8, 3, 34, 8};
        for (int c = 0; c < widths.length; c++) {
            sheet.width(c, widths[c]);
        }
        sheet.inlineString(0, LABEL, "Discrepancies between NowInfinity and Xero Practice Manager");
        sheet.style(0, LABEL).bold().fontSize(14).set();
        facts(sheet, head, edition);
        counts(sheet, SECTION, "Part", head.summary().sections(), title -> title);
        counts(sheet, KIND, "Kind", head.counts(), InWords::of);
        int row = FIRST_LINE;
        for (String line : SummaryLines.of(head, edition.zone())) {
            sheet.inlineString(row++, LABEL, SafeText.forSpreadsheet(line));
        }
        sheet.finish();
    }

    private static void facts(Worksheet sheet, ReportHead head, Edition edition) {
        sheet.inlineString(2, LABEL, "Made (%s)".formatted(edition.zone()));
        sheet.value(2, VALUE, LocalDateTime.ofInstant(head.createdAt(), edition.zone()));
        sheet.style(2, VALUE)
                .format("yyyy-mm-dd hh:mm")
                .horizontalAlignment("left")
                .set();
        number(sheet, 3, "Discrepancies", head.rows());
        if (edition.first()) {
            text(sheet, 4, "New since the last report", "This is the first report.");
        } else {
            number(sheet, 4, "New since the last report", head.newSinceLast());
            number(sheet, 5, "Resolved since then", head.resolvedSinceLast());
        }
        String practice = edition.practice();
        text(sheet, 6, practice == null ? "Business" : "Practice", practice == null ? head.businessId() : practice);
        text(sheet, 7, "Run", head.runId());
        text(sheet, 8, REPORT, head.reportId());
        int row = 9;
        for (Count count : head.summary().run().stream().limit(4).toList()) {
            number(sheet, row++, capital(count.getName()), count.getCount());
        }
    }

    private static void counts(
            Worksheet sheet, int column, String title, List<Count> counts, UnaryOperator<String> inWords) {
        sheet.inlineString(2, column, title);
        sheet.inlineString(2, column + 1, "Count");
        sheet.range(2, column, 2, column + 1).style().bold().set();
        int row = FIRST_COUNT;
        for (Count count : counts) {
            sheet.inlineString(row, column, inWords.apply(count.getName()));
            sheet.value(row, column + 1, count.getCount());
            row++;
        }
    }

    private static String capital(String code) {
        String words = code.replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static void number(Worksheet sheet, int row, String label, long value) {
        sheet.inlineString(row, LABEL, label);
        sheet.value(row, VALUE, value);
        sheet.style(row, VALUE).horizontalAlignment("left").set();
    }

    private static void text(Worksheet sheet, int row, String label, String value) {
        sheet.inlineString(row, LABEL, label);
        sheet.inlineString(row, VALUE, SafeText.forSpreadsheet(value));
    }
}
