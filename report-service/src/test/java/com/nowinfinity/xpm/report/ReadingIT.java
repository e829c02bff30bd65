package com.nowinfinity.xpm.report;

import static com.nowinfinity.xpm.report.discrepancy.Compared.difference;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.Severity;
import com.nowinfinity.xpm.events.Topics;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadingIT {

    /** portal.rate.costly.burst, as it is without being set. */
    private static final int FILES = 120;

    private static final Events EVENTS = new Events();
    private static TestReportService service;
    private static String reportId;

    @BeforeAll
    static void start() throws Exception {
        service = TestReportService.shared();
        service.neighbours.publish(Topics.CONNECTION_CHANGED, EVENTS.connected(4, "Harbour & Co"));
        service.neighbours.publish(Topics.CONNECTION_CHANGED, EVENTS.connected(3, "Before It Was Renamed"));
        service.neighbours.publish(
                Topics.ENTITY_COMPARED,
                EVENTS.compared(
                        "r-1",
                        "c-1",
                        "x-1",
                        difference("field-differs", "email", "=1+1", "b@theirs", Severity.LOW),
                        difference("field-differs", "addresses.PRINCIPAL_PLACE", "1 High St", "2 Low St"),
                        difference("role-ceased", "DIRECTOR:p-1", "2026-01-01", null, Severity.HIGH)));
        service.neighbours.publish(
                Topics.ENTITY_COMPARED,
                EVENTS.compared("r-1", "c-2", null, difference("missing-in-xpm", null, "Two", null)));
        service.neighbours.publish(Topics.SYNC_FINISHED, EVENTS.finished("r-1", RunEnd.COMPLETED, 2));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !service.items(EVENTS.businessId, "/reports").isEmpty());
        reportId = service.items(EVENTS.businessId, "/reports")
                .get(0)
                .get("reportId")
                .asString();
        await().atMost(Duration.ofSeconds(30)).until(() -> disposition("csv").contains("harbour-co"));
    }

    private static String disposition(String format) {
        return service.get(EVENTS.businessId, "/reports/" + reportId + "/download?format=" + format)
                .headers()
                .firstValue("Content-Disposition")
                .orElse("");
    }

    @Test
    void downloadsTheContractsJson() {
        JsonNode report = service.json(EVENTS.businessId, "/reports/" + reportId + "/download?format=json");

        assertThat(report.propertyNames())
                .containsExactly("reportId", "runId", "businessId", "createdAt", "counts", "discrepancies");
        assertThat(report.get("discrepancies")).isEqualTo(service.items(EVENTS.businessId, "/discrepancies?runId=r-1"));
        assertThat(report.get("discrepancies"))
                .extracting(row -> row.get("kind").asString())
                .containsExactly("missing-in-xpm", "role-ceased", "field-differs", "field-differs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "csv", "json", "html"})
    void sendsAnAttachmentThatNobodyKeeps(String format) {
        HttpResponse<byte[]> response =
                service.get(EVENTS.businessId, "/reports/" + reportId + "/download?format=" + format);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Disposition"))
                .get(STRING)
                .matches("attachment; filename=\"discrepancies-harbour-co-\\d{4}-\\d\\d-\\d\\d-\\d{4}\\." + format
                        + "\"");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(response.body().length);
    }

    @ParameterizedTest
    @CsvSource({"html, true, inline", "html, false, attachment", "xlsx, true, attachment"})
    void opensThePageToPrintWhereThatIsAskedFor(String format, String inline, String disposition) {
        HttpResponse<byte[]> response = service.get(
                EVENTS.businessId, "/reports/" + reportId + "/download?format=" + format + "&inline=" + inline);

        assertThat(response.headers().firstValue("Content-Disposition"))
                .get(STRING)
                .startsWith(disposition + ";");
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .get(STRING)
                .startsWith("default-src 'none'; style-src 'unsafe-inline'");
    }

    @Test
    void readsTheWorkbookBack() throws Exception {
        byte[] xlsx = service.get(EVENTS.businessId, "/reports/" + reportId + "/download")
                .body();

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(workbook.findSheet("Discrepancies").orElseThrow().read()).hasSize(5);
        }
    }

    @Test
    void keepsFormulasOutOfCsv() {
        byte[] csv = service.get(EVENTS.businessId, "/reports/" + reportId + "/download?format=csv")
                .body();

        assertThat(new String(csv, UTF_8)).contains(",'=1+1,").startsWith("id,kind,severity,state,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=NEW", "kind=role-ceased", "severity=HIGH", "entityId=c-1", "runId=r-1"})
    void filtersDiscrepancies(String filter) {
        String[] parts = filter.split("=", 2);
        JsonNode items = service.items(EVENTS.businessId, "/discrepancies?" + filter);

        assertThat(items).isNotEmpty();
        if (!parts[0].equals("runId")) {
            assertThat(items).allMatch(item -> item.get(parts[0]).asString().equals(parts[1]));
        }
    }

    @Test
    void findsNothingForARunOrEntityThatIsNotThere() {
        assertThat(service.items(EVENTS.businessId, "/discrepancies?runId=other"))
                .isEmpty();
        assertThat(service.items(EVENTS.businessId, "/discrepancies?entityId=other"))
                .isEmpty();
    }

    @Test
    void pagesThroughDiscrepanciesWithoutLosingOrRepeatingOne() {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = service.json(EVENTS.businessId, "/discrepancies?limit=1&cursor=" + cursor);
            page.get("items").forEach(item -> ids.add(item.get("id").asString()));
            cursor = page.get("next").isNull() ? null : page.get("next").asString();
        } while (cursor != null);

        assertThat(ids).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void tellsWhatCanBeDoneAboutEachDiscrepancy() {
        JsonNode email =
                service.items(EVENTS.businessId, "/discrepancies?severity=LOW").get(0);

        assertThat(email.get("actions")).extracting(JsonNode::asString).contains("PUSH", "TAKE", "ACCEPT");
        assertThat(email.get("webUrl").asString()).startsWith("https://");
    }

    @Test
    void makesASheetForEachPartnerOnRequestAndRefusesOtherSheets() throws Exception {
        String path = "/reports/" + reportId + "/download?sheets=";
        byte[] xlsx = service.get(EVENTS.businessId, path + "partner").body();

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(workbook.getSheets().map(sheet -> sheet.getName()))
                    .containsExactly("Summary", "Pat Partner", "No partner");
        }
        assertThat(service.get(EVENTS.businessId, path + "manager").statusCode())
                .isEqualTo(400);
    }

    @Test
    void sendsOnlySoManyFilesToOnePerson() throws Exception {
        String token = service.portal.token(claims -> claims.subject("u-hasty")
                .claim("scope", "xpm.manage")
                .claim("business_ids", List.of(EVENTS.businessId)));
        URI file = service.address(
                "/api/businesses/" + EVENTS.businessId + "/reports/" + reportId + "/download?format=csv");
        HttpResponse<byte[]> answer = service.call("GET", file, token);
        int sent = 0;
        for (; answer.statusCode() == 200 && sent < 3 * FILES; sent++) {
            answer = service.call("GET", file, token);
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(sent).isGreaterThanOrEqualTo(FILES);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(new String(answer.body(), UTF_8)).contains("\"code\":\"too-many-requests\"");
        assertThat(service.call("GET", service.address("/api/businesses/" + EVENTS.businessId + "/reports"), token)
                        .statusCode())
                .as("the list of reports")
                .isEqualTo(200);
        assertThat(service.get(EVENTS.businessId, "/reports/" + reportId + "/download?format=csv")
                        .statusCode())
                .as("another person's file")
                .isEqualTo(200);
    }

    @Test
    void doesNotKnowReportsOfOthers() {
        assertThat(service.get(EVENTS.businessId, "/reports/none/download?format=csv")
                        .statusCode())
                .isEqualTo(404);
        assertThat(service.get("b-other", "/reports/" + reportId + "/download?format=csv")
                        .statusCode())
                .isEqualTo(404);
        assertThat(service.items("b-other", "/reports")).isEmpty();
    }

    @Test
    void describesItsApiToEverybody() throws Exception {
        HttpResponse<byte[]> response = service.call("GET", service.address("/v3/api-docs"), null);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(JsonMapper.shared().readTree(response.body()).get("paths").propertyNames())
                .contains(
                        "/api/businesses/{businessId}/discrepancies",
                        "/api/businesses/{businessId}/discrepancies/resolutions",
                        "/api/businesses/{businessId}/discrepancies/resolutions/{resolutionId}",
                        "/api/businesses/{businessId}/discrepancies/resolutions/{resolutionId}/confirm",
                        "/api/businesses/{businessId}/workbooks",
                        "/api/businesses/{businessId}/workbooks/{workbookId}/run");
    }
}
