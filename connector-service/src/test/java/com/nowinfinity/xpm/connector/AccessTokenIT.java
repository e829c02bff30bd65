package com.nowinfinity.xpm.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.connector.secrets.Purpose;
import com.nowinfinity.xpm.connector.secrets.Seal;
import com.nowinfinity.xpm.connector.secrets.Secret;
import com.nowinfinity.xpm.connector.store.Chore;
import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.ConnectionProblem;
import com.nowinfinity.xpm.events.ConnectionState;
import com.nowinfinity.xpm.events.ConnectionTroubled;
import com.nowinfinity.xpm.events.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@UsesConnector
class AccessTokenIT {

    private static final String REFRESH = "grant_type=refresh_token";

    private final TestConnector connector = TestConnector.shared();
    private final Portal portal = connector.business();

    @BeforeEach
    void connect() {
        connector.consentAs("Olivia", List.of(connector.tenant(0)));
        portal.connect();
        portal.put("/connection/organisation", "{'tenantId': '%s'}".formatted(connector.tenant(0)))
                .expect(200);
        connector.gateway.forget();
    }

    @AfterEach
    void disconnect() {
        portal.delete("/connection").expect(204);
    }

    @Test
    void givesWorkersATokenThatXeroTakes() {
        Reply given = access(null).expect(200);

        assertThat(given.text("/tenantId")).isEqualTo(connector.tenant(0));
        assertThat(given.at("/epoch").asLong()).isEqualTo(epoch());
        assertThat(Instant.parse(given.text("/expiresAt")))
                .isAfter(Instant.now().plusSeconds(120));
        Reply connections = Portal.exchange(
                "GET",
                connector.xero.baseUri().resolve("/connections"),
                BodyPublishers.noBody(),
                Map.of("Authorization", "Bearer " + given.text("/accessToken")));
        connections.expect(200);
        assertThat(connector.gateway.calls(REFRESH)).isZero();
    }

