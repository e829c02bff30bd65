package com.nowinfinity.xpm.report;

import static com.nowinfinity.xpm.report.discrepancy.Compared.difference;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ActionRequested;
import com.nowinfinity.xpm.events.ClientImported;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.MatchEvidence;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.StepPurpose;
import com.nowinfinity.xpm.events.StepResult;
import com.nowinfinity.xpm.events.SyncStep;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.events.WorkPlanned;
import com.nowinfinity.xpm.report.discrepancy.Compared;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is remembered of entities and clients, beside reports. */
class TrailsIT {

    private static TestReportService service;

    private final Events events = new Events();

    @BeforeAll
    static void start() throws Exception {
        service = TestReportService.shared();
    }

    @Test
    void tellsTheStoryOfAnEntityNewestFirst() {
        EntityChanged changed = events.changed("c-1", 3, "Smith Pty Ltd");
        EntitySynced updated = EntitySynced.newBuilder(
                        events.synced("c-1", Outcome.UPDATED, "x-1", changed.getEventId()))
                .setSteps(List.of(
                        step(StepPurpose.LOOK, StepResult.HELD, "day-used-up"),
                        step(StepPurpose.LOOK, StepResult.DONE, null),
                        step(StepPurpose.WRITE, StepResult.DONE, null)))
                .build();
        service.neighbours.publish(Topics.ENTITY_CHANGED, changed);
        service.neighbours.publish(Topics.ENTITY_SYNCED, updated);
        service.neighbours.publish(Topics.ENTITY_SYNCED, updated);
        service.neighbours.publish(Topics.ENTITY_CHANGED, events.changed("c-2", 1, "Other"));
        awaitItems("/activity", 3);

        JsonNode story = service.items(events.businessId, "/activity?entityId=c-1");

        assertThat(story)
                .extracting(item -> item.get("what").asString())
                .containsExactly("entity-synced", "entity-changed");
        assertThat(story.get(0).get("outcome").asString()).isEqualTo("UPDATED");
        assertThat(causes(story.get(0)))
                .as("leads from the outcome to the change")
                .containsExactly(story.get(1).get("eventId").asString());
        assertThat(causes(story.get(1))).isEmpty();
        assertThat(story.get(0).get("calls").asInt()).isEqualTo(2);
        assertThat(story.get(0).get("steps"))
                .extracting(step -> step.get("text").asString())
                .containsExactly(
                        "Waited for Practice Manager's limits",
                        "Looked up in Practice Manager",
                        "Written to Practice Manager");
        assertThat(story.get(0).get("steps").get(0).get("at").asString()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(story.get(0).get("steps").get(0).get("result").asString()).isEqualTo("held");
        assertThat(story.get(1).get("steps")).isEmpty();
        assertThat(story.get(1).get("reason").get("code").asString()).isEqualTo("edited");
        JsonNode first = service.json(events.businessId, "/activity?entityId=c-1&limit=1");
        assertThat(service.items(
                        events.businessId,
                        "/activity?entityId=c-1&limit=1&cursor="
                                + first.get("next").asString()))
                .extracting(item -> item.get("what").asString())
                .containsExactly("entity-changed");
    }

    @Test
    void namesWhatEachEntryComesOf() {
        Instant at = Instant.parse("2026-03-01T10:00:00Z");
        service.neighbours.publish(
                Topics.PUSH_REQUESTED,
                PushRequested.newBuilder()
                        .setEventId("e-push")
                        .setBusinessId(events.businessId)
                        .setOccurredAt(at)
                        .setPushId("p-1")
                        .setEntityId("c-1")
                        .build());
        service.neighbours.publish(
                Topics.WORK_PLANNED,
                WorkPlanned.newBuilder()
                        .setEventId("e-plan")
                        .setBusinessId(events.businessId)
                        .setOccurredAt(at.plusSeconds(1))
                        .setForId("p-1")
                        .setEntityIds(List.of("c-1"))
                        .build());
        service.neighbours.publish(Topics.ENTITY_SYNCED, events.synced("c-1", Outcome.CREATED, "x-1", "e-push"));
        service.neighbours.publish(
                Topics.CLIENT_IMPORTED,
                ClientImported.newBuilder(events.imported("t-1", "x-1", "One", null))
                        .setEntityId("c-1")
                        .setRunId("r-1")
                        .build());
        EntityCompared inRun = events.compared("r-1", "c-1", "x-1", difference("field-differs", "phone", "1", "2"));
        service.neighbours.publish(Topics.ENTITY_COMPARED, inRun);
        service.neighbours.publish(
                Topics.ENTITY_COMPARED,
                EntityCompared.newBuilder(events.compared("", "c-1", "x-1"))
                        .setActionId("e-check")
                        .build());
        awaitItems("/activity", 6);

        assertThat(service.items(events.businessId, "/activity?entityId=c-1").values())
                .extracting(item -> item.get("what").asString() + " " + causes(item))
                .containsExactly(
                        "entity-compared [e-check]",
                        "entity-compared [r-1]",
                        "client-imported [r-1]",
                        "entity-synced [e-push]",
                        "work-planned [p-1]",
                        "push-requested []");
    }

    private static List<String> causes(JsonNode item) {
        return item.get("causedBy").valueStream().map(JsonNode::asString).toList();
    }

    private static SyncStep step(StepPurpose purpose, StepResult result, @Nullable String code) {
        return SyncStep.newBuilder()
                .setAt(Instant.parse("2026-03-01T10:00:00Z"))
                .setPurpose(purpose)
                .setResult(result)
                .setCode(code)
                .build();
    }

    @Test
    void showsWhatIsParkedUntilItsFinalOutcome() {
        EntitySynced parked = events.synced("c-1", Outcome.PARKED, "x-1", "e-1");
        service.neighbours.publish(Topics.ENTITY_CHANGED, events.changed("c-1", 3, "Smith Pty Ltd"));
        service.neighbours.publish(Topics.ENTITY_SYNCED, parked);
        awaitItems("/parked", 1);
        JsonNode item = service.items(events.businessId, "/parked").get(0);
        assertThat(item.get("entityName").asString()).isEqualTo("Smith Pty Ltd");
        assertThat(item.get("reason").get("text").asString()).isEqualTo("XPM refused the name.");
        assertThat(codes("c-1")).contains("waiting");

        // What was recorded meanwhile for another event ends nothing.
        service.neighbours.publish(Topics.ENTITY_SYNCED, events.synced("c-1", Outcome.RECORDED, "x-1", "e-2"));
        awaitItems("/activity", 3);
        assertThat(service.items(events.businessId, "/parked")).hasSize(1);

        service.neighbours.publish(Topics.ENTITY_SYNCED, events.synced("c-1", Outcome.DROPPED, "x-1", "e-1"));
        service.neighbours.publish(Topics.ENTITY_SYNCED, parked);
        service.neighbours.publish(Topics.ENTITY_SYNCED, events.synced("c-1", Outcome.UPDATED, "x-1", "e-3"));
        awaitItems("/activity", 5);
        assertThat(service.items(events.businessId, "/parked")).isEmpty();
    }

    @Test
    void asksTheWorkerToRetryOrDrop() throws Exception {
        List<ActionRequested> actions = service.neighbours.hear(Topics.ACTION_REQUESTED);
        service.neighbours.publish(Topics.ENTITY_SYNCED, events.synced("c/1", Outcome.PARKED, "x-1", "e-1"));
        awaitItems("/parked", 1);
        String id = service.items(events.businessId, "/parked").get(0).get("id").asString();
        String path = "/api/businesses/" + events.businessId + "/parked/" + id;
        String token = service.portal.token("xpm.manage", events.businessId);

        HttpResponse<byte[]> retry = service.call("POST", service.address(path + "/retry"), token);
        HttpResponse<byte[]> drop = service.call("DELETE", service.address(path), token);

        assertThat(retry.statusCode()).as(new String(retry.body(), UTF_8)).isEqualTo(202);
        assertThat(drop.statusCode()).isEqualTo(202);
        String eventId =
                JsonMapper.shared().readTree(retry.body()).get("eventId").asString();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(actions)
                        .filteredOn(action -> action.getBusinessId().equals(events.businessId))
                        .extracting(ActionRequested::getAction)
                        .containsExactly(Action.RETRY, Action.DROP));
        assertThat(actions.stream().filter(action -> action.getEventId().equals(eventId)))
                .singleElement()
                .satisfies(action -> {
                    assertThat(action.getRequestedBy()).isEqualTo("u-1");
                    assertThat(action.getTargets().getFirst().getEntityId()).isEqualTo("c/1");
                });
    }

