package com.nowinfinity.xpm.report.rendering;

import com.nowinfinity.xpm.events.InWords;
import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.discrepancy.DiscrepancyAction;
import com.nowinfinity.xpm.report.discrepancy.DiscrepancyKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
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
        boolean symbols = row.kind().equals(DiscrepancyKind.STATE_DIFFERS.code());
        return isGivenOut(row.nowInfinity(), nowInfinity, symbols) && isGivenOut(row.xpm(), xpm, symbols);
    }

    /** Symbols are given out in words; workbooks of earlier versions have the codes. */
    private static boolean isGivenOut(@Nullable String value, String cell, boolean symbols) {
        return isSame(value, cell) || (symbols && value != null && isSame(InWords.of(value), cell));
    }

    /** The action that a person chose: by its words, as the list of the cell offers them, or by its code. */
    public static Optional<DiscrepancyAction> action(String chosen) {
        String code = chosen.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return Arrays.stream(DiscrepancyAction.values())
                .filter(action ->
                        action.name().equals(code) || InWords.of(action.name()).equalsIgnoreCase(chosen.strip()))
                .findFirst();
    }

    private static boolean isSame(@Nullable String value, String cell) {
        return plain(SafeText.forSpreadsheet(value == null ? "" : value)).equals(plain(cell));
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
