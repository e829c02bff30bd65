package com.nowinfinity.xpm.report.workbooks;

import static com.nowinfinity.xpm.report.discrepancy.Compared.difference;
import static com.nowinfinity.xpm.report.discrepancy.Compared.pair;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.report.discrepancy.Coverage;
import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.discrepancy.DiscrepancyAction;
import com.nowinfinity.xpm.report.discrepancy.Findings;
import com.nowinfinity.xpm.report.discrepancy.Ledger;
import com.nowinfinity.xpm.report.rendering.Edition;
import com.nowinfinity.xpm.report.rendering.ReportFormat;
import com.nowinfinity.xpm.report.rendering.ReportHead;
import com.nowinfinity.xpm.report.rendering.ReportSummary;
import com.nowinfinity.xpm.report.rendering.SheetForm;
import com.nowinfinity.xpm.report.workbooks.WorkbookReview.RefusedRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookReadingTest {

    private static final Instant MADE = Instant.parse("2026-03-02T09:00:00Z");
    private static final String LINES = "two\r\nlines, \"quoted\" and =1+1";
    private static final List<Discrepancy> ROWS = Ledger.EMPTY
            .after(
                    Findings.of(
                            pair(
                                    "c-1",
                                    "x-1",
                                    difference("field-differs", "email", "a@ours", "b@theirs"),
                                    difference("field-differs", "name", LINES, "x".repeat(40_000))),
                            MADE),
                    new Coverage(true, Set.of(), Set.of()),
                    MADE)
            .found();
    private static final Discrepancy EMAIL = row("email");
    private static final Discrepancy NAME = row("name");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsWhatAPersonFilledIn(boolean byPartner) throws IOException {
        byte[] filled = Filling.of(
                given(byPartner),
                Map.of(
                        EMAIL.id(), Map.of("Action", "accept", "Because", "so", "Until", "2026-12-31"),
                        NAME.id(), Map.of("Action", "PUSH")));

        WorkbookReview review = review(read(filled));

        assertThat(review.refused()).isEmpty();
        assertThat(review.accepted()).hasSize(2).anySatisfy(row -> {
            assertThat(row.wish().action()).isEqualTo(DiscrepancyAction.ACCEPT);
            assertThat(row.wish().reason()).isEqualTo("so");
            assertThat(row.wish().until()).isEqualTo(LocalDate.parse("2026-12-31"));
            assertThat(row.wish().seen()).isEqualTo(EMAIL.seen());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Push to XPM, PUSH",
        "push to xpm, PUSH",
        "PUSH, PUSH",
        "Change in NowInfinity, CHANGE_REQUEST",
        "change-request, CHANGE_REQUEST",
        "Check again, CHECK_AGAIN",
        "CHECK_AGAIN, CHECK_AGAIN",
        "Remove the link, UNLINK",
        "Link by hand, LINK"
    })
    void takesAnActionInWordsAndByItsCode(String chosen, DiscrepancyAction action) throws IOException {
        byte[] filled = Filling.of(given(false), Map.of(NAME.id(), Map.of("Action", chosen)));

        assertThat(review(read(filled)).accepted())
                .singleElement()
                .satisfies(row -> assertThat(row.wish().action()).isEqualTo(action));
    }

    @Test
    void knowsTheStateOfARecordInWordsAndByItsCode() {
        Discrepancy over = Findings.of(
                        pair("c-1", "x-1", difference("state-differs", null, "DEREGISTERED", "ACTIVE")), MADE)
                .getFirst();

        assertThat(SheetForm.isUnedited(over, "Deregistered", "Active")).isTrue();
        assertThat(SheetForm.isUnedited(over, "DEREGISTERED", "ACTIVE")).isTrue();
        assertThat(SheetForm.isUnedited(over, "Deceased", "Active")).isFalse();
        assertThat(SheetForm.isUnedited(NAME, "Two lines", "x")).isFalse();
    }

    @Test
    void asksForNothingWhereNothingWasFilledIn() throws IOException {
        assertThat(read(given(false)).rows()).isEmpty();
        assertThat(read(given(false)).reportId()).isEqualTo("rep-1");
    }

    @Test
    void refusesRowsThatWereEditedOrAreUnknown() throws IOException {
        byte[] filled = Filling.of(
                given(false),
                Map.of(
                        EMAIL.id(), Map.of("Action", "PUSH", "NowInfinity", "mine@elsewhere"),
                        NAME.id(), Map.of("Action", "PUSH", "Id", "0123")));

        assertThat(review(read(filled)).refused())
                .extracting(RefusedRow::code)
                .containsExactlyInAnyOrder("edited", "unknown-row");
    }

    @Test
    void refusesActionsAndDaysThatAreNone() throws IOException {
        byte[] filled = Filling.of(
                given(false),
                Map.of(
                        EMAIL.id(), Map.of("Action", "explode"),
                        NAME.id(), Map.of("Action", "ACCEPT", "Because", "so", "Until", "soon")));

        assertThat(review(read(filled)).refused())
                .extracting(RefusedRow::code)
                .containsExactlyInAnyOrder("unknown-action", "until-malformed");
    }

    @Test
    void refusesAWorkbookWithMacros() throws IOException {
        byte[] given = given(false);
        assertRefused(zip(Map.of("[Content_Types].xml", given, "xl/vbaProject.bin", new byte[1])), "macros");
    }

    @Test
    void refusesAnArchiveThatIsFarLargerUnpacked() throws IOException {
        assertRefused(
                zip(Map.of("[Content_Types].xml", new byte[10], "xl/worksheets/sheet1.xml", new byte[30_000_000])),
                "too-large");
    }

    @Test
    void refusesOtherArchivesAndOtherWorkbooks() throws IOException {
        assertRefused(zip(Map.of("readme.txt", new byte[1])), "not-a-workbook");
        assertRefused(
                zip(Map.of("[Content_Types].xml", "<!DOCTYPE x [<!ENTITY y \"z\">]><x>&y;</x>".getBytes(UTF_8))),
                "not-a-workbook");
        assertRefused(other(), "not-our-workbook");
        assertRefused("PK\3\4 nothing".getBytes(UTF_8), "not-a-workbook");
    }

    @Test
    void refusesMoreRowsThanItTakes() throws IOException {
        Path file = file(given(false));

        assertThatThrownBy(() -> FilledWorkbook.read(file, 1))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("too-large"));
    }

    private void assertRefused(byte[] bytes, String code) throws IOException {
        Path file = file(bytes);
        assertThatThrownBy(() -> {
                    Archive.check(file, 20_000_000);
                    FilledWorkbook.read(file, 1_000);
                })
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private FilledWorkbook read(byte[] xlsx) throws IOException {
        Path file = file(xlsx);
        Archive.check(file, 20_000_000);
        return FilledWorkbook.read(file, 1_000);
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "workbook", ".xlsx"), bytes);
    }

    private static WorkbookReview review(FilledWorkbook filled) {
        Map<String, Discrepancy> given = new HashMap<>();
        ROWS.forEach(row -> given.put(row.id(), row));
        return WorkbookReview.of(filled.rows(), given, _wishes -> List.of());
    }

    private static byte[] given(boolean byPartner) throws IOException {
        ReportHead head = new ReportHead(
                "rep-1", "run-1", "b-1", MADE, List.of(), 2, 0, ROWS.size(), ReportSummary.NONE, List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportFormat.XLSX.write(head, ROWS, out, new Edition("Harbour", ZoneOffset.UTC, byPartner, false));
        return out.toByteArray();
    }

    private static byte[] other() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Somebody", "1.0")) {
            workbook.newWorksheet("Sheet 1").value(0, 0, "Id");
        }
        return out.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }

    private static Discrepancy row(String field) {
        return ROWS.stream()
                .filter(row -> field.equals(row.field()))
                .findFirst()
                .orElseThrow();
    }
}
