package com.nowinfinity.xpm.report.rendering;

import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A sheet with one row for each discrepancy, below a header that stays in sight. */
final class RowsSheet {

    /** Excel repairs, and so distrusts, a sheet with more links than this. */
    private static final int GREATEST_LINKS = 65_000;

    private static final int ROWS_IN_MEMORY = 200;
    /** By these a workbook that comes back is read; people go by the words beside them. */
    private static final Set<String> FOR_PROGRAMS = Set.of("id", "field");

    private static final String HEADER_COLOUR = "DDE6F0";

    private final Worksheet sheet;
    private final List<Column> columns;
    private final ZoneId zone;
    private final ActionChoices choices;
    private int links;

    private RowsSheet(Worksheet sheet, List<Column> columns, ZoneId zone) {
        this.sheet = sheet;
        this.columns = columns;
        this.zone = zone;
        this.choices = new ActionChoices(
                sheet, columns.stream().map(Column::title).toList().indexOf(Columns.ACTION));
    }

    /** Takes at most {@code limit} rows. */
    static void write(
            Workbook workbook, String name, List<Column> columns, ZoneId zone, Iterator<Discrepancy> rows, int limit)
            throws IOException {
        RowsSheet writing = new RowsSheet(workbook.newWorksheet(name), columns, zone);
        writing.header();
        int written = 0;
        while (rows.hasNext() && written < limit) {
            written++;
            writing.row(written, rows.next());
            if (written % ROWS_IN_MEMORY == 0) {
                writing.sheet.flush();
            }
        }
        writing.choices.close(written);
        if (written == 0) {
            writing.sheet.inlineString(1, 0, "Nothing differs.");
        }
        writing.sheet.setAutoFilter(0, 0, written, columns.size() - 1);
        writing.sheet.finish();
    }

    private void header() throws IOException {
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
        sheet.pageOrientation("landscape");
        for (int c = 0; c < columns.size(); c++) {
            sheet.width(c, columns.get(c).width());
            sheet.inlineString(0, c, columns.get(c).title());
            sheet.style(0, c).bold().fillColor(HEADER_COLOUR).set();
            if (FOR_PROGRAMS.contains(columns.get(c).name())) {
                sheet.hideColumn(c);
            }
        }
    }

    private void row(int r, Discrepancy discrepancy) {
        choices.row(r, discrepancy.actions());
        for (int c = 0; c < columns.size(); c++) {
            cell(r, c, columns.get(c).of(discrepancy));
        }
    }

    private void cell(int r, int c, Cell cell) {
        switch (cell) {
            case Cell.Text(String value) -> sheet.inlineString(r, c, SafeText.forSpreadsheet(value));
            case Cell.Code code -> sheet.inlineString(r, c, Spoken.of(code, zone));
            case Cell.Codes codes -> sheet.inlineString(r, c, Spoken.of(codes, zone));
            case Cell.Whole(long number) -> sheet.value(r, c, number);
            case Cell.Day(var day) -> {
                sheet.value(r, c, day);
                sheet.style(r, c).format("yyyy-mm-dd").set();
            }
            case Cell.Moment(var moment) -> {
                sheet.value(r, c, LocalDateTime.ofInstant(moment, zone));
                sheet.style(r, c).format("yyyy-mm-dd hh:mm").set();
            }
            case Cell.Link(String address) -> link(r, c, address);
            case Cell.Blank blank -> {}
        }
    }

    private void link(int r, int c, String address) {
        if (links == GREATEST_LINKS) {
            sheet.inlineString(r, c, address);
            return;
        }
        links++;
        sheet.hyperlink(r, c, new LinkOfOneCell(address));
        sheet.style(r, c).fontColor("0563C1").underlined().set();
    }

    /** The sheet keeps one cell for equal links; the same client has many rows, so no two of ours are equal. */
    private static final class LinkOfOneCell extends HyperLink {

        LinkOfOneCell(String address) {
            super(address);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