    @Test
    void refusesToRetryWhatIsNotParkedOrNotYours() throws Exception {
        service.neighbours.publish(Topics.ENTITY_SYNCED, events.synced("c-1", Outcome.PARKED, "x-1", "e-1"));
        awaitItems("/parked", 1);
        String id = service.items(events.businessId, "/parked").get(0).get("id").asString();
        String reader = service.portal.token("xpm.read", events.businessId);
        String other = service.portal.token("xpm.manage", "b-other");

        assertThat(service.call("POST", service.address("/api/businesses/b-other/parked/" + id + "/retry"), other)
                        .statusCode())
                .isEqualTo(404);
        assertThat(service.call(
                                "POST",
                                service.address("/api/businesses/" + events.businessId + "/parked/" + id + "/retry"),
                                reader)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void listsTheGroupsThatClientsAreInNow() {
        ClientImported left =
                events.inGroups(events.imported("t-1", "x-1", "One", null), "g-1=Smith Family", "g-9=Old");
        ClientImported now =
                events.inGroups(events.imported("t-1", "x-1", "One", null), "g-1=Smith Family", "g-2=Able");
        ClientImported other = events.inGroups(events.imported("t-1", "x-2", "Two", null), "g-1=Smith Family");
        for (ClientImported told : List.of(now, left, other)) {
            service.neighbours.publish(Topics.CLIENT_IMPORTED, told);
        }
        awaitItems("/clients", 2);

        assertThat(service.items(events.businessId, "/groups").values())
                .extracting(group -> "%s %s %d"
                        .formatted(
                                group.path("groupId").asString(),
                                group.path("name").asString(),
                                group.path("clients").asInt()))
                .containsExactly("g-2 Able 1", "g-1 Smith Family 2");
        assertThat(names("/groups?query=smith%20f")).containsExactly("Smith Family");
        String next =
                service.json(events.businessId, "/groups?limit=1").get("next").asString();
        assertThat(names("/groups?limit=1&cursor=" + next)).containsExactly("Smith Family");
        service.neighbours.publish(Topics.CLIENT_IMPORTED, events.imported("t-2", "x-7", "Seven", null));
        awaitItems("/clients", 1);
        assertThat(service.items(events.businessId, "/groups")).isEmpty();
    }

    @Test
    void searchesTheMirrorByNameNumberAndId() {
        service.neighbours.publish(
                Topics.CLIENT_IMPORTED, events.imported("t-1", "x-1", "Smith (Holdings) Pty Ltd", "004 085 616"));
        service.neighbours.publish(Topics.CLIENT_IMPORTED, events.imported("t-1", "x-2", "Able Pty Ltd", null));
        awaitItems("/clients", 2);

        assertThat(names("/clients?query=")).containsExactly("Able Pty Ltd", "Smith (Holdings) Pty Ltd");
        assertThat(names("/clients?query=smith%20(h")).containsExactly("Smith (Holdings) Pty Ltd");
        assertThat(names("/clients?query=004%20085")).containsExactly("Smith (Holdings) Pty Ltd");
        assertThat(names("/clients?query=x-2")).containsExactly("Able Pty Ltd");
        assertThat(names("/clients?query=.*")).isEmpty();
        String next =
                service.json(events.businessId, "/clients?limit=1").get("next").asString();
        assertThat(names("/clients?limit=1&cursor=" + next)).containsExactly("Smith (Holdings) Pty Ltd");
    }

    @Test
    void showsALinkMadeByHandAtOnce() {
        service.neighbours.publish(Topics.CLIENT_IMPORTED, events.imported("t-1", "x-1", "One", null));
        service.neighbours.publish(Topics.CLIENT_IMPORTED, events.imported("t-1", "x-2", "Two", null));
        awaitItems("/clients", 2);
        service.neighbours.publish(Topics.ENTITY_SYNCED, events.synced("c-1", Outcome.UPDATED, "x-1", "e-1"));
        awaitLinks("c-1", "");

        service.neighbours.publish(Topics.ENTITY_SYNCED, events.synced("c-1", Outcome.UPDATED, "x-2", "e-2"));
        awaitLinks("", "c-1");

        service.neighbours.publish(Topics.ENTITY_SYNCED, events.synced("c-1", Outcome.UPDATED, null, "e-3"));
        awaitLinks("", "");
    }

    @Test
    void takesAComparedPairForLinkedOnlyWhereMoreThanANameSaysSo() {
        for (String clientId : List.of("x-1", "x-2", "x-3", "x-4", "x-5")) {
            service.neighbours.publish(Topics.CLIENT_IMPORTED, events.imported("t-1", clientId, clientId, null));
        }
        EntityCompared prospect =
                matched(events.compared("r-1", "c-1", "x-1", difference("prospect-in-xpm", null, "a", "b")), null);
        EntityCompared other = matched(
                events.compared("r-1", "c-2", "x-2", difference("structure-differs", null, "a", "b")),
                Compared.match("name"));
        EntityCompared twin = events.compared("r-1", "c-3", "x-3", difference("duplicate-in-xpm", null, "a", "b"));
        EntityCompared over = matched(events.compared("r-1", "c-4", "x-4"), null);
        EntityCompared doubted =
                matched(events.compared("r-1", "c-5", "x-5", difference("link-contradicted", null, "a", "b")), null);
        for (EntityCompared told : List.of(prospect, other, twin, over, doubted)) {
            service.neighbours.publish(Topics.ENTITY_COMPARED, told);
        }

        awaitLinks("", "", "c-3", "", "c-5");
    }

    private static EntityCompared matched(EntityCompared compared, @Nullable MatchEvidence match) {
        return EntityCompared.newBuilder(compared).setMatch(match).build();
    }

    private void awaitLinks(String... entityIds) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(service.items(events.businessId, "/clients"))
                        .extracting(client -> client.get("entityId").asString(""))
                        .containsExactly(entityIds));
    }

