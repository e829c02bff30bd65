package com.nowinfinity.xpm.report.rendering;

import com.nowinfinity.xpm.events.InWords;
import com.nowinfinity.xpm.report.discrepancy.DiscrepancyAction;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Worksheet;

/**
 * Lets a spreadsheet offer, in the column to be filled in, just what can be asked for in each row. Rows that offer the
 * same and stand together share one list, so that a report in reading order needs few.
 */
final class ActionChoices {

    /** Each is kept in memory until the sheet ends; beyond these a column offers everything. */
    private static final int MOST_LISTS = 5_000;

    private final Worksheet sheet;
    private final int column;
    private List<DiscrepancyAction> offered = List.of();
    private int since = 1;
    private int lists;

    ActionChoices(Worksheet sheet, int column) {
        this.sheet = sheet;
        this.column = column;
    }

    /** Rows come one after the other. */
    void row(int row, List<DiscrepancyAction> actions) {
        if (lists < MOST_LISTS && !actions.equals(offered)) {
            close(row - 1);
            since = row;
            offered = lists < MOST_LISTS ? actions : Arrays.asList(DiscrepancyAction.values());
        }
    }

    /** @param last the last row there is */
    void close(int last) {
        if (offered.isEmpty() || last < since) {
            return;
        }
        lists++;
        sheet.range(since, column, last, column)
                .validateWithListByFormula(
                        offered.stream().map(Enum::name).map(InWords::of).collect(Collectors.joining(",", "\"", "\"")))
                .allowBlank(true)
                .showErrorMessage(true)
                .errorTitle("Not offered")
                .error("Choose one of the actions that this row offers, or none.");
    }
}
