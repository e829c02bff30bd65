package com.nowinfinity.xpm.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.nowinfinity.xpm.events.Count;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.ReportPublished;
import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.RunKind;
import com.nowinfinity.xpm.events.SyncFinished;
import com.nowinfinity.xpm.events.SyncProgressed;
import com.nowinfinity.xpm.events.SyncRequested;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.events.WorkPlanned;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@UsesConnector
class RunsIT {

    private static final String RUN = "{'kinds': ['COMPANIES'], 'refreshData': false, 'preview': false}";

    private final TestConnector connector = TestConnector.shared();
    private final Portal portal = connector.business();

    @BeforeEach
    void connect() {
        connector.consentAs("Olivia", List.of(connector.tenant(0)));
        portal.connect();
        portal.put("/connection/organisation", "{'tenantId': '%s'}".formatted(connector.tenant(0)))
                .expect(200);
    }

    @AfterEach
    void disconnect() {
        portal.delete("/connection").expect(204);
    }

    @Test
    void followsARunFromItsRequestToItsReport() {
        String runId = portal.post("/sync-runs", RUN).expect(202).text("/runId");
        Reply requested = portal.get("/sync-runs/" + runId).expect(200);
        assertThat(requested.text("/state")).isEqualTo("REQUESTED");
        assertThat(requested.text("/requestedBy")).isEqualTo("u-1");
        assertThat(requested.text("/startedAt")).isNotBlank();
        SyncRequested told = connector
                .heard
                .awaitOf(portal.businessId(), Topics.SYNC_REQUESTED, 1)
                .getFirst();
        assertThat(told.getRunId()).isEqualTo(runId);
        assertThat(told.getKinds()).containsExactly(RunKind.COMPANIES);

        progressed(runId, 3, 10);
        awaitState(runId, "RUNNING");
        Reply running = portal.get("/sync-runs/" + runId);
        assertThat(running.text("/phase")).isEqualTo("comparing");
        assertThat(running.at("/done").asInt()).isEqualTo(3);
        assertThat(running.at("/total").asInt()).isEqualTo(10);
        portal.put("/connection/following", "{'on': true}").expectProblem(409, "no-report-yet");

        finished(runId, RunEnd.COMPLETED);
        await().untilAsserted(() ->
                assertThat(portal.get("/sync-runs/" + runId).text("/phase")).isEqualTo("reporting"));
        assertThat(portal.get("/sync-runs/" + runId).text("/state")).isEqualTo("RUNNING");
        reported(runId);
        awaitState(runId, "COMPLETED");
        assertThat(portal.get("/sync-runs/" + runId).text("/reportId")).isEqualTo("rep-1");
        assertThat(portal.get("/sync-runs/" + runId).at("/counts/0/name").asString())
                .isEqualTo("missing-in-xpm");
        assertThat(portal.get("/sync-runs/" + runId).text("/finishedAt")).isNotBlank();
        assertThat(portal.get("/labels").at("/seenInXpm").values())
                .extracting(value -> value.asString())
                .containsExactly("Company", "Estate");

        Reply following = portal.put("/connection/following", "{'on': true}").expect(200);
        assertThat(following.at("/following").asBoolean()).isTrue();
        assertThat(portal.get("/connection").at("/following").asBoolean()).isTrue();
    }

    @Test
    void forgetsARunThatEndedTwoYearsAgoAndNoOther() {
        String old = portal.post("/sync-runs", RUN).expect(202).text("/runId");
        finished(old, RunEnd.COMPLETED);
        reported(old);
        awaitState(old, "COMPLETED");
        String recent = portal.post("/sync-runs", RUN).expect(202).text("/runId");
        finished(recent, RunEnd.COMPLETED);
        reported(recent);
        awaitState(recent, "COMPLETED");
        String active = portal.post("/sync-runs", RUN).expect(202).text("/runId");
        MongoCollection<Document> runs = connector.database().getCollection("runs");
        Document stored =
                runs.find(new Document("_id", new Document("$regex", old))).first();
        Document finish = Objects.requireNonNull(stored).get("finish", Document.class);
        Object at = finish.get("occurredAt");
        Instant then = Instant.parse("2001-01-01T00:00:00Z");
        Object longAgo =
                at instanceof Date ? Date.from(then) : at instanceof Long ? then.toEpochMilli() : then.toString();
        runs.updateOne(
                new Document("_id", stored.get("_id")),
                new Document("$set", new Document("finish.occurredAt", longAgo)));

        connector.chore("forgetting old runs");

        portal.get("/sync-runs/" + old).expectProblem(404, "run-not-found");
        portal.get("/sync-runs/" + recent).expect(200);
        portal.get("/sync-runs/" + active).expect(200);
        finished(active, RunEnd.CANCELLED);
        awaitState(active, "CANCELLED");
    }

    @Test
    void letsOneRunGoAtATime() {
        String first = portal.post("/sync-runs", "{}").expect(202).text("/runId");

        Reply refused = portal.post("/sync-runs", RUN).expectProblem(409, "run-in-progress");
        assertThat(refused.text("/runId")).isEqualTo(first);

        finished(first, RunEnd.FAILED);
        awaitState(first, "FAILED");
        assertThat(portal.get("/sync-runs/" + first).text("/reason/code")).isEqualTo("because");
        portal.put("/connection/following", "{'on': true}").expectProblem(409, "no-report-yet");
        portal.post("/sync-runs", RUN).expect(202);
    }

