package com.nowinfinity.xpm.report.rendering;

import com.nowinfinity.xpm.report.discrepancy.FieldNames;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The last sheet, where Refresh data was asked for: what it took from XPM. */
final class RefreshedSheet {

    private static final List<String> TITLES = List.of("Entity", "Taken from XPM", "Entity id", "Client id");
    private static final int[] WIDTHS = {34, 40, 20, 38};

    private RefreshedSheet() {}

    static void write(Workbook workbook, List<Refreshed> refreshed) throws IOException {
        Worksheet sheet = workbook.newWorksheet("Refresh data");
        sheet.freezePane(0, 1);
        for (int c = 0; c < TITLES.size(); c++) {
            sheet.width(c, WIDTHS[c]);
            sheet.inlineString(0, c, TITLES.get(c));
            sheet.style(0, c).bold().set();
        }
        int row = 1;
        for (Refreshed taken : refreshed) {
            sheet.inlineString(row, 0, SafeText.forSpreadsheet(taken.name()));
            sheet.inlineString(row, 1, SafeText.forSpreadsheet(fields(taken)));
            sheet.inlineString(row, 2, Objects.requireNonNullElse(taken.entityId(), ""));
            sheet.inlineString(row, 3, taken.clientId());
            row++;
        }
        sheet.finish();
    }

    static String fields(Refreshed taken) {
        return taken.fields().stream()
                .map(field -> Objects.requireNonNullElse(FieldNames.of(field, Map.of()), field))
                .collect(Collectors.joining(", "));
    }
}
