package com.nowinfinity.xpm.report.rendering;

import com.nowinfinity.xpm.events.Count;
import com.nowinfinity.xpm.report.discrepancy.DiscrepancyKind;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The first sheet: what the report is of, and how many of each kind; it fits one screen. */
final class SummarySheet {

    private static final int LABEL = 0;
    private static final int VALUE = 1;
    private static final int KIND = 3;
    private static final int KIND_COUNT = 4;

    private SummarySheet() {}

    static void write(Workbook workbook, ReportHead head) throws IOException {
        Worksheet sheet = workbook.newWorksheet("Summary");
        sheet.width(LABEL, 26);
        sheet.width(VALUE, 40);
        sheet.width(KIND, 34);
        sheet.width(KIND_COUNT, 10);
        sheet.inlineString(0, LABEL, "Discrepancies between NowInfinity and Xero Practice Manager");
        sheet.style(0, LABEL).bold().fontSize(14).set();
        facts(sheet, head);
        kinds(sheet, head);
        sheet.finish();
    }

    private static void facts(Worksheet sheet, ReportHead head) {
        sheet.inlineString(2, LABEL, "Made (UTC)");
        sheet.value(2, VALUE, LocalDateTime.ofInstant(head.createdAt(), ZoneOffset.UTC));
        sheet.style(2, VALUE)
                .format("yyyy-mm-dd hh:mm")
                .horizontalAlignment("left")
                .set();
        number(sheet, 3, "Discrepancies", head.rows());
        number(sheet, 4, "New since the last report", head.newSinceLast());
        number(sheet, 5, "Resolved since then", head.resolvedSinceLast());
        text(sheet, 6, "Business", head.businessId());
        text(sheet, 7, "Run", head.runId());
        text(sheet, 8, "Report", head.reportId());
    }

    private static void kinds(Worksheet sheet, ReportHead head) {
        sheet.inlineString(2, KIND, "Kind");
        sheet.inlineString(2, KIND_COUNT, "Count");
        sheet.range(2, KIND, 2, KIND_COUNT).style().bold().set();
        int row = 3;
        for (Count count : head.counts()) {
            sheet.inlineString(row, KIND, DiscrepancyKind.titleOf(count.getName()));
            sheet.value(row, KIND_COUNT, count.getCount());
            row++;
        }
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
