package com.nowinfinity.xpm.report.rendering;

import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import org.jspecify.annotations.Nullable;

/** What a workbook that comes back is read by. */
public final class SheetForm {

    public static final String SUMMARY = SummarySheet.NAME;
    /** Label in the summary, before the report's id. */
    public static final String REPORT = SummarySheet.REPORT;

    public static final String ID = "Id";
    public static final String ACTION = Columns.ACTION;
    public static final String LINK_TO = Columns.LINK_TO;
    public static final String BECAUSE = Columns.BECAUSE;
    public static final String UNTIL = Columns.UNTIL;
    public static final String NOW_INFINITY = "NowInfinity";
    public static final String XPM = "XPM";

    private SheetForm() {}

    /** Whether the cells still say what was given out; spreadsheets write line breaks their own way. */
    public static boolean isUnedited(Discrepancy row, String nowInfinity, String xpm) {
        return isSame(row.nowInfinity(), nowInfinity) && isSame(row.xpm(), xpm);
    }

    private static boolean isSame(@Nullable String value, String cell) {
        return plain(SafeText.forSpreadsheet(value == null ? "" : value)).equals(plain(cell));
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
