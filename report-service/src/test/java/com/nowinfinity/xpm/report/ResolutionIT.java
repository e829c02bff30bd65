package com.nowinfinity.xpm.report;

import static com.nowinfinity.xpm.report.discrepancy.Compared.difference;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ActionRequested;
import com.nowinfinity.xpm.events.Difference;
import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.SeenValues;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.events.WorkPlanned;
import com.nowinfinity.xpm.report.entities.EntityBook;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people decide of discrepancies, from the call to the ledger. */
class ResolutionIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static TestReportService service;
    private static List<ActionRequested> actions;

    private final Events events = new Events();

    @BeforeAll
    static void start() throws Exception {
        service = TestReportService.shared();
        actions = service.neighbours.hear(Topics.ACTION_REQUESTED);
    }

    @BeforeEach
    void compare() {
        run("r-1");
    }

    @Test
    void pushesAndCountsTheDiscrepancyAsResolvedOnceItIsWritten() {
        JsonNode email = row("email");
        String id = accepted(resolve("""
                {"items": [{"id": "%s", "action": "PUSH"}], "preview": false}
                """.formatted(id(email))));
        assertThat(state(id)).isEqualTo("REQUESTED");

        ActionRequested asked = awaitAction(id);
        assertThat(asked.getAction()).isEqualTo(Action.RESOLVE_PUSH);
        assertThat(asked.getRequestedBy()).isEqualTo("u-1");
        assertThat(asked.getTargets()).singleElement().satisfies(target -> {
            assertThat(target.getEntityId()).isEqualTo("c-1");
            assertThat(target.getField()).isEqualTo("email");
            assertThat(target.getExpectedHash()).isEqualTo(SeenValues.hash("a@ours", "b@theirs"));
        });

        service.neighbours.publish(Topics.ENTITY_SYNCED, outcome(asked, "c-1", Outcome.UPDATED, "email"));
        await().atMost(SOON).until(() -> state(id).equals("COMPLETED"));
        assertThat(service.json(events.businessId, path(id)).get("outcomes"))
                .singleElement()
                .satisfies(
                        outcome -> assertThat(outcome.get("outcome").asString()).isEqualTo("UPDATED"));
        await().atMost(SOON).until(() -> state(row("email")).equals("RESOLVED"));
        assertThat(state(row("phone"))).isEqualTo("NEW");

        run("r-2");
        assertThat(state(row("email"))).isEqualTo("REOPENED");
    }

    @Test
    void plansFirstAndCarriesOutWhatWasPlannedOnce() {
        String id = accepted(resolve("""
                {"items": [{"id": "%s", "action": "PUSH"}], "preview": true}
                """.formatted(id(row("email")))));
        ActionRequested preview = awaitAction(id);
        assertThat(preview.getPreview()).isTrue();
        assertThat(confirm(id).statusCode()).isEqualTo(409);
        assertThat(code(confirm(id))).isEqualTo("plan-pending");

        service.neighbours.publish(
                Topics.WORK_PLANNED,
                WorkPlanned.newBuilder()
                        .setEventId(UUID.randomUUID().toString())
                        .setBusinessId(events.businessId)
                        .setOccurredAt(Instant.EPOCH)
                        .setForId(preview.getEventId())
                        .setUpdates(1)
                        .setCalls(2)
                        .build());
        await().atMost(SOON).until(() -> state(id).equals("PLANNED"));
        assertThat(service.json(events.businessId, path(id))
                        .get("plan")
                        .get("calls")
                        .asInt())
                .isEqualTo(2);

        assertThat(confirm(id).statusCode()).isEqualTo(202);
        assertThat(confirm(id).statusCode()).isEqualTo(202);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ofBusiness())
                        .filteredOn(action -> !action.getPreview())
                        .extracting(ActionRequested::getEventId)
                        .isNotEmpty());
        assertThat(ofBusiness().stream()
                        .filter(action -> !action.getPreview())
                        .map(ActionRequested::getEventId)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void refusesToConfirmAPlanWhoseValuesHaveMoved() {
        String id = accepted(resolve("""
                {"items": [{"id": "%s", "action": "PUSH"}], "preview": true}
                """.formatted(id(row("email")))));
        plan(id);
        look(difference("field-differs", "email", "a@ours", "moved@theirs"));
        await().atMost(SOON).until(() -> row("email").get("xpm").asString().equals("moved@theirs"));

        HttpResponse<byte[]> refused = confirm(id);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(code(refused)).isEqualTo("plan-stale");
    }

    @Test
    void refusesToConfirmAPlanForAnEntityThatHasChangedSince() {
        service.neighbours.publish(Topics.ENTITY_CHANGED, events.changed("c-1", 3, "Smith Pty Ltd"));
        awaitVersion(3);
        String id = accepted(resolve("""
                {"items": [{"id": "%s", "action": "PUSH"}], "preview": true}
                """.formatted(id(row("email")))));
        plan(id);
        service.neighbours.publish(Topics.ENTITY_CHANGED, events.changed("c-1", 4, "Smith & Sons Pty Ltd"));

        awaitVersion(4);

        HttpResponse<byte[]> refused = confirm(id);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(code(refused)).isEqualTo("plan-stale");
    }

    private void awaitVersion(long version) {
        EntityBook entities = service.context.getBean(EntityBook.class);
        await().atMost(SOON)
                .until(() ->
                        entities.versions(events.businessId, List.of("c-1")).containsValue(version));
    }

    private void plan(String id) {
        service.neighbours.publish(
                Topics.WORK_PLANNED,
                WorkPlanned.newBuilder()
                        .setEventId(UUID.randomUUID().toString())
                        .setBusinessId(events.businessId)
                        .setOccurredAt(Instant.EPOCH)
                        .setForId(id)
                        .build());
        await().atMost(SOON).until(() -> state(id).equals("PLANNED"));
    }

    @Test
    void acceptsAtOnceForMoreThanOneRun() {
        String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
        String id = accepted(resolve("""
                {"items": [{"id": "%s", "action": "ACCEPT"}], "reason": "The client wants it so", "until": "%s"}
                """.formatted(id(row("email")), tomorrow)));

        assertThat(state(id)).isEqualTo("COMPLETED");
        assertThat(state(row("email"))).isEqualTo("ACCEPTED");
        assertThat(row("email").get("acceptedBecause").asString()).isEqualTo("The client wants it so");
        assertThat(row("email").get("acceptedUntil").asString()).isEqualTo(tomorrow);
        assertThat(service.items(events.businessId, "/discrepancies?state=ACCEPTED"))
                .hasSize(1);
        assertThat(awaitAction(id).getAction()).isEqualTo(Action.ACCEPT);

        run("r-2");
        assertThat(state(row("email"))).isEqualTo("ACCEPTED");
        assertThat(state(row("phone"))).isEqualTo("OPEN");
    }

    @Test
    void endsAnAcceptanceWithTheNextDecision() {
        accepted(resolve("""
                {"items": [{"id": "%s", "action": "ACCEPT"}]}
                """.formatted(id(row("email")))));
        run("r-2");
        assertThat(state(row("email"))).isEqualTo("ACCEPTED");
        assertThat(row("email").get("actions").values())
                .extracting(JsonNode::asString)
                .contains("PUSH", "ACCEPT");

        accepted(resolve("""
                {"items": [{"id": "%s", "action": "PUSH"}], "preview": true}
                """.formatted(id(row("email")))));
        assertThat(state(row("email"))).as("after a preview").isEqualTo("ACCEPTED");
        accepted(resolve("""
                {"items": [{"id": "%s", "action": "PUSH"}]}
                """.formatted(id(row("email")))));

        assertThat(state(row("email"))).isEqualTo("REOPENED");
        run("r-3");
        assertThat(state(row("email"))).isEqualTo("REOPENED");
    }

    @Test
    void believesASecondLook() {
        look(difference("field-differs", "phone", "1", "2"));

        await().atMost(SOON).until(() -> state(row("email")).equals("RESOLVED"));
        assertThat(state(row("phone"))).isEqualTo("NEW");
        assertThat(service.items(events.businessId, "/reports")).hasSize(1);
    }

    @Test
    void doesNothingWhereOneItemIsRefused() {
        HttpResponse<byte[]> refused = resolve("""
                {"items": [{"id": "%s", "action": "PUSH"}, {"id": "%s", "action": "LINK"}, {"id": "none", "action": "PUSH"}]}
                """.formatted(id(row("email")), id(row("phone"))));

        assertThat(refused.statusCode()).isEqualTo(400);
        JsonNode problem = JsonMapper.shared().readTree(refused.body());
        assertThat(problem.get("code").asString()).isEqualTo("items-refused");
        assertThat(problem.get("items"))
                .extracting(item -> item.get("code").asString())
                .containsExactly("not-offered", "unknown-discrepancy");
        assertThat(problem.get("items").get(0).get("reason").asString()).contains("PUSH");
    }

    @Test
    void saysThatItFailedWhenNothingWorked() {
        String id = accepted(resolve("""
                {"items": [{"id": "%s", "action": "PUSH"}]}
                """.formatted(id(row("email")))));
        ActionRequested asked = awaitAction(id);

        service.neighbours.publish(
                Topics.ENTITY_SYNCED,
                EntitySynced.newBuilder(outcome(asked, "c-1", Outcome.FAILED))
                        .setReason(new Reason("moved", "The values have moved."))
                        .build());

        await().atMost(SOON).until(() -> state(id).equals("FAILED"));
        assertThat(service.json(events.businessId, path(id)).get("items"))
                .singleElement()
                .satisfies(item ->
                        assertThat(item.get("reason").get("code").asString()).isEqualTo("moved"));
        assertThat(state(row("email"))).isEqualTo("NEW");
    }

    @Test
    void hidesResolutionsFromOthers() throws Exception {
        String id = accepted(resolve("""
                {"items": [{"id": "%s", "action": "CHECK_AGAIN"}]}
                """.formatted(id(row("email")))));
        var address = service.address("/api/businesses/b-other" + path(id));

        assertThat(service.call("GET", address, service.portal.token("xpm.read", "b-other"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(service.call(
                                "POST",
                                service.address("/api/businesses/" + events.businessId + path(id) + "/confirm"),
                                service.portal.token("xpm.read", events.businessId))
                        .statusCode())
                .isEqualTo(403);
        assertThat(code(confirm(id))).isEqualTo("not-a-preview");
    }

    private void run(String runId) {
        service.neighbours.publish(Topics.SYNC_REQUESTED, events.requested(runId));
        service.neighbours.publish(
                Topics.ENTITY_COMPARED,
                events.compared(
                        runId,
                        "c-1",
                        "x-1",
                        difference("field-differs", "email", "a@ours", "b@theirs"),
                        difference("field-differs", "phone", "1", "2")));
        service.neighbours.publish(Topics.SYNC_FINISHED, events.finished(runId, RunEnd.COMPLETED, 1));
        await().atMost(SOON)
                .until(() -> !service.items(events.businessId, "/discrepancies?runId=" + runId)
                        .isEmpty());
    }

    private void look(Difference... differences) {
        service.neighbours.publish(
                Topics.ENTITY_COMPARED,
                EntityCompared.newBuilder(events.compared("", "c-1", "x-1", differences))
                        .setActionId(UUID.randomUUID().toString())
                        .build());
    }

    private EntitySynced outcome(ActionRequested asked, String entityId, Outcome outcome, String... fields) {
        return EntitySynced.newBuilder(events.synced(entityId, outcome, "x-1", asked.getEventId()))
                .setFields(List.of(fields))
                .build();
    }

    private HttpResponse<byte[]> resolve(String body) {
        return service.post(events.businessId, "/discrepancies/resolutions", body);
    }

    private HttpResponse<byte[]> confirm(String id) {
        return service.post(events.businessId, path(id) + "/confirm", "");
    }

    private static String accepted(HttpResponse<byte[]> response) {
        assertThat(response.statusCode()).as(new String(response.body(), UTF_8)).isEqualTo(202);
        return JsonMapper.shared().readTree(response.body()).get("resolutionId").asString();
    }

    private static String code(HttpResponse<byte[]> problem) {
        return JsonMapper.shared().readTree(problem.body()).get("code").asString();
    }

    private ActionRequested awaitAction(String eventId) {
        await().atMost(SOON)
                .until(() -> ofBusiness().stream()
                        .anyMatch(action -> action.getEventId().equals(eventId)));
        return ofBusiness().stream()
                .filter(action -> action.getEventId().equals(eventId))
                .findFirst()
                .orElseThrow();
    }

    private List<ActionRequested> ofBusiness() {
        return actions.stream()
                .filter(action -> action.getBusinessId().equals(events.businessId))
                .toList();
    }

    private JsonNode row(String field) {
        return service.items(events.businessId, "/discrepancies")
                .valueStream()
                .filter(row -> row.get("field").asString().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private String state(String resolutionId) {
        return service.json(events.businessId, path(resolutionId)).get("state").asString();
    }

    private static String state(JsonNode row) {
        return row.get("state").asString();
    }

    private static String id(JsonNode row) {
        return row.get("id").asString();
    }

    private static String path(String resolutionId) {
        return "/discrepancies/resolutions/" + resolutionId;
    }
}
