package com.nowinfinity.xpm.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.events.ClientImported;
import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.ConnectionState;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.Topics;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the pages of one business make of what the services answer; the services are played. */
class AnsweredPagesIT {

    private static final String API = "/api/businesses/b-3";
    private static final String PAGES = "/businesses/b-3";
    private static final String SETTINGS = PAGES + "/settings/practice-management";
    private static final Pattern PRIMARY = Pattern.compile("<(?:button|a)[^>]*class=\"(?:button )?first\"");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String WAITING = "<span class=\"pin warn\">Waiting</span> until";

    private static final String AMBIGUOUS = """
            {"id": "d-1", "kind": "ambiguous-match", "severity": "HIGH", "state": "NEW", "entityId": "c-1",
             "entityName": "Smith Pty Ltd", "nowInfinity": "Smith Pty Ltd", "xpm": "Smith; Smith Holdings",
             "actions": ["LINK", "ACCEPT", "CHECK_AGAIN"], "candidates": [
               {"clientId": "x-1", "name": "Smith", "kind": "SMSF", "acn": "004 085 616", "clientCode": "SMI01",
                "webUrl": "https://practicemanager.xero.com/Client/x-1/Detail", "archived": false},
               {"clientId": "x-2", "name": "Smith Holdings", "kind": "Company",
                "webUrl": "https://practicemanager.xero.com/Client/x-2/Detail", "archived": true}]}
            """;

    private final RunningPortal portal = RunningPortal.shared();
    private final AnsweringServices services = portal.services();
    private final PortalBrowser browser = new PortalBrowser(portal);

    @BeforeEach
    void everyServiceAnswers() {
        connected("CONNECTED", "\"organisation\": {\"tenantId\": \"t-1\", \"name\": \"Lakeside\"}");
        labels("Trust");
        reports("");
        discrepancies(AMBIGUOUS);
        services.say("/api/notifications", items(""));
        services.say(API + "/activity", items(""));
        services.say(API + "/flags", items(""));
        services.sayNothing(API + "/usage");
        portal.send(
                "PUT",
                API + "/entities/c-1",
                portal.token("{\"user\": \"lena\"}"),
                "{\"entity\": {\"entityId\": \"c-1\", \"version\": 0, \"kind\": \"COMPANY\", \"name\": \"Smith Pty Ltd\"}}");
        browser.signIn("lena", "secret-of-lena");
    }

    @Test
    void offersTheClientsThatAnAmbiguousMatchNames() {
        assertThat(page("/discrepancies"))
                .contains("type=\"radio\" name=\"clientId\" value=\"x-1\"", "value=\"x-2\"")
                .contains("ACN 004 085 616, client code SMI01", ", SMSF", "archived")
                .contains("href=\"https://practicemanager.xero.com/Client/x-1/Detail\"", "Client/x-2/Detail")
                .contains("None of these: find another client")
                .doesNotContain("Client's id in XPM");
    }