    @Test
    void opensTheDoorOnlyToTheSecret() {
        String body = "{'epoch': %d}".formatted(epoch());
        connector.internal("POST", path(), body, null).expectProblem(401, "unauthorized");
        connector.internal("POST", path(), body, "guessed").expectProblem(401, "unauthorized");
        connector.internal("POST", path(), body, "").expectProblem(401, "unauthorized");
        String person = connector.keys.token("xpm.manage xpm.operate", portal.businessId());
        connector.internal("POST", path(), body, person).expectProblem(401, "unauthorized");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'epoch': 1             | malformed-json",
                "{'rejected': null}      | missing-field",
                "{'epoch': 'one'}        | invalid-field",
                "{'epoch': 1, 'more': 2} | unknown-field",
                "[]                      | invalid-field",
            })
    void refusesWhatItDoesNotUnderstand(String body, String code) {
        connector.internal("POST", path(), body, TestConnector.SECRET).expectProblem(400, code);
    }

    @Test
    void givesNothingForAnotherEpochOrWithoutConnection() {
        connector
                .internal("POST", path(), "{'epoch': %d}".formatted(epoch() - 1), TestConnector.SECRET)
                .expectProblem(409, "epoch-stale");
        connector
                .internal("POST", "/internal/businesses/b-nobody/access-token", "{'epoch': 0}", TestConnector.SECRET)
                .expectProblem(409, "not-connected");
    }

    @Test // F15
    void f15RefreshesOnceForAHundredThreadsOfTwoInstances() throws Exception {
        URI other = connector.secondInstance();
        String rejected = new Secret(access(null).expect(200).text("/accessToken")).digest();
        List<Callable<Reply>> workers = new ArrayList<>(Collections.nCopies(50, () -> access(rejected)));
        workers.addAll(Collections.nCopies(50, () -> accessAt(other, rejected)));
        Collections.shuffle(workers, new Random(1));

        List<String> tokens = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Reply> answer : threads.invokeAll(workers)) {
                tokens.add(answer.get().expect(200).text("/accessToken"));
            }
        }

        assertThat(tokens).hasSize(100).containsOnly(tokens.getFirst());
        assertThat(new Secret(tokens.getFirst()).digest()).isNotEqualTo(rejected);
        assertThat(connector.gateway.calls(REFRESH)).isEqualTo(1);
    }

    @Test
    void doesNotRefreshForATokenThatIsNoLongerTheOneInUse() {
        String token = access(null).text("/accessToken");

        assertThat(access("0".repeat(64)).expect(200).text("/accessToken")).isEqualTo(token);

        assertThat(connector.gateway.calls(REFRESH)).isZero();
    }

    @Test
    void refreshesEarlyAndGivesTheOldTokenWhileXeroFailsAndItLasts() {
        String old = token();
        expireIn(Duration.ofMinutes(3));
        connector.gateway.next(503, "");

        assertThat(access(null).expect(200).text("/accessToken")).isEqualTo(old);
        assertThat(access(null).expect(200).text("/accessToken")).isEqualTo(old);
        assertThat(connector.gateway.calls(REFRESH)).as("cooling down").isEqualTo(1);

        coolDownOver();
        assertThat(access(null).expect(200).text("/accessToken")).isNotEqualTo(old);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>down</html>",
                "{'error': 'temporarily_unavailable'}",
                "{'access_token': 'a', 'token_type': 'Bearer', 'expires_in': 0, 'refresh_token': 'r'}",
                "{'access_token': 'a', 'token_type': 'Bearer', 'expires_in': -5, 'refresh_token': 'r'}",
                "{'token_type': 'Bearer'}",
                ""
            })
    void answersThatXeroFailsAndAsksAgainOnlyAfterAWhile(String answer) {
        String rejected = new Secret(token()).digest();
        connector.gateway.next(answer.contains("access_token") ? 200 : 500, answer.replace('\'', '"'));

        Reply refused = access(rejected).expectProblem(503, "xero-identity-unavailable");
        assertThat(Integer.parseInt(
                        refused.response().headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 30);
        access(rejected).expectProblem(503, "xero-identity-unavailable");
        assertThat(connector.gateway.calls(REFRESH)).isEqualTo(1);

        coolDownOver();
        access(rejected).expect(200);
        assertThat(portal.get("/connection").text("/state")).isEqualTo("CONNECTED");
    }

    @Test
    void refreshesAConnectionThatNobodyHasUsedForWeeks() {
        String old = token();
        expireIn(Duration.ofDays(-26));

        connector.context.getBean("keepingAlive", Chore.class).work().run();

        assertThat(connector.gateway.calls(REFRESH)).isEqualTo(1);
        assertThat(access(null).expect(200).text("/accessToken")).isNotEqualTo(old);
        assertThat(connector.gateway.calls(REFRESH)).isEqualTo(1);
    }

    @Test // F16
    void f16UsesTheOldRefreshTokenAgainWhenTheAnswerWasLost() {
        String rejected = new Secret(token()).digest();
        connector.gateway.next(0, "");
        access(rejected).expectProblem(503, "xero-identity-unavailable");
        coolDownOver();

        access(rejected).expect(200);
    }

    @Test // F16
    void f16GoesOnWithTheOldTokenAfterAKillBetweenAnswerAndSave() {
        Document asBefore = stored();
        String rejected = new Secret(token()).digest();
        access(rejected).expect(200);
        connector.database().getCollection("businesses").replaceOne(new Document("_id", portal.businessId()), asBefore);

        access(rejected).expect(200);

        assertThat(connector.gateway.calls(REFRESH))
                .as("the same refresh token twice")
                .isEqualTo(2);
        assertThat(portal.get("/connection").text("/state")).isEqualTo("CONNECTED");
    }

    @Test // F16
    void f16TakesTheLeaseOfADeadProcessOverOnceItMustHaveEnded() {
        URI other = connector.secondInstance();
        change("grant.lease", "of-a-dead-process");
        expireIn(Duration.ofMinutes(-1));
        access(null).expectProblem(503, "xero-identity-unavailable");
        assertThat(connector.gateway.calls(REFRESH))
                .as("it might still be alive")
                .isZero();

        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> accessAt(other, null).expect(200));

        access(null).expect(200);
        assertThat(connector.gateway.calls(REFRESH)).isEqualTo(1);
        assertThat(portal.get("/connection").text("/state")).isEqualTo("CONNECTED");
    }

    @Test // F17
    void f17GoesOnAfterATokenCallThatNeverAnswered() {
        String rejected = new Secret(token()).digest();
        CountDownLatch givenUp = new CountDownLatch(1);
        connector.gateway.next(500, "", () -> awaited(givenUp));

        access(rejected).expectProblem(503, "xero-identity-unavailable");

        givenUp.countDown();
        coolDownOver();
        access(rejected).expect(200);
        assertThat(portal.get("/connection").text("/state")).isEqualTo("CONNECTED");
    }

    @Test // F17
    void f17TakesTheTokenOfASiblingThatWasFasterInsteadOfTheRefusal() {
        String rejected = new Secret(token()).digest();
        Seal seal = connector.context.getBean(Seal.class);
        Secret siblings = new Secret("the-token-of-a-sibling");
        connector.gateway.next(400, "{\"error\": \"invalid_grant\"}", () -> {
            change("grant.access", new Binary(seal.close(portal.businessId(), Purpose.ACCESS_TOKEN, siblings)));
            change("grant.generation", stored().get("grant", Document.class).getLong("generation") + 1);
            change("grant.lease", null);
            change("v", stored().getLong("v") + 1);
        });

        assertThat(access(rejected).expect(200).text("/accessToken")).isEqualTo(siblings.value());

        assertThat(stored().get("grant", Document.class).get("failure")).isNull();
        assertThat(portal.get("/connection").text("/state")).isEqualTo("CONNECTED");
    }

    @Test // F15
    void f15RefreshesOnceAtExpiryForFourWorkersOfTwentyFiveThreads() throws Exception {
        URI other = connector.secondInstance();
        expireIn(Duration.ofSeconds(1));
        List<Callable<Reply>> threads = new ArrayList<>();
        for (int worker = 0; worker < 4; worker++) {
            URI instance = worker % 2 == 0 ? connector.uri : other;
            threads.addAll(Collections.nCopies(25, () -> accessAt(instance, null)));
        }

        List<String> tokens = new ArrayList<>();
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Reply> answer : workers.invokeAll(threads)) {
                tokens.add(answer.get().expect(200).text("/accessToken"));
            }
        }

        assertThat(tokens).hasSize(100).containsOnly(tokens.getFirst());
        assertThat(connector.gateway.calls(REFRESH)).isEqualTo(1);
    }

    @Test
    void keepsATokenAliveThatNobodyUses() {
        connector.secondInstance();
        expireIn(Duration.ofDays(-24));
        connector.chore("keeping quiet connections alive");
        assertThat(connector.gateway.calls(REFRESH)).isZero();
        expireIn(Duration.ofDays(-26));

        connector.chore("keeping quiet connections alive");

        assertThat(connector.gateway.calls(REFRESH))
                .as("by one of the instances")
                .isEqualTo(1);
        access(null).expect(200);
        assertThat(connector.gateway.calls(REFRESH)).isEqualTo(1);
    }

    @Test
    void opensNoTokenThatWasCopiedFromAnotherBusinessOrChanged() {
        Portal other = connector.business();
        Document mine = stored();
        Document theirs = new Document(mine).append("_id", other.businessId());
        connector.database().getCollection("businesses").insertOne(theirs);

        Reply refused = Portal.exchange(
                "POST",
                connector.uri.resolve("/internal/businesses/" + other.businessId() + "/access-token"),
                BodyPublishers.ofString("{\"epoch\": %d}".formatted(epoch())),
                Map.of("Content-Type", "application/json", "Authorization", "Bearer " + TestConnector.SECRET));
        connector.database().getCollection("businesses").deleteOne(new Document("_id", other.businessId()));
        refused.expectProblem(500, "internal-error");

        byte[] sealed =
                mine.get("grant", Document.class).get("access", Binary.class).getData();
        sealed[sealed.length - 1] ^= 1;
        change("grant.access", new Binary(sealed));
        access(null).expectProblem(500, "internal-error");
    }

    private Document stored() {
        return Objects.requireNonNull(connector
                .database()
                .getCollection("businesses")
                .find(new Document("_id", portal.businessId()))
                .first());
    }

    @Test // F17
    void f17SurrendersOnlyToARefusalThatIsConfirmed() {
        double lost = count("connection.lost", "cause", "GRANT_ENDED");
        double refusals = count("connection.refreshes", "outcome", "refused");
        String rejected = new Secret(token()).digest();
        connector.gateway.next(400, "{\"error\": \"invalid_grant\"}");

        access(rejected).expectProblem(503, "xero-identity-unavailable");
        assertThat(portal.get("/connection").text("/state")).isEqualTo("CONNECTED");
        coolDownOver();
        connector.gateway.next(400, "{\"error\": \"invalid_grant\"}");
        access(rejected).expectProblem(409, "reconnect-required");
        access(rejected).expectProblem(409, "reconnect-required");

        assertThat(connector.gateway.calls(REFRESH)).as("no loop").isEqualTo(2);
        assertThat(count("connection.refreshes", "outcome", "refused") - refusals)
                .isEqualTo(2);
        assertThat(count("connection.lost", "cause", "GRANT_ENDED") - lost)
                .as("what the alert sees")
                .isEqualTo(1);
        Reply connection = portal.get("/connection");
        assertThat(connection.text("/state")).isEqualTo("RECONNECT_REQUIRED");
        assertThat(connection.text("/problem/code")).isEqualTo("FAILED");
        await().untilAsserted(() -> assertThat(connector.heard.of(portal.businessId(), Topics.CONNECTION_CHANGED))
                .last()
                .extracting(ConnectionChanged::getState)
                .isEqualTo(ConnectionState.RECONNECT_REQUIRED));
        portal.put(
                        "/connection/organisation",
                        "{'tenantId': '%s'}".formatted(connection.text("/organisation/tenantId")))
                .expectProblem(409, "reconnect-required");
        assertThat(portal.connect()).isEqualTo("connected");
    }

    @Test // F17
    void f17ForgetsARefusalThatWasNotConfirmed() {
        String rejected = new Secret(token()).digest();
        connector.gateway.next(400, "{\"error\": \"invalid_grant\"}");
        access(rejected).expectProblem(503, "xero-identity-unavailable");
        coolDownOver();

        access(rejected).expect(200);
        assertThat(portal.get("/connection").text("/state")).isEqualTo("CONNECTED");
    }

    @ParameterizedTest
    @CsvSource({"UNAUTHORIZED, FAILED", "NO_ACCESS, NO_ACCESS", "MISSING_SCOPE, INVALID_SCOPE"})
    void believesWorkersOnlyOfTheConnectionTheySaw(ConnectionProblem problem, String code) {
        troubled(epoch() - 1, problem);
        troubled(epoch() + 1, problem);
        assertThat(portal.get("/connection").text("/state")).isEqualTo("CONNECTED");
        troubled(epoch(), problem);

        await().untilAsserted(() ->
                assertThat(portal.get("/connection").text("/state")).isEqualTo("RECONNECT_REQUIRED"));
        assertThat(portal.get("/connection").text("/problem/code")).isEqualTo(code);
        access(null).expectProblem(409, "reconnect-required");
    }

    private void troubled(long epoch, ConnectionProblem problem) {
        connector
                .workers()
                .publish(
                        Topics.CONNECTION_TROUBLED,
                        ConnectionTroubled.newBuilder()
                                .setEventId(UUID.randomUUID().toString())
                                .setBusinessId(portal.businessId())
                                .setEpoch(epoch)
                                .setProblem(problem)
                                .build());
    }

    private double count(String meter, String tag, String value) {
        return connector
                .context
                .getBean(MeterRegistry.class)
                .get(meter)
                .tag(tag, value)
                .counter()
                .count();
    }

    private String token() {
        return access(null).expect(200).text("/accessToken");
    }

    private Reply access(@Nullable String rejected) {
        return accessAt(connector.uri, rejected);
    }

    private Reply accessAt(URI instance, @Nullable String rejected) {
        String body = "{\"epoch\": %d, \"rejected\": %s}"
                .formatted(epoch(), rejected == null ? "null" : "\"" + rejected + "\"");
        return Portal.exchange(
                "POST",
                instance.resolve(path()),
                BodyPublishers.ofString(body),
                Map.of("Content-Type", "application/json", "Authorization", "Bearer " + TestConnector.SECRET));
    }

    private String path() {
        return "/internal/businesses/" + portal.businessId() + "/access-token";
    }

    private long epoch() {
        return portal.get("/connection").at("/epoch").asLong();
    }

    private void expireIn(Duration remaining) {
        change("grant.expiresAt", Date.from(Instant.now().plus(remaining)));
    }

    private void coolDownOver() {
        change("grant.failure.retryAt", Date.from(Instant.EPOCH));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void change(String field, @Nullable Object value) {
        connector
                .database()
                .getCollection("businesses")
                .updateOne(new Document("_id", portal.businessId()), new Document("$set", new Document(field, value)));
    }
}