    @Test
    void letsNoOtherRunBeginBeforeTheWorkerHasLetGoOfACancelledOne() {
        String runId = portal.post("/sync-runs", RUN).expect(202).text("/runId");

        portal.delete("/sync-runs/" + runId).expect(202);

        assertThat(portal.get("/sync-runs/" + runId).text("/state")).isEqualTo("REQUESTED");
        portal.post("/sync-runs", RUN).expectProblem(409, "run-in-progress");
        assertThat(connector.heard.awaitOf(portal.businessId(), Topics.SYNC_REQUESTED, 2))
                .extracting(SyncRequested::getCancel)
                .containsExactly(false, true);
        finished(runId, RunEnd.CANCELLED);
        awaitState(runId, "CANCELLED");
        String next = portal.post("/sync-runs", RUN).expect(202).text("/runId");
        assertThat(next).isNotEqualTo(runId);
    }

    @Test
    void callsOffARunningOneWhenTheWorkerSaysSo() {
        String runId = portal.post("/sync-runs", RUN).expect(202).text("/runId");
        progressed(runId, 1, 2);
        awaitState(runId, "RUNNING");

        portal.delete("/sync-runs/" + runId).expect(202);
        assertThat(portal.get("/sync-runs/" + runId).text("/state")).isEqualTo("RUNNING");
        finished(runId, RunEnd.CANCELLED);

        awaitState(runId, "CANCELLED");
        portal.delete("/sync-runs/" + runId).expect(202);
        portal.delete("/sync-runs/unknown").expectProblem(404, "run-not-found");
    }

    @Test
    void endsAPreviewWithItsPlan() {
        String runId =
                portal.post("/sync-runs", "{'preview': true}").expect(202).text("/runId");

        connector
                .workers()
                .publish(
                        Topics.WORK_PLANNED,
                        WorkPlanned.newBuilder()
                                .setEventId(UUID.randomUUID().toString())
                                .setBusinessId(portal.businessId())
                                .setForId(runId)
                                .setCalls(5)
                                .build());

        awaitState(runId, "PLANNED");
        assertThat(portal.get("/sync-runs/" + runId).at("/plan/calls").asInt()).isEqualTo(5);
        portal.post("/sync-runs", RUN).expect(202);
    }

    @Test
    void startsAnotherOrganisationUnfollowed() {
        String runId = portal.post("/sync-runs", RUN).expect(202).text("/runId");
        finished(runId, RunEnd.COMPLETED);
        await().untilAsserted(() ->
                portal.put("/connection/following", "{'on': true}").expect(200));

        connector.consentAs("Olivia", List.of(connector.tenant(1)));
        portal.connect();
        Reply moved = portal.put("/connection/organisation", "{'tenantId': '%s'}".formatted(connector.tenant(1)))
                .expect(200);

        assertThat(moved.at("/following").asBoolean()).isFalse();
        portal.put("/connection/following", "{'on': true}").expectProblem(409, "no-report-yet");
        portal.put("/connection/following", "{'on': false}").expect(200);
    }

    @Test
    void beginsARunByTheSchedule() {
        portal.put("/settings", "{'schedule': '* * * * * *'}").expect(200);

        SyncRequested run = connector
                .heard
                .awaitOf(portal.businessId(), Topics.SYNC_REQUESTED, 1)
                .getFirst();
        assertThat(run.getRequestedBy()).isEqualTo("schedule");
        assertThat(portal.get("/sync-runs/" + run.getRunId()).text("/state")).isEqualTo("REQUESTED");
        portal.post("/sync-runs", RUN).expectProblem(409, "run-in-progress");
        portal.put("/settings", "{}").expect(200);
    }

    @Test
    void asksForAConnectionFirst() {
        connector.business().post("/sync-runs", RUN).expectProblem(409, "not-connected");
    }

    private void progressed(String runId, long done, long total) {
        connector
                .workers()
                .publish(
                        Topics.SYNC_PROGRESSED,
                        SyncProgressed.newBuilder()
                                .setEventId(UUID.randomUUID().toString())
                                .setBusinessId(portal.businessId())
                                .setRunId(runId)
                                .setPhase("comparing")
                                .setDone(done)
                                .setTotal(total)
                                .build());
    }

    private void finished(String runId, RunEnd end) {
        connector
                .workers()
                .publish(
                        Topics.SYNC_FINISHED,
                        SyncFinished.newBuilder()
                                .setEventId(UUID.randomUUID().toString())
                                .setBusinessId(portal.businessId())
                                .setRunId(runId)
                                .setOccurredAt(Instant.now())
                                .setState(end)
                                .setCounts(List.of(new Count("missing-in-xpm", 3L)))
                                .setReason(new Reason("because", "A reason."))
                                .setStructuresSeen(List.of("Company", "Estate"))
                                .build());
    }

    private void reported(String runId) {
        connector
                .workers()
                .publish(
                        Topics.REPORT_PUBLISHED,
                        ReportPublished.newBuilder()
                                .setEventId(UUID.randomUUID().toString())
                                .setBusinessId(portal.businessId())
                                .setRunId(runId)
                                .setReportId("rep-1")
                                .build());
    }

    private void awaitState(String runId, String state) {
        await().untilAsserted(() ->
                assertThat(portal.get("/sync-runs/" + runId).text("/state")).isEqualTo(state));
    }
}
