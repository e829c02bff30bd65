package com.nowinfinity.xpm.report.workbooks;

import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.report.rendering.SheetForm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * What a workbook says.
 *
 * @param reportId of the report that it was given out as
 * @param rows those with an action
 */
record FilledWorkbook(String reportId, List<FilledRow> rows) {

    private static final Set<String> NEEDED = Set.of(SheetForm.ID, SheetForm.ACTION);
    private static final int MOST_SUMMARY_ROWS = 200;

    /** @param file an archive that was {@linkplain Archive#check checked} */
    static FilledWorkbook read(Path file, int mostRows) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            Sheet summary = workbook.findSheet(SheetForm.SUMMARY).orElseThrow(WorkbookProblem::notOurs);
            String reportId = reportId(summary);
            List<FilledRow> filled = new ArrayList<>();
            int left = mostRows;
            boolean ours = false;
            for (Sheet sheet : workbook.getSheets().toList()) {
                if (!sheet.getName().equals(SheetForm.SUMMARY)) {
                    try (Stream<Row> rows = sheet.openStream()) {
                        Iterator<Row> rest = rows.iterator();
                        Map<String, Integer> columns = rest.hasNext() ? columns(rest.next()) : Map.of();
                        if (columns.keySet().containsAll(NEEDED)) {
                            ours = true;
                            left = filled(sheet.getName(), columns, rest, left, filled);
                        }
                    }
                }
            }
            if (!ours) {
                throw WorkbookProblem.notOurs();
            }
            return new FilledWorkbook(reportId, filled);
        } catch (ProblemException e) {
            throw e;
        } catch (ZipException e) {
            throw WorkbookProblem.notAWorkbook();
        } catch (IOException e) {
            if (e.getCause() instanceof XMLStreamException) {
                throw WorkbookProblem.notAWorkbook();
            }
            throw e;
        } catch (RuntimeException e) {
            // The reader throws whatever a damaged part makes it stumble over.
            throw WorkbookProblem.notAWorkbook();
        }
    }

    private static String reportId(Sheet summary) throws IOException {
        try (Stream<Row> rows = summary.openStream()) {
            return rows.limit(MOST_SUMMARY_ROWS)
                    .filter(row -> text(row, 0).equals(SheetForm.REPORT))
                    .map(row -> text(row, 1))
                    .filter(id -> !id.isEmpty())
                    .findFirst()
                    .orElseThrow(WorkbookProblem::notOurs);
        }
    }

    /** By their titles: a person may have moved columns, or added some. */
    private static Map<String, Integer> columns(Row header) {
        Map<String, Integer> columns = new HashMap<>();
        for (int c = 0; c < header.getCellCount(); c++) {
            columns.putIfAbsent(text(header, c), c);
        }
        return columns;
    }

    private static int filled(
            String sheet, Map<String, Integer> columns, Iterator<Row> rows, int mostRows, List<FilledRow> filled) {
        int left = mostRows;
        while (rows.hasNext()) {
            Row row = rows.next();
            if (left-- == 0) {
                throw WorkbookProblem.tooLarge("The workbook has too many rows. Delete those that need no action.");
            }
            String action = text(row, columns, SheetForm.ACTION);
            if (!action.isBlank()) {
                filled.add(new FilledRow(
                        sheet,
                        row.getRowNum(),
                        text(row, columns, SheetForm.ID).strip(),
                        action.strip(),
                        text(row, columns, SheetForm.LINK_TO).strip(),
                        text(row, columns, SheetForm.BECAUSE).strip(),
                        until(row, columns),
                        text(row, columns, SheetForm.NOW_INFINITY),
                        text(row, columns, SheetForm.XPM)));
            }
        }
        return left;
    }

    private static String text(Row row, Map<String, Integer> columns, String title) {
        Integer column = columns.get(title);
        return column == null ? "" : text(row, column);
    }

    private static String text(Row row, int column) {
        return row.hasCell(column) ? row.getCellText(column) : "";
    }

    /** Spreadsheets turn what looks like a day into a number of days. */
    private static String until(Row row, Map<String, Integer> columns) {
        Integer column = columns.get(SheetForm.UNTIL);
        if (column == null || !row.hasCell(column)) {
            return "";
        }
        Cell cell = row.getCell(column);
        return cell.getType() == CellType.NUMBER
                ? cell.asDate().toLocalDate().toString()
                : row.getCellText(column).strip();
    }
}
