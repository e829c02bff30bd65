package com.nowinfinity.xpm.report.workbooks;

/**
 * A row in which a person filled in an action. Texts are as they stand in the cells, empty where nothing does.
 *
 * @param sheet name
 * @param row as the spreadsheet counts, from 1
 */
record FilledRow(
        String sheet,
        int row,
        String id,
        String action,
        String linkTo,
        String reason,
        String until,
        String nowInfinity,
        String xpm) {}
