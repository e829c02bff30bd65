package com.nowinfinity.xpm.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.PlannedPerson;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.PushScope;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.events.WorkPlanned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@UsesConnector
class PushesIT {

    /** portal.rate.costly.burst, as it is without being set. */
    private static final int PREVIEWS = 120;

    private final TestConnector connector = TestConnector.shared();
    private final Portal portal = connector.business();
    private long second = 1;

    @Test
    void followsAPushToTheOutcomeOfEveryEntityAndDocument() {
        Reply accepted = portal.post("/pushes", "{'entityId': 'c.100', 'documents': true}")
                .expect(202);
        String pushId = accepted.text("/pushId");
        String eventId = accepted.text("/eventId");
        assertThat(state(pushId)).isEqualTo("REQUESTED");
        PushRequested told = connector
                .heard
                .awaitOf(portal.businessId(), Topics.PUSH_REQUESTED, 1)
                .getFirst();
        assertThat(told.getPushId()).isEqualTo(pushId);
        assertThat(told.getEventId()).isEqualTo(eventId);
        assertThat(told.getScope()).isEqualTo(PushScope.ALL);
        assertThat(told.getRequestedBy()).isEqualTo("u-1");

        planned(pushId, List.of("c.100", "p-1"), List.of("d-1"));
        awaitState(pushId, "RUNNING");
        outcome(eventId, "c.100", null, Outcome.CREATED);
        outcome(eventId, "c.100", "d-1", Outcome.CREATED);
        outcome(eventId, "p-1", null, Outcome.PARKED);
        await().untilAsserted(() -> assertThat(
                        portal.get("/pushes/" + pushId).at("/outcomes").size())
                .isEqualTo(3));
        assertThat(state(pushId)).as("parked waits for a person").isEqualTo("RUNNING");

        outcome(eventId, "p-1", null, Outcome.UPDATED);
        awaitState(pushId, "COMPLETED");
        Reply done = portal.get("/pushes/" + pushId);
        assertThat(done.at("/outcomes").values())
                .extracting(outcome -> outcome.at("/outcome").asString())
                .containsExactly("CREATED", "CREATED", "UPDATED");
        assertThat(done.at("/plan/calls").asInt()).isEqualTo(4);
    }

    @Test
    void failsAPushWhoseEntityCannotBePushed() {
        Reply accepted = portal.post("/pushes", "{'entityId': 'c-1'}").expect(202);

        outcome(accepted.text("/eventId"), "c-1", null, Outcome.FAILED);

        awaitState(accepted.text("/pushId"), "FAILED");
        assertThat(portal.get("/pushes/" + accepted.text("/pushId")).text("/outcomes/0/reason/code"))
                .isEqualTo("because");
    }

    @Test
    void sendsAPreviewOnlyOnceItIsConfirmed() {
        Reply accepted =
                portal.post("/pushes", "{'entityId': 'c-1', 'preview': true}").expect(202);
        String pushId = accepted.text("/pushId");
        portal.post("/pushes/" + pushId + "/confirm", "").expectProblem(409, "plan-pending");
        planned(pushId, List.of("c-1", "p-1"), List.of());
        awaitState(pushId, "PLANNED");

        Reply confirmed = portal.post("/pushes/" + pushId + "/confirm", "").expect(202);
        assertThat(confirmed.text("/pushId")).isEqualTo(pushId);
        Reply again = portal.post("/pushes/" + pushId + "/confirm", "").expect(202);
        assertThat(again.json()).isEqualTo(confirmed.json());

        PushRequested told = connector
                .heard
                .awaitOf(portal.businessId(), Topics.PUSH_REQUESTED, 2)
                .get(1);
        assertThat(told.getPreview()).isFalse();
        assertThat(told.getPushId()).isEqualTo(pushId);
        assertThat(told.getEventId()).isEqualTo(confirmed.text("/eventId")).isNotEqualTo(accepted.text("/eventId"));
        assertThat(told.getInclude()).containsExactly("p-1");
        awaitState(pushId, "RUNNING");
        outcome(confirmed.text("/eventId"), "c-1", null, Outcome.UPDATED);
        outcome(confirmed.text("/eventId"), "p-1", null, Outcome.CREATED);
        awaitState(pushId, "COMPLETED");
    }

    private String plannedPush() {
        String pushId = portal.post("/pushes", "{'entityId': 'c-1', 'preview': true}")
                .expect(202)
                .text("/pushId");
        planned(pushId, List.of("c-1"), List.of());
        awaitState(pushId, "PLANNED");
        return pushId;
    }

