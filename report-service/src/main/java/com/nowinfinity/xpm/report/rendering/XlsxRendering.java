package com.nowinfinity.xpm.report.rendering;

import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.Workbook;

/**
 * A workbook: a summary first, then the rows, streamed. Values stand in it as inline text or typed numbers and dates;
 * there is no formula in it, whatever the values look like.
 */
final class XlsxRendering implements Rendering {

    private static final String APPLICATION = "NowInfinity XPM";
    private static final String VERSION = "1.0";

    private final Edition edition;
    private final int rowsOfSheet;

    XlsxRendering(Edition edition) {
        this(edition, 1_000_000);
    }

    /** @param rowsOfSheet how many rows go on a sheet before the next one begins; Excel takes 1,048,576 */
    XlsxRendering(Edition edition, int rowsOfSheet) {
        this.edition = edition;
        this.rowsOfSheet = rowsOfSheet;
    }

    @Override
    public void write(ReportHead head, Iterable<Discrepancy> rows, OutputStream out) throws IOException {
        List<Column> columns = Columns.forReading(head.createdAt(), edition.zone());
        try (Workbook workbook = new Workbook(new Unclosed(out), APPLICATION, VERSION)) {
            SummarySheet.write(workbook, head, edition);
            if (edition.byPartner()) {
                for (PartnerSheets partner : PartnerSheets.of(rows)) {
                    Iterator<Discrepancy> ofPartner = StreamSupport.stream(rows.spliterator(), false)
                            .filter(partner.holds())
                            .iterator();
                    sheets(workbook, partner.name(), columns, ofPartner);
                }
            } else {
                sheets(workbook, "Discrepancies", columns, rows.iterator());
            }
            if (!head.refreshed().isEmpty()) {
                RefreshedSheet.write(workbook, head.refreshed());
            }
        }
    }

    private void sheets(Workbook workbook, String name, List<Column> columns, Iterator<Discrepancy> rows)
            throws IOException {
        int number = 1;
        do {
            String title = number == 1 ? name : name + " " + number;
            RowsSheet.write(workbook, title, columns, edition.zone(), rows, rowsOfSheet);
            number++;
        } while (rows.hasNext());
    }

    /** Closing the workbook ends the archive; the stream below belongs to the caller. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