    @Test
    void showsTheLatestStateOfAClientOfTheLatestOrganisation() {
        var old = events.imported("t-1", "x-1", "Old name", null);
        var gone = events.imported("t-0", "x-0", "Of the organisation before", null);
        var renamed = events.imported("t-1", "x-1", "New name", null);
        service.neighbours.publish(Topics.CLIENT_IMPORTED, renamed);
        service.neighbours.publish(Topics.CLIENT_IMPORTED, gone);
        service.neighbours.publish(Topics.CLIENT_IMPORTED, old);
        service.neighbours.publish(Topics.CLIENT_IMPORTED, events.imported("t-1", "x-2", "Second", null));
        awaitItems("/clients", 2);

        assertThat(names("/clients")).containsExactly("New name", "Second");
    }

    @Test
    void takesThePinOffAnEntityThatIsUnlinked() {
        service.neighbours.publish(Topics.ENTITY_SYNCED, events.synced("c-1", Outcome.CREATED, "x-1", "e-1"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(codes("c-1")).containsExactly("linked"));
        service.neighbours.publish(Topics.ENTITY_SYNCED, events.synced("c-1", Outcome.UPDATED, null, "e-2"));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(codes("c-1")).isEmpty());
    }

    @Test
    void pinsWhatTheLastRunFoundOnTheEntity() {
        service.neighbours.publish(
                Topics.ENTITY_COMPARED,
                events.compared(
                        "r-1", "c-1", "x-1", difference("field-differs", "addresses.PRINCIPAL_PLACE", "1", "2")));
        service.neighbours.publish(
                Topics.ENTITY_COMPARED,
                events.compared("r-1", "c-2", null, difference("missing-in-xpm", null, "Two", null)));
        service.neighbours.publish(Topics.SYNC_FINISHED, events.finished("r-1", RunEnd.COMPLETED, 2));
        awaitItems("/reports", 1);

        assertThat(codes("c-1")).containsExactly("linked", "address-differs");
        assertThat(codes("c-2")).containsExactly("not-found-in-xpm");
        assertThat(codes("never-heard-of")).isEmpty();
        assertThat(service.items(events.businessId, "/flags?entityId=c-1&entityId=c-2"))
                .as("those of a list in one call")
                .extracting(one -> one.get("entityId").asString() + " "
                        + one.at("/flags/0/code").asString())
                .containsExactly("c-1 linked", "c-2 not-found-in-xpm");
    }

    private List<String> codes(String entityId) {
        return service.items(events.businessId, "/entities/" + entityId + "/flags")
                .valueStream()
                .map(flag -> flag.get("code").asString())
                .toList();
    }

    private List<String> names(String path) {
        return service.items(events.businessId, path)
                .valueStream()
                .map(client -> client.get("name").asString())
                .toList();
    }

    private void awaitItems(String path, int count) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(service.items(events.businessId, path)).hasSize(count));
    }
}
