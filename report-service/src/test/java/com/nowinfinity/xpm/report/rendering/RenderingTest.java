package com.nowinfinity.xpm.report.rendering;

import static com.nowinfinity.xpm.report.discrepancy.Compared.difference;
import static com.nowinfinity.xpm.report.discrepancy.Compared.pair;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangedBy;
import com.nowinfinity.xpm.events.ClientSummary;
import com.nowinfinity.xpm.events.Count;
import com.nowinfinity.xpm.events.Difference;
import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.events.InWords;
import com.nowinfinity.xpm.report.discrepancy.Compared;
import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.discrepancy.Findings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RenderingTest {

    private static final Instant MADE = Instant.parse("2026-03-04T09:00:00Z");
    private static final Edition PLAIN = new Edition(null, ZoneOffset.UTC, false, false);
    private static final List<Discrepancy> ROWS = rows();

    @TempDir
    Path folder;

    @Test
    void saysTheSameInXlsxCsvAndJson() throws IOException {
        List<Map<String, String>> fromJson = jsonRows(render(ReportFormat.JSON, ROWS));
        List<Map<String, String>> fromCsv = csvRows(render(ReportFormat.CSV, ROWS));
        List<Map<String, String>> fromXlsx = xlsxRows(render(ReportFormat.XLSX, ROWS), "Discrepancies");

        assertThat(fromCsv).isEqualTo(fromJson);
        assertThat(fromXlsx).hasSameSizeAs(fromJson);
        for (int i = 0; i < fromJson.size(); i++) {
            Map<String, String> inWords = new LinkedHashMap<>(fromJson.get(i));
            inWords.remove("kind");
            for (String symbol : List.of("severity", "state", "entityKind", "changedBy")) {
                inWords.computeIfPresent(symbol, (name, code) -> InWords.of(code));
            }
            inWords.computeIfPresent(
                    "actions",
                    (name, codes) ->
                            Stream.of(codes.split("; ")).map(InWords::of).collect(Collectors.joining("; ")));
            assertThat(fromXlsx.get(i)).containsAllEntriesOf(inWords);
        }
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void writesAReportWithoutRows(ReportFormat format) throws IOException {
        assertThat(render(format, List.of())).isNotEmpty();
    }

    @Test
    void keepsTextThatLooksLikeAFormulaAsText() throws IOException {
        String attack = "=HYPERLINK(\"http://evil\",\"click\")";
        List<Discrepancy> rows = List.of(field("name", attack, "@SUM(A1)"));
        byte[] xlsx = render(ReportFormat.XLSX, rows);

        assertThat(xlsxRows(xlsx, "Discrepancies").getFirst()).containsEntry("nowInfinity", attack);
        assertThat(partsOf(xlsx)).doesNotContain("<f>");
        assertThat(new String(render(ReportFormat.CSV, rows), StandardCharsets.UTF_8))
                .contains("\"'=HYPERLINK(\"\"http://evil\"\",\"\"click\"\")\"")
                .contains(",'@SUM(A1),");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+61 400 000 000", "-2", "@x", "\tx", "\rx", "\nx", "\0x"})
    void putsAnApostropheBeforeWhatCouldStartAFormulaInCsv(String value) {
        assertThat(SafeText.forCsv(value).replace("\"", "")).startsWith("'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "a=b", "Smith & Co", "1-2", ""})
    void leavesOtherCsvValuesAlone(String value) {
        assertThat(SafeText.forCsv(value)).isEqualTo(value);
    }

    @Test
    void quotesSeparatorsQuotesAndLineBreaksInCsv() {
        assertThat(SafeText.forCsv("Smith, \"Jo\"\r\nTrust")).isEqualTo("\"Smith, \"\"Jo\"\"\r\nTrust\"");
    }

    @Test
    void cutsACellThatExcelWouldRefuse() throws IOException {
        String endless = "x".repeat(40_000);
        byte[] xlsx = render(ReportFormat.XLSX, List.of(field("name", endless, "short")));

        assertThat(xlsxRows(xlsx, "Discrepancies").getFirst().get("nowInfinity"))
                .hasSize(SafeText.GREATEST_CELL)
                .endsWith("(cut)");
    }

    @Test
    void linksEveryRowOfOneClient() throws IOException {
        byte[] xlsx = render(ReportFormat.XLSX, List.of(field("name", "a", "b"), field("email", "c", "d")));

        assertThat(partsOf(xlsx).split("<hyperlink ", -1)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "file:///etc/passwd", "http://plain", "https://u:p@host/", "no uri at all"
            })
    void makesNoLinkOfAnAddressThatIsNotPlainHttps(String address) {
        assertThat(WebAddress.isSafe(address)).isFalse();
    }

    @Test
    void startsAnotherSheetWhereOneIsFull() throws IOException {
        List<Discrepancy> rows =
                IntStream.range(0, 5).mapToObj(i -> field("name", "a" + i, "b")).toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new XlsxRendering(PLAIN, 2).write(head(rows), rows, out);

        assertThat(xlsxRows(out.toByteArray(), "Discrepancies")).hasSize(2);
        assertThat(xlsxRows(out.toByteArray(), "Discrepancies 2")).hasSize(2);
        assertThat(xlsxRows(out.toByteArray(), "Discrepancies 3")).hasSize(1);
    }

    @Test
    void beginsWithASummary() throws IOException {
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(render(ReportFormat.XLSX, ROWS)))) {
            try (Stream<Row> rows = workbook.getFirstSheet().openStream()) {
                assertThat(rows.map(Row::toString)).hasSizeLessThan(40);
            }
            assertThat(workbook.getFirstSheet().getName()).isEqualTo("Summary");
        }
    }

    @Test
    void escapesMarkupInHtml() throws IOException {
        byte[] html = render(ReportFormat.HTML, List.of(field("name", "<script>alert('x')</script>", "\"&")));

        assertThat(new String(html, StandardCharsets.UTF_8))
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void hasTheColumnsInTheOrderInWhichAnAccountantReadsThem() {
        assertThat(Columns.forReading(MADE, ZoneOffset.UTC))
                .extracting(Column::title)
                .containsSubsequence(
                        "Entity",
                        "Kind of entity",
                        "Partner",
                        "Manager",
                        "Groups",
                        "Client code",
                        "In XPM",
                        "Field",
                        "NowInfinity",
                        "XPM",
                        "Changed by",
                        "Changed after",
                        "Changed before",
                        "Severity",
                        "Days open",
                        "Due at ASIC",
                        "Days left",
                        "Concerns",
                        "Action");
    }

    @Test
    void offersInTheActionColumnWhatEachRowOffers() throws IOException {
        byte[] xlsx = render(
                ReportFormat.XLSX,
                List.of(field("email", "a", "b"), field("phone", "1", "2"), field("name", "c", "d")));

        assertThat(partsOf(xlsx).split("<dataValidation ", -1)).hasSize(3);
        assertThat(partsOf(xlsx))
                .contains("\"Push to XPM,Take from XPM,Accept as it is,Check again\"")
                .contains("\"Push to XPM,Change in NowInfinity,Accept as it is,Check again\"");
    }

    @Test
    void saysOnPaperTooWhatCanBeDone() throws IOException {
        byte[] html = render(ReportFormat.HTML, List.of(field("email", "a", "b")));

        assertThat(new String(html, StandardCharsets.UTF_8))
                .contains(
                        "<th>Can be done</th>", "<div>Push to XPM; Take from XPM; Accept as it is; Check again</div>");
    }

    @ParameterizedTest
    @EnumSource(names = {"HTML", "XLSX"})
    void speaksToPeopleInWordsAndOfTheirPractice(ReportFormat format) throws IOException {
        Discrepancy over = Findings.of(
                        pair("c-1", "x-1", difference("state-differs", null, "DEREGISTERED", "ACTIVE")), MADE)
                .getFirst();
        Edition theirs = new Edition("Harbour & Co", ZoneId.of("Australia/Sydney"), false, false);
        String report = shown(format, theirs, List.of(over, ROWS.get(2)));

        assertThat(report)
                .contains("Deregistered", "Active", "Company", "Medium", "Harbour &amp; Co", "Change in NowInfinity")
                .contains("Australia/Sydney")
                .doesNotContain("DEREGISTERED", "COMPANY", "MEDIUM", "CHANGE_REQUEST", ">NEW<", ">b-1<");
    }

    @Test
    void countsDaysAndShowsTimesWhereThePracticeIs() throws IOException {
        ZoneId sydney = ZoneId.of("Australia/Sydney");
        Instant theNextDayThere = Instant.parse("2026-03-04T20:00:00Z");

        assertThat(shown(ReportFormat.HTML, new Edition(null, sydney, false, false), List.of(ROWS.get(2))))
                .contains("Made 4 Mar 2026, 8:00 pm (Australia/Sydney)", "after 1 Feb 2026, 9:15 pm");
        assertThat(daysLeft(theNextDayThere, ZoneOffset.UTC)).isEqualTo("4");
        assertThat(daysLeft(theNextDayThere, sydney)).isEqualTo("3");
    }

    private static String daysLeft(Instant made, ZoneId zone) {
        return Columns.forReading(made, zone).stream()
                .filter(column -> column.name().equals("daysLeft"))
                .findFirst()
                .orElseThrow()
                .of(ROWS.get(2))
                .text();
    }

    @ParameterizedTest
    @EnumSource(names = {"HTML", "XLSX"})
    void saysOfTheFirstReportThatItIsTheFirst(ReportFormat format) throws IOException {
        assertThat(shown(format, new Edition(null, ZoneOffset.UTC, false, true), ROWS))
                .contains("This is the first report.")
                .doesNotContain("esolved since then");
        assertThat(shown(format, PLAIN, ROWS)).contains("esolved since then").doesNotContain("first report");
    }

    @Test
    void fitsOnPaperWhateverTheValues() throws IOException {
        assertThat(PaperColumn.ALL.stream().mapToInt(PaperColumn::percent).sum())
                .isEqualTo(100);
        assertThat(PaperColumn.ALL.stream().flatMap(column -> column.lines().stream()))
                .extracting(PaperColumn.Line::column)
                .doesNotHaveDuplicates()
                .isSubsetOf(Columns.forReading(MADE, ZoneOffset.UTC).stream()
                        .map(Column::name)
                        .toList());
        assertThat(shown(ReportFormat.HTML, PLAIN, ROWS))
                .contains("size: A4 landscape", "table-layout: fixed", "overflow-wrap: anywhere");
    }

    @Test
    void hidesWhatOnlyProgramsReadAndKeepsIt() throws IOException {
        byte[] xlsx = render(ReportFormat.XLSX, ROWS);

        assertThat(partsOf(xlsx).split("<col [^>]*hidden=\"true\"", -1)).hasSize(3);
        assertThat(xlsxRows(xlsx, "Discrepancies"))
                .extracting(row -> row.get("id"))
                .containsExactlyElementsOf(ROWS.stream().map(Discrepancy::id).toList());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, discrepancies-2026-03-05-0700.xlsx",
                "Harbour & Co, discrepancies-harbour-co-2026-03-05-0700.xlsx",
                "../Zoë \"Tax\", discrepancies-zoe-tax-2026-03-05-0700.xlsx",
                "税, discrepancies-2026-03-05-0700.xlsx"
            })
    void namesFilesAfterThePracticeAndTheMinute(@Nullable String practice, String name) {
        Instant lateOnTheFourth = Instant.parse("2026-03-04T20:00:00Z");

        assertThat(new Edition(practice, ZoneId.of("Australia/Sydney"), false, false)
                        .fileName(lateOnTheFourth, ReportFormat.XLSX))
                .isEqualTo(name);
    }

    @ParameterizedTest
    @EnumSource(names = {"HTML", "XLSX"})
    void tellsThatNothingButAPersonRestoresAClient(ReportFormat format) throws IOException {
        Discrepancy archived = Findings.of(
                        pair("c-1", "x-1", difference("archived-in-xpm", null, "Smith", "Smith")), MADE)
                .getFirst();
        byte[] report = render(format, List.of(archived));

        assertThat(format == ReportFormat.XLSX ? partsOf(report) : new String(report, StandardCharsets.UTF_8))
                .contains("Archived in XPM: restore it in XPM, then check again");
    }

    @Test
    void hasASheetForEachPartnerOnRequest() throws IOException {
        List<Discrepancy> rows = List.of(
                ofPartner("O'Neil [Tax]/Audit", "email"),
                ofPartner(null, "email"),
                ofPartner("Pat", "email"),
                ofPartner("PAT", "email"),
                ofPartner("Pat", "phone"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportFormat.XLSX.write(head(rows), rows, out, new Edition(null, ZoneOffset.UTC, true, false));

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(workbook.getSheets().map(sheet -> sheet.getName()))
                    .containsExactly("Summary", "O'Neil  Tax  Audit", "PAT", "Pat 2", "No partner");
        }
        assertThat(xlsxRows(out.toByteArray(), "Pat 2")).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReportFormat.class,
            names = {"XLSX", "HTML"})
    void saysThatThereIsNothingToSay(ReportFormat format) throws IOException {
        byte[] report = render(format, List.of());
        String text = format == ReportFormat.XLSX ? partsOf(report) : new String(report, StandardCharsets.UTF_8);

        assertThat(text).contains("Nothing differs");
    }

    @Test
    void showsWhatAFileCannotCarryAsReplacementCharacters() {
        assertThat(SafeText.visible("a\0b\u001Fc\u202Etxt.exe\u2066d\uD800e")).isEqualTo("a�b�c�txt.exe�d�e");
        assertThat(SafeText.visible("tab\tline\r\nשלום\u200F 😀 e\u0301"))
                .isEqualTo("tab\tline\r\nשלום\u200F 😀 e\u0301");
    }

    @Test
    void cutsAVeryLongCellInCsvWhereExcelWouldSplitIt() {
        assertThat(SafeText.forCsv("=" + "x".repeat(40_000)))
                .hasSizeLessThanOrEqualTo(SafeText.GREATEST_CELL)
                .endsWith("(cut)");
    }

    @Test
    void saysFirstWhatAsicMustHearOfAndWhatXpmCannotHold() throws IOException {
        ReportHead head = new ReportHead(
                "rep-1",
                "run-1",
                "b-1",
                MADE,
                List.of(),
                1,
                0,
                ROWS.size(),
                ReportSummary.of(ROWS, List.of(new Count("not-held-in-xpm", 7L))),
                List.of(new Refreshed("c-1", "x-1", "Smith", List.of("email", "phone"))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportFormat.HTML.write(head, ROWS, out, PLAIN);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("For ASIC: Entity c-2, Director: x-9: 2 days left until 6 Mar 2026.")
                .contains("For ASIC: Entity p-1 (Smith Pty Ltd), Residential address: 4 days left until 8 Mar 2026.")
                .contains("7 relationships have no type in XPM")
                .contains("Refresh data took contact fields of 1 clients into NowInfinity: E-mail 1, Phone 1.");
    }

    private static Discrepancy ofPartner(@Nullable String partner, String field) {
        EntityCompared compared = EntityCompared.newBuilder(
                        pair("c-1", "x-1", difference("field-differs", field, "a", "b")))
                .setClient(ClientSummary.newBuilder(Compared.client("x-1"))
                        .setPartner(partner)
                        .build())
                .build();
        return Findings.of(compared, MADE).getFirst();
    }

    private static List<Discrepancy> rows() {
        Difference whole = difference("missing-in-xpm", null, "Smith & Co Pty Ltd", null);
        Difference dated = Difference.newBuilder(
                        difference("asic-change-due", "addresses.RESIDENTIAL", "1 High St", "2 Low St"))
                .setChangedBy(ChangedBy.XPM)
                .setSince(Instant.parse("2026-02-01T10:15:00Z"))
                .setUntil(Instant.parse("2026-02-08T10:15:00Z"))
                .setDueDate("2026-03-08")
                .setBase("1 High St")
                .setConcerns(List.of("Smith Pty Ltd"))
                .build();
        EntityCompared odd =
                pair("p-1", "x-2", difference("field-differs", "name", "Zoë \"Zo\" O’Brien, 😀", "line\nbreak"));
        Difference role = Difference.newBuilder(difference(
                        "role-missing-in-nowinfinity", "DIRECTOR:x-9", null, "Jo Smith: from 2026-01-05 current"))
                .setChangedBy(ChangedBy.XPM)
                .setDueDate("2026-03-06")
                .build();
        EntityCompared ambiguous = pair("c-3", null, Compared.among("ambiguous-match", "x-7", "x-8"));
        return Stream.of(pair("c-1", null, whole), pair("c-2", "x-3", role), pair("p-1", "x-1", dated), odd, ambiguous)
                .flatMap(compared -> Findings.of(compared, Instant.parse("2026-03-01T08:00:00Z")).stream())
                .toList();
    }

    private static Discrepancy field(String field, String ours, String theirs) {
        return Findings.of(pair("c-1", "x-1", difference("field-differs", field, ours, theirs)), MADE)
                .getFirst();
    }

    private static ReportHead head(List<Discrepancy> rows) {
        return new ReportHead(
                "rep-1",
                "run-1",
                "b-1",
                MADE,
                List.of(new Count("field-differs", (long) rows.size())),
                1,
                0,
                rows.size(),
                ReportSummary.of(rows, List.of()),
                List.of());
    }

    private static byte[] render(ReportFormat format, List<Discrepancy> rows) throws IOException {
        return render(format, PLAIN, rows);
    }

    private static byte[] render(ReportFormat format, Edition edition, List<Discrepancy> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(head(rows), rows, out, edition);
        return out.toByteArray();
    }

    /** All the text of a report. */
    private String shown(ReportFormat format, Edition edition, List<Discrepancy> rows) throws IOException {
        byte[] report = render(format, edition, rows);
        return format == ReportFormat.XLSX ? partsOf(report) : new String(report, StandardCharsets.UTF_8);
    }

    private static List<Map<String, String>> jsonRows(byte[] json) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonNode item : JsonMapper.shared().readTree(json).get("discrepancies")) {
            Map<String, String> row = new LinkedHashMap<>();
            item.properties().forEach(entry -> row.put(entry.getKey(), plain(entry.getValue())));
            rows.add(row);
        }
        return rows;
    }

    private static String plain(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream()
                    .map(one -> one.isObject()
                            ? one.get("name").asString() + " = "
                                    + one.get("clientId").asString()
                            : one.asString())
                    .collect(Collectors.joining("; "));
        }
        return value.isNull() ? "" : value.asString();
    }

    /** Reads RFC 4180 as such, and takes off the apostrophe that makes formulas harmless. */
    private static List<Map<String, String>> csvRows(byte[] csv) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        String text = new String(csv, StandardCharsets.UTF_8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                value.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                record.add(value.toString());
                value.setLength(0);
                if (c == '\n') {
                    records.add(record);
                    record = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                value.append(c);
            }
        }
        return named(records.getFirst(), records.subList(1, records.size()));
    }

    private static List<Map<String, String>> xlsxRows(byte[] xlsx, String sheet) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx));
                Stream<Row> rows = workbook.findSheet(sheet).orElseThrow().openStream()) {
            List<Column> columns = Columns.forReading(MADE, ZoneOffset.UTC);
            return named(
                    columns.stream().map(Column::name).toList(),
                    rows.skip(1).map(row -> texts(row, columns)).toList());
        }
    }

    private static List<String> texts(Row row, List<Column> columns) {
        return IntStream.range(0, columns.size())
                .mapToObj(c -> {
                    boolean moment = List.of("since", "until", "openedAt")
                            .contains(columns.get(c).name());
                    boolean day = List.of("dueDate", "acceptedUntil")
                            .contains(columns.get(c).name());
                    if ((moment || day) && row.hasCell(c)) {
                        LocalDateTime time = row.getCell(c).asDate();
                        return day
                                ? time.toLocalDate().toString()
                                : time.toInstant(ZoneOffset.UTC).toString();
                    }
                    return row.hasCell(c) ? row.getCellText(c) : "";
                })
                .toList();
    }

    private static List<Map<String, String>> named(List<String> names, List<List<String>> records) {
        return records.stream()
                .map(record -> {
                    Map<String, String> row = new LinkedHashMap<>();
                    IntStream.range(0, names.size()).forEach(c -> row.put(names.get(c), record.get(c)));
                    return row;
                })
                .toList();
    }

    private String partsOf(byte[] xlsx) throws IOException {
        Path file = Files.write(folder.resolve("report.xlsx"), xlsx);
        StringBuilder parts = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry part : Collections.list(zip.entries())) {
                parts.append(new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts.toString();
    }
}
