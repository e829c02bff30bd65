package com.nowinfinity.xpm.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ActionRequested;
import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.events.UsageReported;
import com.nowinfinity.xpm.events.WriteOn;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@UsesConnector
class ChoicesIT {

    private final TestConnector connector = TestConnector.shared();
    private final Portal portal = connector.business();

    @Test
    void keepsLabelsAndTellsThem() {
        assertThat(rows(portal.get("/labels").expect(200)))
                .contains(
                        "COMPANY=Company",
                        "TRUST=Trust",
                        "SUPER_FUND=Superannuation Fund",
                        "INDIVIDUAL=Individual",
                        "PARTNERSHIP=Partnership",
                        "SOLE_TRADER=Sole Trader");

        Reply saved = portal.put("/labels", """
                        {'structures': [{'structure': 'TRUST', 'labels': 'Trust, Estate,  Discretionary   Trust, trust'},
                         {'structure': 'TRUST.UNIT', 'labels': 'Unit Trust'}, {'structure': 'SOLE_TRADER', 'labels': 'Individual'},
                         {'structure': 'PARTNERSHIP', 'labels': ''}], 'seenInXpm': ['Company']}""").expect(200);

        assertThat(rows(saved))
                .contains(
                        "COMPANY=Company",
                        "TRUST=Trust, Estate, Discretionary Trust",
                        "TRUST.UNIT=Unit Trust",
                        "PARTNERSHIP=",
                        "SOLE_TRADER=Individual");
        assertThat(portal.get("/labels").json()).isEqualTo(saved.json());
        ConnectionChanged told = connector
                .heard
                .awaitOf(portal.businessId(), Topics.CONNECTION_CHANGED, 1)
                .getFirst();
        assertThat(told.getLabels())
                .extracting(row -> row.getStructure() + "=" + row.getLabels())
                .contains("TRUST=Trust, Estate, Discretionary Trust", "PARTNERSHIP=");
    }

    @Test
    void tellsNothingWhenNothingChanges() {
        String labels = "{'structures': [{'structure': 'TRUST', 'labels': 'Trust'}]}";
        portal.put("/labels", labels).expect(200);
        portal.put("/settings", "{'documentFolder': 'NowInfinity'}").expect(200);
        portal.put("/settings", "{'documentFolder': 'NowInfinity'}").expect(200);

        assertThat(connector.heard.awaitOf(portal.businessId(), Topics.CONNECTION_CHANGED, 1))
                .extracting(ConnectionChanged::getRevision)
                .containsOnly(1L);
    }

    @Test
    void keepsSettingsAndTellsThem() {
        Reply initial = portal.get("/settings").expect(200);
        assertThat(initial.text("/writeOn")).isEqualTo("ACCEPTED");
        assertThat(initial.at("/sendTaxFileNumbers").asBoolean()).isFalse();
        assertThat(initial.at("/schedule").isNull()).isTrue();

        Reply saved = portal.put("/settings", """
                        {'writeOn': 'SIGNED', 'sendTaxFileNumbers': true, 'documentFolder': 'Corporate', 'schedule': '0 2 * * *',
                         'newClients': {'partner': 'Pat', 'manager': null, 'balanceMonth': 6, 'clientCode': null}}""").expect(200);

        assertThat(saved.at("/newClients/balanceMonth").asInt()).isEqualTo(6);
        assertThat(portal.get("/settings").json()).isEqualTo(saved.json());
        ConnectionChanged told = connector
                .heard
                .awaitOf(portal.businessId(), Topics.CONNECTION_CHANGED, 1)
                .getFirst();
        assertThat(told.getSettings()).isNotNull();
        assertThat(told.getSettings().getWriteOn()).isEqualTo(WriteOn.SIGNED);
    }

    @Test
    void takesAnEntityChangeOnceForEachId() {
        String eventId = UUID.randomUUID().toString();
        String body = """
                {'eventId': '%s', 'cause': 'EDITED', 'entity': {'entityId': 'c-1', 'version': 7, 'kind': 'COMPANY', 'name': 'Smith & Co',
                 'person': {'firstName': null}, 'relationships': [{'type': 'DIRECTOR', 'entityId': 'p-1', 'startDate': '2019-07-01'}]}}""".formatted(eventId);

        assertThat(portal.post("/entity-changes", body).expect(202).text("/eventId"))
                .isEqualTo(eventId);
        portal.post("/entity-changes", body.replace("'person': {'firstName': null},", "'abn': null,"))
                .expect(202);
        portal.post("/entity-changes", body.replace("Smith", "Jones")).expectProblem(409, "event-id-reused");
        portal.post("/pushes", "{'eventId': '%s', 'entityId': 'c-1'}".formatted(eventId))
                .expectProblem(409, "event-id-reused");

        List<EntityChanged> told = connector.heard.awaitOf(portal.businessId(), Topics.ENTITY_CHANGED, 2);
        assertThat(told).containsOnly(told.getFirst());
        assertThat(told.getFirst().getEntity().getVersion()).isEqualTo(7);
        assertThat(told.getFirst().getOccurredAt()).isAfter(Instant.EPOCH);
    }

