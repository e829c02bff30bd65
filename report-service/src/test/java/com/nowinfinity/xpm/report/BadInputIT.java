package com.nowinfinity.xpm.report;

import static com.nowinfinity.xpm.report.discrepancy.Compared.difference;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.access.doors.AccessCase;
import com.nowinfinity.xpm.access.doors.Lines;
import com.nowinfinity.xpm.events.ActionRequested;
import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.Topics;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What no door of this service takes, out of files, with what it answers. */
class BadInputIT {

    private static final Events EVENTS = new Events();
    private static final Events OTHERS = new Events();
    private static TestReportService service;
    private static List<ActionRequested> actions;
    private static String reportId;
    private static String discrepancyId;

    @BeforeAll
    static void start() throws Exception {
        service = TestReportService.shared();
        actions = service.neighbours.hear(Topics.ACTION_REQUESTED);
        reportId = reported(EVENTS);
        discrepancyId = service.items(EVENTS.businessId, "/discrepancies")
                .get(0)
                .get("id")
                .asString();
    }

    private static String reported(Events events) {
        service.neighbours.publish(
                Topics.ENTITY_COMPARED,
                events.compared("r-1", "c-1", "x-1", difference("field-differs", "email", "a@ours", "b@theirs")));
        service.neighbours.publish(Topics.SYNC_FINISHED, events.finished("r-1", RunEnd.COMPLETED, 1));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !service.items(events.businessId, "/reports").isEmpty());
        return service.items(events.businessId, "/reports")
                .get(0)
                .get("reportId")
                .asString();
    }

    static Stream<List<String>> queries() {
        return Lines.of("/bad-queries.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void refusesAQuery(List<String> bad) {
        assertRefused(service.get(EVENTS.businessId, bad.get(0).replace("REPORT", reportId)), "400", bad.get(1));
    }

    static Stream<List<String>> resolutions() {
        return Lines.of("/bad-resolutions.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("resolutions")
    void refusesAResolutionAndAsksNothing(List<String> bad) {
        HttpResponse<byte[]> answer = service.post(
                EVENTS.businessId, "/discrepancies/resolutions", bad.get(0).replace("ID", discrepancyId));

        assertRefused(answer, bad.get(1), bad.get(2));
        assertThat(actions).noneMatch(action -> action.getBusinessId().equals(EVENTS.businessId));
    }

    static Stream<List<String>> workbooks() {
        return Lines.of("/bad-workbooks.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void refusesAWorkbook(List<String> bad) {
        byte[] content = switch (bad.get(1)) {
            case "LARGE" -> new byte[11_000_000];
            case "GIVEN" ->
                service.get(OTHERS.businessId, "/reports/" + reported(OTHERS) + "/download")
                        .body();
            default -> bad.get(1).translateEscapes().getBytes(UTF_8);
        };

        assertRefused(service.post(EVENTS.businessId, "/workbooks", bad.get(0), content), bad.get(2), bad.get(3));
    }

    private static void assertRefused(HttpResponse<byte[]> answer, String status, String code) {
        String body = new String(answer.body(), UTF_8);
        assertThat(answer.statusCode()).as(body).isEqualTo(Integer.parseInt(status));
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(body).doesNotContain("com.nowinfinity", "java.", "jackson");
        JsonNode problem = JsonMapper.shared().readTree(body);
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("code").asString()).contains(code).isNotBlank();
        AccessCase.assertSafe(answer);
    }
}
