package com.nowinfinity.xpm.report;

import static com.nowinfinity.xpm.report.discrepancy.Compared.difference;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ActionRequested;
import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.report.workbooks.Filling;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A report that is given out, filled in, and comes back. */
class WorkbookIT {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static TestReportService service;
    private static List<ActionRequested> actions;

    private final Events events = new Events();
    private byte[] given = {};

    @BeforeAll
    static void start() throws Exception {
        service = TestReportService.shared();
        actions = service.neighbours.hear(Topics.ACTION_REQUESTED);
    }

    @BeforeEach
    void giveOut() {
        service.neighbours.publish(
                Topics.ENTITY_COMPARED,
                events.compared(
                        "r-1",
                        "c-1",
                        "x-1",
                        difference("field-differs", "email", "a@ours", "b@theirs"),
                        difference("field-differs", "phone", "1", "2")));
        service.neighbours.publish(Topics.SYNC_FINISHED, events.finished("r-1", RunEnd.COMPLETED, 1));
        await().atMost(SOON)
                .until(() -> !service.items(events.businessId, "/reports").isEmpty());
        String reportId = service.items(events.businessId, "/reports")
                .get(0)
                .get("reportId")
                .asString();
        given = service.get(events.businessId, "/reports/" + reportId + "/download")
                .body();
    }

    @Test
    void asksForWhatWasFilledInOnceItIsRun() throws Exception {
        byte[] filled =
                Filling.of(given, Map.of(id("email"), Map.of("Action", "PUSH"), id("phone"), Map.of("Action", "LINK")));

        JsonNode preview = body(service.post(events.businessId, "/workbooks", XLSX, filled), 200);

        assertThat(preview.get("accepted")).singleElement().satisfies(row -> {
            assertThat(row.get("id").asString()).isEqualTo(id("email"));
            assertThat(row.get("sheet").asString()).isEqualTo("Discrepancies");
        });
        assertThat(preview.get("refused"))
                .extracting(row -> row.get("code").asString())
                .containsExactly("not-offered");
        assertThat(actionsOfBusiness()).isEmpty();

        String run = "/workbooks/" + preview.get("workbookId").asString() + "/run";
        String first = body(service.post(events.businessId, run, ""), 202)
                .get("resolutionId")
                .asString();
        String again = body(service.post(events.businessId, run, ""), 202)
                .get("resolutionId")
                .asString();

        assertThat(again).isEqualTo(first);
        await().atMost(SOON).until(() -> !actionsOfBusiness().isEmpty());
        assertThat(actionsOfBusiness()).allSatisfy(action -> {
            assertThat(action.getAction()).isEqualTo(Action.RESOLVE_PUSH);
            assertThat(action.getEventId()).isEqualTo(first);
        });
        assertThat(service.json(events.businessId, "/discrepancies/resolutions/" + first)
                        .get("state")
                        .asString())
                .isEqualTo("REQUESTED");
    }

    @Test
    void refusesFilesThatAreNoReportOfTheBusiness() {
        assertThat(body(service.post(events.businessId, "/workbooks", XLSX, "no zip".getBytes(UTF_8)), 400)
                        .get("code")
                        .asString())
                .isEqualTo("not-a-workbook");
        assertThat(body(service.post(events.businessId, "/workbooks", XLSX, new byte[0]), 400)
                        .get("code")
                        .asString())
                .isNotEmpty();
        Events other = new Events();
        assertThat(body(service.post(other.businessId, "/workbooks", XLSX, given), 400)
                        .get("code")
                        .asString())
                .isEqualTo("not-our-workbook");
        assertThat(body(service.post(events.businessId, "/workbooks", XLSX, new byte[11_000_000]), 413)
                        .get("code")
                        .asString())
                .isEqualTo("too-large");
    }

    @Test
    void runsNothingOfAWorkbookWithoutActions() {
        JsonNode preview = body(service.post(events.businessId, "/workbooks", XLSX, given), 200);

        assertThat(preview.get("accepted")).isEmpty();
        assertThat(body(
                                service.post(
                                        events.businessId,
                                        "/workbooks/"
                                                + preview.get("workbookId").asString() + "/run",
                                        ""),
                                409)
                        .get("code")
                        .asString())
                .isEqualTo("nothing-to-run");
        assertThat(service.post(events.businessId, "/workbooks/none/run", "").statusCode())
                .isEqualTo(404);
    }

    private String id(String field) {
        return service.items(events.businessId, "/discrepancies")
                .valueStream()
                .filter(row -> row.get("field").asString().equals(field))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
    }

    private List<ActionRequested> actionsOfBusiness() {
        return actions.stream()
                .filter(action -> action.getBusinessId().equals(events.businessId))
                .toList();
    }

    private static JsonNode body(HttpResponse<byte[]> response, int status) {
        assertThat(response.statusCode()).as(new String(response.body(), UTF_8)).isEqualTo(status);
        return JsonMapper.shared().readTree(response.body());
    }
}