    @Test
    void refusesWhatIsForABusinessWhoseIdNoConsumerTakes() {
        connector
                .portal("harbour:1")
                .post(
                        "/entity-changes",
                        "{'cause': 'EDITED', 'entity': {'entityId': 'c-1', 'version': 1, 'kind': 'COMPANY', 'name': 'S'}}")
                .expectProblem(400, "invalid-id");
    }

    @Test
    void handsDecisionsOnAsActions() {
        portal.put("/entities/c-1/link", "{'clientId': 'x-1'}").expect(202);
        portal.delete("/entities/c-1/link").expect(202);
        Reply undone = portal.post("/entities/c-1/undo", "").expect(202);

        List<ActionRequested> told = connector.heard.awaitOf(portal.businessId(), Topics.ACTION_REQUESTED, 3);
        assertThat(told)
                .extracting(ActionRequested::getAction)
                .containsExactly(Action.LINK, Action.UNLINK, Action.UNDO);
        assertThat(told.getFirst().getTargets().getFirst().getClientId()).isEqualTo("x-1");
        assertThat(told.getLast().getEventId()).isEqualTo(undone.text("/eventId"));
        assertThat(told.getLast().getRequestedBy()).isEqualTo("u-1");
    }

    @Test
    void showsWhatIsLeft() {
        Reply full = portal.get("/usage").expect(200);
        assertThat(full.at("/minute/left").asInt()).isEqualTo(60);
        assertThat(full.at("/day/limit").asInt()).isEqualTo(5000);

        report(42, null, null);

        await().untilAsserted(() ->
                assertThat(portal.get("/usage").at("/minute/left").asInt()).isEqualTo(42));
        Reply usage = portal.get("/usage");
        assertThat(usage.at("/bytesToday").asInt()).isEqualTo(123);
        assertThat(usage.at("/parked").asInt()).isEqualTo(1);
        assertThat(usage.at("/retryAt").isNull()).isTrue();
    }

    @Test
    void showsTheLastOfManyReports() {
        for (int left = 60; left >= 0; left--) {
            report(left, null, null);
        }

        await().untilAsserted(() ->
                assertThat(portal.get("/usage").at("/minute/left").asInt()).isZero());
    }

    @Test
    void showsWhenItGoesOnWhileItWaits() {
        Instant later = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MILLIS);
        Reason reason = new Reason("day-used-up", "The calls that XPM allows in a day are used up.");
        report(7, later, reason);
        Reply waiting = awaitMinuteLeft(7);
        assertThat(waiting.text("/retryAt")).isEqualTo(later.toString());
        assertThat(waiting.text("/reason/code")).isEqualTo("day-used-up");
        assertThat(waiting.text("/reason/text")).isEqualTo(reason.getText());

        report(8, later, null);

        Reply silent = awaitMinuteLeft(8);
        assertThat(silent.text("/retryAt")).isEqualTo(later.toString());
        assertThat(silent.at("/reason").isNull())
                .as("of a worker that does not tell it")
                .isTrue();

        report(9, Instant.now().minusSeconds(1), reason);

        Reply over = awaitMinuteLeft(9);
        assertThat(over.at("/retryAt").isNull()).as("that time is over").isTrue();
        assertThat(over.at("/reason").isNull()).as("and so is what it was for").isTrue();
    }

    private Reply awaitMinuteLeft(int left) {
        await().untilAsserted(() ->
                assertThat(portal.get("/usage").at("/minute/left").asInt()).isEqualTo(left));
        return portal.get("/usage");
    }

    private void report(int minuteLeft, @Nullable Instant retryAt, @Nullable Reason reason) {
        connector
                .workers()
                .publish(
                        Topics.USAGE_REPORTED,
                        UsageReported.newBuilder()
                                .setEventId(UUID.randomUUID().toString())
                                .setBusinessId(portal.businessId())
                                .setOccurredAt(Instant.now())
                                .setMinuteLeft(minuteLeft)
                                .setDayLeft(4000)
                                .setBytes(123)
                                .setWaiting(2)
                                .setParked(1)
                                .setRetryAt(retryAt)
                                .setReason(reason)
                                .build());
    }

    @Test
    void describesItsDoorsAndNotTheInternalOne() {
        Reply docs = Portal.exchange("GET", connector.uri.resolve("/v3/api-docs"), BodyPublishers.noBody(), Map.of());

        JsonNode paths = docs.expect(200).at("/paths");
        assertThat(paths.has("/api/businesses/{businessId}/pushes/{pushId}/confirm"))
                .isTrue();
        assertThat(paths.has("/oauth/xero/callback")).isTrue();
        assertThat(docs.response().body()).doesNotContain("/internal/");
    }

    private static List<String> rows(Reply labels) {
        return labels.at("/structures").values().stream()
                .map(row -> row.at("/structure").asString() + "="
                        + row.at("/labels").asString())
                .toList();
    }
}
