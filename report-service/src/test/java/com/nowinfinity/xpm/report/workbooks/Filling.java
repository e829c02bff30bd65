package com.nowinfinity.xpm.report.workbooks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** A person with a spreadsheet: opens a report, fills cells in and saves it. */
public final class Filling {

    private Filling() {}

    /** @param cells texts by the row's id and the column's title */
    public static byte[] of(byte[] xlsx, Map<String, Map<String, String>> cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ReadableWorkbook given = new ReadableWorkbook(new ByteArrayInputStream(xlsx));
                Workbook saved = new Workbook(out, "A person", "1.0")) {
            for (Sheet sheet : given.getSheets().toList()) {
                copy(sheet.read(), saved.newWorksheet(sheet.getName()), cells);
            }
        }
        return out.toByteArray();
    }

    private static void copy(List<Row> rows, Worksheet sheet, Map<String, Map<String, String>> cells) {
        Map<String, Integer> columns = new HashMap<>();
        if (!rows.isEmpty()) {
            rows.getFirst().forEach(cell -> {
                if (cell != null) {
                    columns.put(cell.getText(), cell.getColumnIndex());
                }
            });
        }
        for (Row row : rows) {
            int r = row.getRowNum() - 1;
            row.forEach(cell -> {
                if (cell != null) {
                    // As shared strings, which is what spreadsheets make of inline ones.
                    sheet.value(r, cell.getColumnIndex(), cell.getText());
                }
            });
            Integer id = columns.get("Id");
            if (id != null && row.hasCell(id)) {
                cells.getOrDefault(row.getCellText(id), Map.of())
                        .forEach((title, text) ->
                                sheet.value(r, Objects.requireNonNull(columns.get(title), title), text));
            }
        }
    }
}