    @Test
    void linksToTheClientThatIsChosenAndAsksWhereNoneIs() {
        services.say(API + "/discrepancies/resolutions", "{\"resolutionId\": \"r-1\"}");
        String form = PAGES + "/discrepancies/resolutions";

        browser.post(form, "id=d-1&entityId=c-1&action=LINK&clientId=x-2", PAGES + "/discrepancies");
        browser.post(form, "id=d-1&entityId=c-1&action=LINK&otherId=x-9", PAGES + "/discrepancies");
        browser.post(form, "id=d-1&entityId=c-1&action=LINK", PAGES + "/discrepancies");

        assertThat(services.received())
                .filteredOn(sent -> sent.contains("\"id\":\"d-1\""))
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"clientId\":\"x-2\"", "\"preview\":true"),
                        second -> assertThat(second).contains("\"clientId\":\"x-9\""));
        assertThat(page("/discrepancies")).contains("Choose the client first.");
    }

    @Test
    void namesBothSidesOfALinkBeforeItIsMade() {
        planned("r-2", "LINK");

        assertThat(decisionOn("r-2", "x-3"))
                .containsSubsequence(
                        "<strong>Smith Pty Ltd</strong> in NowInfinity <span>is</span> <strong>Jones Pty Ltd</strong>",
                        "(ACN 005749986)",
                        "Do it now");
    }

    @Test
    void namesTheClientOfALinkThatIsGivenUp() {
        planned("r-3", "UNLINK");

        assertThat(decisionOn("r-3", "x-3"))
                .contains("in NowInfinity <span>is not</span> <strong>Jones Pty Ltd</strong>");
        // Of what is not about a link, no client is named.
        planned("r-4", "PUSH");
        assertThat(decisionOn("r-4", "x-3")).doesNotContain("Jones Pty Ltd");
    }

    @Test
    void undoesTheLastWriteOfALinkedEntityOnly() {
        assertThat(page("/entities/c-1")).doesNotContain("Undo the last write to XPM?");
        services.say(API + "/flags", items("""
                {"entityId": "c-1", "flags": [{"code": "linked", "text": "Linked to XPM", "count": 0, "clientId": "x-1"}]}
                """));
        services.say(API + "/entities/c-1/undo", "{\"eventId\": \"e-1\"}");
        assertThat(page("/entities/c-1")).contains("Undo the last write to XPM?");

        browser.post(PAGES + "/entities/c-1/undo", "", PAGES + "/entities/c-1");

        assertThat(services.received()).anyMatch(sent -> sent.startsWith("POST " + API + "/entities/c-1/undo"));
        assertThat(page("/entities/c-1")).contains("The undo is on its way.");
    }

    @Test
    void showsWhatOneReportFound() {
        reports(report("r-1", 1));
        services.say(API + "/discrepancies?limit=50&runId=run-7", items(AMBIGUOUS.replace("d-1", "d-7")));

        assertThat(page("/discrepancies?runId=run-7"))
                .contains("As one report found them.", "value=\"d-7\"")
                .contains("name=\"runId\" value=\"run-7\"");
        assertThat(page("/discrepancies")).doesNotContain("As one report found them.", "d-7");
    }

    @Test
    void findsAnotherClientByASearch() {
        services.say(API + "/clients?limit=20&query=Jones", items("""
                {"clientId": "x-3", "name": "Jones Pty Ltd", "kind": "COMPANY", "acn": "005749986"},
                {"clientId": "x-1", "name": "Smith", "kind": null, "entityId": null}
                """));

        assertThat(page("/discrepancies/choice?id=d-1&entityId=c-1&query=Jones"))
                .contains("Named by the report", "value=\"x-3\"", "Jones Pty Ltd", "ACN 005749986")
                .containsOnlyOnce("value=\"x-1\"")
                .contains("name=\"otherId\"");
        assertThat(browser.get(PAGES + "/discrepancies/choice?id=d-9&entityId=c-1")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void offersOnlyWhatTheReportCallsMissing() {
        String tenant = UUID.randomUUID().toString();
        portal.publisher().publish(Topics.CONNECTION_CHANGED, connection(tenant));
        for (String clientId : new String[] {"x-10", "x-11", "x-12"}) {
            portal.publisher().publish(Topics.CLIENT_IMPORTED, imported(tenant, clientId));
        }
        await().untilAsserted(() -> assertThat(page("/offers"))
                .contains("What is missing is known once the first report is there")
                .doesNotContain("Nothing is on offer", "more clients of XPM have"));
        reports(report("r-1", 1));
        services.say(API + "/discrepancies?limit=500&kind=missing-in-nowinfinity", items("""
                {"id": "d-2", "kind": "missing-in-nowinfinity", "severity": "MEDIUM", "state": "NEW", "clientId": "x-10"},
                {"id": "d-3", "kind": "missing-in-nowinfinity", "severity": "MEDIUM", "state": "ACCEPTED", "clientId": "x-11"}
                """));

        await().untilAsserted(() -> assertThat(page("/offers"))
                .contains("Client x-10", "2 more clients of XPM have", "1 client<")
                .doesNotContain("Client x-11", "Client x-12"));
        browser.post(PAGES + "/offers/take", "clientId=x-12", SETTINGS);
        assertThat(browser.get(PAGES + "/entities/xpm-x-12").statusCode()).isEqualTo(404);
    }

    @Test
    void showsWhatTheRunLinked() {
        services.say(API + "/flags", items("""
                {"entityId": "c-1", "flags": [{"code": "linked", "text": "Linked to XPM", "count": 0, "clientId": "x-1"}]}
                """));

        assertThat(page("/entities")).contains("<span class=\"pin good\">Linked to XPM</span>");
    }

    @Test
    void saysThatAReportIsBeingMadeWhileARunGoes() {
        assertThat(page("/sync")).contains("No report yet. Press Sync Data");
        services.say(API + "/sync-runs", "{\"runId\": \"run-1\"}");
        services.say(API + "/sync-runs/run-1", run("RUNNING"));
        browser.post(PAGES + "/sync-runs", "", SETTINGS);

        assertThat(page("/sync"))
                .contains("The first report is being made; it appears here.")
                .doesNotContain("No report yet");
        assertThat(page("/sync-runs/run-1")).contains("The first report is being made");
        assertThat(page("/reports")).contains("The first report is being made");
        portal.publisher().publish(Topics.CONNECTION_CHANGED, connection("t-1"));
        await().untilAsserted(() -> assertThat(page("")).contains("See how far it is"));

        services.say(API + "/sync-runs/run-1", run("FAILED"));
        assertThat(page("/reports")).contains("No report yet. Press Sync Data");
    }

    @Test
    void saysWithAPushUntilWhenItWaitsAndWhy() {
        services.say(API + "/pushes/p-1", push("RUNNING"));
        assertThat(page("/pushes/p-1?entityId=c-1"))
                .as("of a service that does not tell what is used")
                .contains("Sending")
                .doesNotContain(WAITING);

        waitsUntilNow();

        for (String path : new String[] {"/pushes/p-1?entityId=c-1", "/pushes/p-1/state?entityId=c-1"}) {
            assertThat(page(path))
                    .containsSubsequence(
                            "Sending", WAITING, "1 Mar 2026, 9:00 pm", "The day is used up.", "It goes on by itself.");
        }
        waitsUntilNow("kept-for-people");
        assertThat(page("/pushes/p-1?entityId=c-1"))
                .as("a push goes on meanwhile")
                .contains("Followed changes wait")
                .doesNotContain(WAITING);
        services.say(API + "/pushes/p-1", push("COMPLETED"));
        assertThat(page("/pushes/p-1?entityId=c-1")).contains("Done").doesNotContain(WAITING, "Followed changes wait");
    }

    @Test
    void saysOnTheOverviewAndWithARunThatXpmIsWaitedFor() {
        services.say(API + "/sync-runs/run-2", run("RUNNING"));
        portal.publisher().publish(Topics.CONNECTION_CHANGED, connection("t-1"));
        await().untilAsserted(() -> assertThat(page("")).contains("Connected").doesNotContain(WAITING));
        assertThat(page("/sync-runs/run-2/progress")).contains("Cancel run").doesNotContain(WAITING);

        waitsUntilNow();

        for (String path : new String[] {"", "/sync-runs/run-2", "/sync-runs/run-2/progress"}) {
            assertThat(page(path)).contains(WAITING, "The day is used up.");
        }
        services.say(API + "/sync-runs/run-2", run("FAILED"));
        assertThat(page("/sync-runs/run-2/progress"))
                .as("a run that is over waits for nothing")
                .doesNotContain(WAITING);
    }

    @Test
    void letsNobodyRunBeforeAnOrganisationIsInUse() {
        assertThat(page("/sync")).doesNotContain("id=\"unready\"");

        connected("NOT_CONNECTED", "\"organisation\": null");

        assertThat(page("/sync"))
                .containsPattern("<button[^>]*data-opens=\"run-dialog\"[^>]*disabled")
                .contains("Connect Xero Practice Manager first.");
        connected("RECONNECT_REQUIRED", "\"organisation\": null");
        assertThat(page("/sync")).contains("Connect Xero Practice Manager again first.");
    }

    @Test
    void asksOnceWhichOrganisationItIs() {
        connected(
                "CHOOSE_ORGANISATION",
                "\"organisation\": null, \"organisations\": [{\"tenantId\": \"t-1\", \"name\": \"One\"}, {\"tenantId\": \"t-2\", \"name\": \"Two\"}]");
        browser.get("/settings/practice-management?connection=choose");

        assertThat(page("/settings/practice-management"))
                .containsOnlyOnce("You have several Xero Practice Manager organisations")
                .doesNotContain("note good");
    }

    @Test
    void hasOneNextStepOnEachPage() {
        assertThat(primary(page("/settings/practice-management"))).isEqualTo(1);
        assertThat(primary(page("/sync"))).isEqualTo(1);
        assertThat(primary(page("/discrepancies"))).isEqualTo(1);
        assertThat(primary(page("/discrepancies/choice?id=d-1&entityId=c-1"))).isEqualTo(1);
        for (String state : new String[] {"NOT_CONNECTED", "RECONNECT_REQUIRED", "CHOOSE_ORGANISATION"}) {
            connected(state, "\"organisations\": [{\"tenantId\": \"t-1\", \"name\": \"One\"}]");
            assertThat(primary(page("/settings/practice-management"))).as(state).isEqualTo(1);
        }
    }

    @Test
    void presetsOnlyTheLabelsThatItRecognises() {
        services.say(API + "/labels", """
                {"structures": [{"structure": "TRUST", "labels": "Trust"}, {"structure": "SUPER_FUND", "labels": ""}],
                 "seenInXpm": ["S.M.S.F.", "Bucket"]}
                """);

        assertThat(page("/settings/practice-management"))
                .contains("<option value=\"SUPER_FUND\" selected=\"selected\">")
                .containsOnlyOnce("Not recognised: only your practice knows")
                .containsOnlyOnce("Choose what it stands for");
        browser.post(SETTINGS + "/labels/add", "label=Bucket&structure=", SETTINGS);
        assertThat(page("/settings/practice-management")).contains("Nothing is added. Choose what");
    }

    @Test
    void comparesAFirstReportWithNone() {
        reports(report("r-2", 3) + "," + report("r-1", 7));

        assertThat(page("/sync")).contains("First report");
        assertThat(page("/reports/r-1")).contains("7 discrepancies", "This is the first report.");
        assertThat(page("/reports/r-2")).contains("3 of them new since the report before");
        portal.publisher().publish(Topics.CONNECTION_CHANGED, connection("t-1"));
        await().untilAsserted(() -> assertThat(page("")).contains("See the newest report", "Go to Sync Data"));
        assertThat(primary(page(""))).isEqualTo(1);
    }

    @Test
    void showsTheNumberOnTheBellWithThePage() {
        services.say("/api/notifications", items("""
                {"id": "n-1", "businessId": "b-3", "kind": "REPORT", "title": "Ready", "text": "Seven.",
                 "at": "2026-03-01T10:00:00Z", "read": false}
                """));
        browser.get(PAGES + "/bell");

        assertThat(page("/entities")).contains("<span class=\"count\">1</span>");
    }

    private String page(String path) {
        return browser.get(PAGES + path).body();
    }

    /** What stands in a dialog is asked about later, on its own. */
    private static long primary(String page) {
        String open = Pattern.compile("<dialog.*?</dialog>", Pattern.DOTALL)
                .matcher(page)
                .replaceAll("");
        return PRIMARY.matcher(open).results().count();
    }

    private void connected(String state, String more) {
        services.say(API + "/connection", "{\"state\": \"%s\", \"following\": false, %s}".formatted(state, more));
    }

    private void labels(String trust) {
        services.say(
                API + "/labels",
                "{\"structures\": [{\"structure\": \"TRUST\", \"labels\": \"%s\"}], \"seenInXpm\": []}"
                        .formatted(trust));
    }

    private void discrepancies(String rows) {
        services.say(API + "/discrepancies", items(rows));
    }

    private void planned(String resolutionId, String action) {
        services.say(API + "/clients?limit=20&query=x-3", items("""
                {"clientId": "x-30", "name": "Jones and Sons", "kind": "COMPANY"},
                {"clientId": "x-3", "name": "Jones Pty Ltd", "kind": "COMPANY", "acn": "005749986"}
                """));
        services.say(API + "/discrepancies/resolutions/" + resolutionId, """
                {"resolutionId": "%s", "state": "PLANNED", "items": [{"id": "d-1", "action": "%s"}],
                 "plan": {"creates": 0, "updates": 0, "relationships": 0, "documents": 0, "calls": 1, "minutes": 1}}
                """.formatted(resolutionId, action));
    }

    private String decisionOn(String resolutionId, String clientId) {
        return page("/discrepancies/resolutions/%s?entityId=c-1&clientId=%s".formatted(resolutionId, clientId));
    }

    private void reports(String reports) {
        services.say(API + "/reports", items(reports));
    }

    private static String report(String reportId, int found) {
        return """
                {"reportId": "%s", "runId": "run-%s", "createdAt": "2026-03-01T10:00:00Z", "newSinceLast": %d,
                 "counts": [{"name": "field-differs", "count": %d}]}
                """.formatted(reportId, reportId, found, found);
    }

    private static String run(String state) {
        return "{\"runId\": \"run-1\", \"state\": \"%s\", \"done\": 1, \"total\": 2}".formatted(state);
    }

    private static String push(String state) {
        return "{\"pushId\": \"p-1\", \"state\": \"%s\", \"plan\": null, \"outcomes\": []}".formatted(state);
    }

    private void waitsUntilNow() {
        waitsUntilNow("day-used-up");
    }

    private void waitsUntilNow(String code) {
        services.say(API + "/usage", """
                {"minute": {"limit": 60, "left": 60}, "day": {"limit": 5000, "left": 0}, "waiting": 3, "parked": 0,
                 "retryAt": "%s", "reason": {"code": "%s", "text": "The day is used up."}}
                """.formatted(NOW, code));
    }

    private static String items(String items) {
        return "{\"items\": [" + items + "], \"next\": null}";
    }

    private static ConnectionChanged connection(String tenant) {
        return ConnectionChanged.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setBusinessId("b-3")
                .setOccurredAt(NOW)
                .setRevision(1)
                .setState(ConnectionState.CONNECTED)
                .setTenantId(tenant)
                .build();
    }

    private static ClientImported imported(String tenant, String clientId) {
        return ClientImported.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setBusinessId("b-3")
                .setOccurredAt(NOW)
                .setTenantId(tenant)
                .setClientId(clientId)
                .setEntity(Entity.newBuilder()
                        .setKind(EntityKind.COMPANY)
                        .setName("Client " + clientId)
                        .build())
                .build();
    }
}
