package com.nowinfinity.xpm.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.ConnectionProblem;
import com.nowinfinity.xpm.events.ConnectionState;
import com.nowinfinity.xpm.events.ConnectionTroubled;
import com.nowinfinity.xpm.events.Topics;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@UsesConnector
class ConnectingIT {

    private static final String CODE_CALL = "grant_type=authorization_code";

    private final TestConnector connector = TestConnector.shared();
    private final List<Portal> used = new ArrayList<>();

    @BeforeEach
    void forget() {
        connector.gateway.forget();
        connector.consentAs("Olivia", null);
    }

    @AfterEach
    void disconnect() {
        used.forEach(portal -> portal.delete("/connection").expect(204));
    }

    private Portal business() {
        Portal portal = connector.business();
        used.add(portal);
        return portal;
    }

    @Test
    void takesASingleOrganisationAtOnce() {
        Portal portal = business();
        connector.consentAs("Olivia", List.of(connector.tenant(1)));

        assertThat(portal.connect()).isEqualTo("connected");

        Reply connection = portal.get("/connection").expect(200);
        assertThat(connection.text("/state")).isEqualTo("CONNECTED");
        assertThat(connection.text("/organisation/tenantId")).isEqualTo(connector.tenant(1));
        assertThat(connection.text("/connectedBy")).isEqualTo("u-1@practice.test");
        assertThat(connection.at("/problem").isNull()).isTrue();
        ConnectionChanged told = connector
                .heard
                .awaitOf(portal.businessId(), Topics.CONNECTION_CHANGED, 1)
                .getFirst();
        assertThat(told.getState()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(told.getEpoch()).isPositive();
        assertThat(told.getLabels()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(told.getFollowing()).isFalse();
    }

    @Test
    void offersSeveralOrganisationsAndUsesTheChosenOne() {
        Portal portal = business();

        assertThat(portal.connect()).isEqualTo("choose");

        Reply open = portal.get("/connection");
        assertThat(open.text("/state")).isEqualTo("CHOOSE_ORGANISATION");
        assertThat(open.at("/organisations").size())
                .as("accounting organisations are none")
                .isEqualTo(2);
        assertThat(open.at("/organisation").isNull()).isTrue();
        portal.put("/connection/organisation", "{'tenantId': 'none-of-them'}")
                .expectProblem(400, "organisation-unknown");
        Reply chosen = portal.put("/connection/organisation", "{'tenantId': '%s'}".formatted(connector.tenant(0)))
                .expect(200);
        assertThat(chosen.text("/state")).isEqualTo("CONNECTED");
        assertThat(chosen.text("/organisation/tenantId")).isEqualTo(connector.tenant(0));
        assertThat(chosen.at("/epoch").asLong()).isGreaterThan(open.at("/epoch").asLong());
        assertThat(portal.get("/connection").json()).isEqualTo(chosen.json());
        assertThat(connector.heard.awaitOf(portal.businessId(), Topics.CONNECTION_CHANGED, 2))
                .extracting(ConnectionChanged::getRevision)
                .containsSubsequence(1L, 2L);
    }

    @Test
    void choosesNothingWithoutConsent() {
        business().put("/connection/organisation", "{'tenantId': 't-1'}").expectProblem(409, "not-connected");
    }

    @ParameterizedTest
    @CsvSource({"Grace, no_access, NO_ACCESS", "Noah, no_practice, NO_PRACTICE"})
    void saysWhatKeepsAUserFromConnecting(String user, String word, String code) {
        Portal portal = business();
        connector.consentAs(user, null);

        assertThat(portal.connect()).isEqualTo(word);

        Reply connection = portal.get("/connection");
        assertThat(connection.text("/state")).isEqualTo("NOT_CONNECTED");
        assertThat(connection.text("/problem/code")).isEqualTo(code);
        assertThat(connection.text("/problem/title")).isNotBlank();
        assertThat(connection.at("/problem/steps").size()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "error=access_denied, declined, DECLINED",
        "error=invalid_scope, failed,   INVALID_SCOPE",
        "error=server_error,  failed,   FAILED",
        "code=not-one,        failed,   FAILED",
        "code=,               failed,   FAILED"
    })
    void saysWhatWentWrongOnTheWayBack(String query, String word, String code) {
        Portal portal = business();
        Portal.Begun begun = portal.begin();

        Reply back = Portal.callback(callback(query + "&state=" + state(begun)), begun.cookie());

        assertThat(back.expect(303).response().headers().firstValue("Location"))
                .hasValue("http://localhost:8080/settings?page=xero&connection=" + word);
        assertThat(portal.get("/connection").text("/problem/code")).isEqualTo(code);
    }

    @Test
    void failsReadablyWhenXeroGivesNoTokens() {
        Portal portal = business();
        connector.gateway.next(500, "<html>sorry</html>");

        assertThat(portal.connect()).isEqualTo("failed");
        assertThat(portal.get("/connection").text("/problem/code")).isEqualTo("FAILED");
    }

    @Test
    void keepsAWorkingConnectionWhenANewAttemptFails() {
        Portal portal = business();
        connector.consentAs("Olivia", List.of(connector.tenant(1)));
        portal.connect();
        connector.consentAs("Grace", null);

        assertThat(portal.connect()).isEqualTo("no_access");

        assertThat(portal.get("/connection").text("/state")).isEqualTo("CONNECTED");
    }

    @Test
    void refusesCallbacksThatAreNotOursWithoutAskingXero() {
        Portal portal = business();
        Portal.Begun begun = portal.begin();
        Portal.Begun other = portal.begin();
        String code = "code=stolen";

        refused(callback(code), begun.cookie());
        refused(callback(code + "&state="), begun.cookie());
        refused(callback(code + "&state=guessed"), begun.cookie());
        refused(callback(code + "&state=" + state(begun)), null);
        refused(callback(code + "&state=" + state(begun)), "xero_flow=guessed");
        refused(callback(code + "&state=" + state(begun)), other.cookie());
        expire(portal);
        refused(callback(code + "&state=" + state(begun)), begun.cookie());

        assertThat(connector.gateway.calls(CODE_CALL)).isZero();
    }

    @Test
    void takesACallbackOnce() throws Exception {
        Portal portal = business();
        Portal.Begun begun = portal.begin();
        URI callback = Portal.consent(begun.authorizationUri());
        Callable<Reply> comingBack = () -> Portal.callback(callback, begun.cookie());

        try (ExecutorService tabs = Executors.newFixedThreadPool(8)) {
            List<Integer> answers = new ArrayList<>();
            for (Future<Reply> answer : tabs.invokeAll(List.of(comingBack, comingBack, comingBack, comingBack))) {
                answers.add(answer.get().status());
            }
            assertThat(answers).containsExactlyInAnyOrder(303, 400, 400, 400);
        }
        refused(callback, begun.cookie());
        assertThat(connector.gateway.calls(CODE_CALL)).isEqualTo(1);
    }

    @Test
    void offersAPersonToStartAgain() {
        Reply page = Portal.exchange(
                "GET", callback("state=old"), BodyPublishers.noBody(), Map.of("Accept", "text/html,*/*"));

        assertThat(page.expect(400).response().body()).contains("Start again", "http://localhost:8080/settings");
        assertThat(page.response().headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
    }

    @Test
    void sendsTheBrowserToXeroWithStatePkceAndACookieOfItsOwn() {
        Portal portal = business();
        Reply reply = portal.send("POST", "/connection/authorization", BodyPublishers.noBody(), Map.of());

        assertThat(reply.expect(201).text("/authorizationUri"))
                .startsWith(connector.xero.baseUri() + "/identity/connect/authorize")
                .contains("code_challenge_method=S256", "code_challenge=", "state=", "offline_access");
        assertThat(reply.response().headers().firstValue("Set-Cookie").orElseThrow())
                .contains("xero_flow=", "HttpOnly", "SameSite=Lax", "Path=/oauth", "Max-Age=3600");
    }

    @Test
    void takesTheCallbackAtAnotherInstanceThanTheOneThatBegan() {
        Portal portal = business();
        connector.consentAs("Olivia", List.of(connector.tenant(1)));
        Portal.Begun begun = portal.begin();
        URI callback = Portal.consent(begun.authorizationUri());

        URI elsewhere = connector.secondInstance().resolve(callback.getRawPath() + "?" + callback.getRawQuery());

        assertThat(Portal.location(Portal.callback(elsewhere, begun.cookie())))
                .asString()
                .endsWith("connection=connected");
        assertThat(portal.get("/connection").text("/state")).isEqualTo("CONNECTED");
        refused(callback, begun.cookie());
    }

    @Test
    void saysBeforehandWhatASecondAccountPutsAnEndTo() {
        Portal portal = business();
        assertThat(authorization(portal).at("/replaces").isNull()).isTrue();
        connector.consentAs("Olivia", List.of(connector.tenant(1)));
        portal.connect();

        Reply said = authorization(portal);

        assertThat(said.text("/replaces/tenantId")).isEqualTo(connector.tenant(1));
        assertThat(said.text("/replaces/connectedBy")).isEqualTo("u-1@practice.test");
        assertThat(said.at("/replaces/revokesUser").asBoolean()).isTrue();
        assertThat(said.text("/replaces/text")).contains("closed", "revoked");
        assertThat(portal.get("/connection/replaced").at("/replaces")).isEqualTo(said.at("/replaces"));
    }

    @Test
    void revokesNobodyWhomAnotherBusinessNeedsAndSaysSoBeforehand() {
        Portal one = business();
        Portal other = business();
        assertThat(one.get("/connection/replaced").at("/replaces").isNull()).isTrue();
        connector.consentAs("Olivia", List.of(connector.tenant(1)));
        one.connect();
        connector.consentAs("Olivia", List.of(connector.tenant(0)));
        other.connect();

        Reply said = one.get("/connection/replaced");

        assertThat(said.text("/replaces/tenantId")).isEqualTo(connector.tenant(1));
        assertThat(said.at("/replaces/revokesUser").asBoolean()).isFalse();
        assertThat(said.text("/replaces/text")).contains("closed").doesNotContain("revoked");
        other.delete("/connection").expect(204);
        assertThat(one.get("/connection/replaced").at("/replaces/revokesUser").asBoolean())
                .isTrue();
    }

    private static Reply authorization(Portal portal) {
        return portal.send("POST", "/connection/authorization", BodyPublishers.noBody(), Map.of())
                .expect(201);
    }

    @RepeatedTest(3)
    void givesAnOrganisationToOneOfTwoBusinessesThatAskAtOnce() throws Exception {
        List<Portal> both = List.of(business(), business());
        both.forEach(Portal::connect);
        String choice = "{'tenantId': '%s'}".formatted(connector.tenant(1));
        List<Callable<Integer>> choosing = both.stream()
                .<Callable<Integer>>map(portal ->
                        () -> portal.put("/connection/organisation", choice).status())
                .toList();

        List<Integer> answers = new ArrayList<>();
        try (ExecutorService tabs = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> answer : tabs.invokeAll(choosing)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        assertThat(both.stream().map(portal -> portal.get("/connection").text("/state")))
                .containsExactlyInAnyOrder("CONNECTED", "CHOOSE_ORGANISATION");
    }

    @Test
    void keepsLabelsAndFollowingThroughADisconnectionUnlessToldOtherwise() {
        Portal portal = business();
        connector.consentAs("Olivia", List.of(connector.tenant(1)));
        portal.connect();
        String labels = "{'structures': [{'structure': 'COMPANY', 'labels': 'Pty'}]}";
        portal.put("/labels", labels).expect(200);

        portal.delete("/connection").expect(204);
        assertThat(portal.get("/labels").response().body()).contains("\"Pty\"");
        portal.delete("/connection?keepChoices=false").expect(204);
        assertThat(portal.get("/labels").response().body()).doesNotContain("\"Pty\"");
    }

    @Test // F18
    void f18GoesOnWithTheSameOrganisationAfterTheUserHadClosedUsAtXero() {
        Portal portal = business();
        connector.consentAs("Olivia", List.of(connector.tenant(1)));
        portal.connect();
        long before = portal.get("/connection").at("/epoch").asLong();
        String tenant = portal.get("/connection").text("/organisation/tenantId");
        connector
                .workers()
                .publish(
                        Topics.CONNECTION_TROUBLED,
                        ConnectionTroubled.newBuilder()
                                .setEventId(UUID.randomUUID().toString())
                                .setBusinessId(portal.businessId())
                                .setEpoch(before)
                                .setProblem(ConnectionProblem.UNAUTHORIZED)
                                .build());
        await().untilAsserted(() ->
                assertThat(portal.get("/connection").text("/state")).isEqualTo("RECONNECT_REQUIRED"));
        assertThat(portal.get("/connection").text("/organisation/tenantId"))
                .as("what waits is meant for this one still")
                .isEqualTo(tenant);

        assertThat(portal.connect()).isEqualTo("connected");

        Reply again = portal.get("/connection");
        assertThat(again.text("/organisation/tenantId")).isEqualTo(tenant);
        assertThat(again.at("/epoch").asLong()).isGreaterThan(before);
        assertThat(again.at("/problem").isNull()).isTrue();
        assertThat(connector.heard.awaitOf(portal.businessId(), Topics.CONNECTION_CHANGED, 3))
                .filteredOn(told -> told.getState() == ConnectionState.RECONNECT_REQUIRED)
                .as("told once")
                .hasSize(1);
    }

    @Test
    void refusesAnOrganisationThatServesAnotherBusiness() {
        Portal first = business();
        Portal second = business();
        connector.consentAs("Olivia", List.of(connector.tenant(1)));
        first.connect();

        assertThat(second.connect()).isEqualTo("failed");
        assertThat(second.get("/connection").text("/problem/title")).contains("Another business");
        connector.consentAs("Olivia", null);
        assertThat(second.connect()).isEqualTo("choose");
        String choice = "{'tenantId': '%s'}".formatted(connector.tenant(1));
        second.put("/connection/organisation", choice).expectProblem(409, "organisation-in-use");

        first.delete("/connection").expect(204);
        second.connect();
        second.put("/connection/organisation", choice).expect(200);
    }

    @Test
    void closesTheFirstAccountOnceTheSecondIsInUse() {
        Portal portal = business();
        connector.consentAs("Olivia", List.of(connector.tenant(1)));
        portal.connect();
        connector.consentAs("Olivia", List.of(connector.tenant(0)));

        assertThat(portal.connect()).isEqualTo("choose");
        assertThat(opened(portal)).as("nothing is closed before the choice").hasSize(2);
        portal.put("/connection/organisation", "{'tenantId': '%s'}".formatted(connector.tenant(0)))
                .expect(200);

        await().untilAsserted(() -> assertThat(
                        portal.get("/connection").at("/organisations").size())
                .isEqualTo(1));
        assertThat(connector.gateway.calls("/connect/revocation"))
                .as("the same user is still needed")
                .isZero();
        assertThat(accessTo(portal).expect(200).text("/tenantId")).isEqualTo(connector.tenant(0));
    }

    @Test
    void revokesAUserOnlyWhenNoOtherBusinessNeedsIt() {
        Portal first = business();
        Portal second = business();
        connector.consentAs("Olivia", List.of(connector.tenant(0)));
        first.connect();
        connector.consentAs("Olivia", List.of(connector.tenant(1)));
        second.connect();
        second.put("/connection/organisation", "{'tenantId': '%s'}".formatted(connector.tenant(1)))
                .expect(200);

        first.delete("/connection").expect(204);
        assertThat(connector.gateway.calls("/connect/revocation")).isZero();
        accessTo(second).expect(200);

        second.delete("/connection").expect(204);
        await().untilAsserted(() ->
                assertThat(connector.gateway.calls("/connect/revocation")).isEqualTo(1));
        assertThat(second.get("/connection").text("/state")).isEqualTo("NOT_CONNECTED");
        accessTo(second).expectProblem(409, "not-connected");
    }

    private List<Document> opened(Portal portal) {
        Document stored = connector
                .database()
                .getCollection("businesses")
                .find(new Document("_id", portal.businessId()))
                .first();
        assertThat(stored).isNotNull();
        return stored.get("connection", Document.class).getList("organisations", Document.class);
    }

    private Reply accessTo(Portal portal) {
        long epoch = portal.get("/connection").at("/epoch").asLong();
        return connector.internal(
                "POST",
                "/internal/businesses/" + portal.businessId() + "/access-token",
                "{'epoch': %d, 'rejected': null}".formatted(epoch),
                TestConnector.SECRET);
    }

    private void expire(Portal portal) {
        connector
                .database()
                .getCollection("flows")
                .updateMany(
                        new Document("businessId", portal.businessId()),
                        new Document("$set", new Document("expiresAt", Date.from(Instant.EPOCH))));
    }

    private static void refused(URI callback, @Nullable String cookie) {
        Portal.callback(callback, cookie).expectProblem(400, "flow-unknown");
    }

    private URI callback(String query) {
        return connector.uri.resolve("/oauth/xero/callback?" + query);
    }

    private static String state(Portal.Begun begun) {
        return begun.authorizationUri().getQuery().replaceFirst(".*state=([^&]*).*", "$1");
    }
}