    @Test
    void refusesAPlanAsSoonAsAChangeOfItsEntityIsAccepted() {
        String pushId = plannedPush();

        portal.post("/entity-changes", """
                        {'cause': 'EDITED', 'entity': {'entityId': 'c-1', 'version': 2, 'kind': 'COMPANY', 'name': 'Smith Pty Ltd'}}
                        """).expect(202);

        portal.post("/pushes/" + pushId + "/confirm", "").expectProblem(409, "plan-stale");
    }

    @Test
    void refusesAPlanThatWasOvertaken() {
        String pushId = plannedPush();

        outcome(UUID.randomUUID().toString(), "c-1", null, Outcome.RECORDED);

        await().untilAsserted(
                        () -> portal.post("/pushes/" + pushId + "/confirm", "").expectProblem(409, "plan-stale"));
    }

    @Test
    void confirmsOnlyPreviews() {
        String pushId =
                portal.post("/pushes", "{'entityId': 'c-1'}").expect(202).text("/pushId");

        portal.post("/pushes/" + pushId + "/confirm", "").expectProblem(409, "not-a-preview");
        portal.post("/pushes/unknown/confirm", "").expectProblem(404, "push-not-found");
        portal.get("/pushes/unknown").expectProblem(404, "push-not-found");
    }

    @Test
    void takesAnEventIdOnce() {
        String eventId = UUID.randomUUID().toString();
        String body = "{'eventId': '%s', 'entityId': 'c-1', 'include': ['p-1']}".formatted(eventId);

        Reply first = portal.post("/pushes", body).expect(202);
        Reply again = portal.post("/pushes", body).expect(202);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(first.text("/eventId")).isEqualTo(eventId);
        portal.post("/pushes", body.replace("p-1", "p-2")).expectProblem(409, "event-id-reused");
        assertThat(connector.heard.awaitOf(portal.businessId(), Topics.PUSH_REQUESTED, 2))
                .containsOnly(connector
                        .heard
                        .of(portal.businessId(), Topics.PUSH_REQUESTED)
                        .getFirst());
    }

    @Test
    void takesOnlySoManyPreviewsOfOnePerson() {
        Reply reply = preview();
        int taken = 0;
        for (; reply.status() == 202 && taken < 3 * PREVIEWS; taken++) {
            reply = preview();
        }

        reply.expectProblem(429, "too-many-requests");
        assertThat(taken).isGreaterThanOrEqualTo(PREVIEWS);
        assertThat(reply.response().headers().firstValue("Retry-After")).hasValue("1");
        portal.post("/sync-runs", "{'kinds': [], 'preview': true}").expectProblem(429, "too-many-requests");
        portal.post("/pushes", "{'entityId': 'c-1'}").expect(202);
    }

    private Reply preview() {
        return portal.post("/pushes", "{'entityId': 'c-1', 'preview': true}");
    }

    private String state(String pushId) {
        return portal.get("/pushes/" + pushId).expect(200).text("/state");
    }

    private void awaitState(String pushId, String state) {
        await().untilAsserted(() -> assertThat(state(pushId)).isEqualTo(state));
    }

    private void planned(String pushId, List<String> entities, List<String> documents) {
        connector
                .workers()
                .publish(
                        Topics.WORK_PLANNED,
                        WorkPlanned.newBuilder()
                                .setEventId(UUID.randomUUID().toString())
                                .setBusinessId(portal.businessId())
                                .setOccurredAt(next())
                                .setForId(pushId)
                                .setCalls(4)
                                .setEntityIds(entities)
                                .setDocumentIds(documents)
                                .setPeople(List.of(
                                        new PlannedPerson("p-1", "Ann", true), new PlannedPerson("p-2", "Bob", false)))
                                .build());
    }

    private void outcome(String causedBy, String entityId, @Nullable String documentId, Outcome outcome) {
        connector
                .workers()
                .publish(
                        Topics.ENTITY_SYNCED,
                        EntitySynced.newBuilder()
                                .setEventId(UUID.randomUUID().toString())
                                .setBusinessId(portal.businessId())
                                .setOccurredAt(next())
                                .setEntityId(entityId)
                                .setDocumentId(documentId)
                                .setCausedBy(List.of(causedBy))
                                .setOutcome(outcome)
                                .setReason(new Reason("because", "A reason."))
                                .build());
    }

    private Instant next() {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(second++);
    }
}
