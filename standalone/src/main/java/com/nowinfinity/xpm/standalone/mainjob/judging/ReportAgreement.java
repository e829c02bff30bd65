package com.nowinfinity.xpm.standalone.mainjob.judging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import tools.jackson.databind.JsonNode;

/** Whether the three files of a report say the same: the same rows, and in each the same values. */
public final class ReportAgreement {

    /** What is compared, by its name in json and csv; the value is the column's heading in the workbook. */
    private static final Map<String, String> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("entityId", "Entity id");
        FIELDS.put("clientId", "Client id");
        FIELDS.put("entityName", "Entity");
        FIELDS.put("field", "Field path");
        FIELDS.put("nowInfinity", "NowInfinity");
        FIELDS.put("xpm", "XPM");
    }

    private static final Set<String> SIDES = Set.of("nowInfinity", "xpm");
    private static final Map<String, String> STATES = Map.of(
            "ACTIVE", "Active",
            "DEREGISTERED", "Deregistered",
            "STRIKE_OFF", "Being struck off",
            "DECEASED", "Deceased",
            "CEASED", "Ceased");
    private static final String ID = "id";
    private static final String ID_HEADING = "Id";

    private ReportAgreement() {}

    /** What differs, one sentence each. */
    public static List<String> differences(ReportFiles report) {
        List<String> differences = new ArrayList<>();
        try {
            compare("csv", ofJson(report.json(), ReportAgreement::value), ofCsv(report.csv()), differences);
            compare("xlsx", ofJson(report.json(), ReportAgreement::inWords), ofWorkbook(report.xlsx()), differences);
        } catch (IOException | UncheckedIOException e) {
            differences.add("A report file cannot be read again: " + e.getMessage());
        }
        return differences;
    }

    private static void compare(
            String format, Map<String, List<String>> json, Map<String, List<String>> other, List<String> differences) {
        if (!json.keySet().equals(other.keySet())) {
            differences.add("The %s report has other rows (%d) than the json one (%d)."
                    .formatted(format, other.size(), json.size()));
            return;
        }
        json.forEach((id, values) -> {
            if (!values.equals(other.get(id))) {
                differences.add("Row %s is %s in json and %s in %s.".formatted(id, values, other.get(id), format));
            }
        });
    }

    private static Map<String, List<String>> ofJson(JsonNode report, BiFunction<JsonNode, String, String> shown) {
        Map<String, List<String>> rows = new TreeMap<>();
        report.path("discrepancies")
                .forEach(row -> rows.put(
                        row.path(ID).asString(),
                        FIELDS.keySet().stream()
                                .map(field -> shown.apply(row, field))
                                .toList()));
        return rows;
    }

    private static String value(JsonNode row, String field) {
        return row.path(field).asString("");
    }

    /** The workbook is read by people: states of a record stand there in words. */
    private static String inWords(JsonNode row, String field) {
        String value = value(row, field);
        boolean isState = SIDES.contains(field) && value(row, "kind").equals("state-differs");
        return isState ? STATES.getOrDefault(value, value) : value;
    }

    private static Map<String, List<String>> ofCsv(Path file) throws IOException {
        List<List<String>> lines = CsvLines.read(Files.readString(file, StandardCharsets.UTF_8));
        return table(
                ID,
                FIELDS.keySet().stream().toList(),
                lines.stream()
                        .map(line ->
                                line.stream().map(ReportAgreement::unguarded).toList()));
    }

    /** Without the apostrophe that keeps a spreadsheet from reading a value as a formula. */
    private static String unguarded(String value) {
        boolean guarded = value.length() > 1 && value.charAt(0) == '\'' && "=+-@\t\r\n\0".indexOf(value.charAt(1)) >= 0;
        return guarded ? value.substring(1) : value;
    }

    private static Map<String, List<String>> ofWorkbook(Path file) throws IOException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (InputStream in = Files.newInputStream(file);
                ReadableWorkbook workbook = new ReadableWorkbook(in)) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                try (Stream<Row> lines = sheet.openStream()) {
                    rows.putAll(table(ID_HEADING, List.copyOf(FIELDS.values()), lines.map(ReportAgreement::cells)));
                }
            }
        }
        return rows;
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getCellText(i));
        }
        return cells;
    }

    /** The rows of a table under its headings; nothing when it is another table, without such headings. */
    private static Map<String, List<String>> table(
            String idHeading, List<String> headings, Stream<List<String>> lines) {
        List<List<String>> all = lines.toList();
        if (all.isEmpty()
                || !all.getFirst().containsAll(headings)
                || !all.getFirst().contains(idHeading)) {
            return Map.of();
        }
        int id = all.getFirst().indexOf(idHeading);
        List<Integer> columns = headings.stream().map(all.getFirst()::indexOf).toList();
        Map<String, List<String>> rows = new TreeMap<>();
        all.stream()
                .skip(1)
                .forEach(line -> rows.put(
                        at(line, id),
                        columns.stream().map(column -> at(line, column)).toList()));
        return rows;
    }

    private static String at(List<String> line, int column) {
        return column < line.size() ? line.get(column) : "";
    }
}
