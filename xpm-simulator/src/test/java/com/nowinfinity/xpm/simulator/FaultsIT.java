package com.nowinfinity.xpm.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.simulator.faults.Alteration;
import com.nowinfinity.xpm.simulator.faults.Effect;
import com.nowinfinity.xpm.simulator.faults.Fault;
import com.nowinfinity.xpm.simulator.faults.FaultScript;
import com.nowinfinity.xpm.simulator.faults.Faults;
import com.nowinfinity.xpm.simulator.faults.Sample;
import com.nowinfinity.xpm.simulator.judge.CallRecord;
import com.nowinfinity.xpm.simulator.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script of faults does to calls. */
class FaultsIT {

    private static final String ADD = "<Client><Name>Lost Pty Ltd</Name></Client>";

    private final ManualClock clock = new ManualClock();
    private XpmSimulator simulator;
    private Driver xpm;

    @BeforeEach
    void start() throws IOException {
        simulator = XpmSimulator.start(SimulatorConfiguration.of(Driver.APP).withClock(clock));
        xpm = Driver.connectedTo(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void appliesTheEffectAndLosesTheAnswer() {
        simulator.play(FaultScript.of(
                1,
                Fault.on("client.api/add", new Effect.Drop(true)).called("lost").once()));

        assertNoAnswer(() -> xpm.post("client.api/add", ADD));

        assertThat(Xml.of(xpm.get("client.api/search?query=Lost")).texts("//Client/Name"))
                .containsExactly("Lost Pty Ltd");
        CallRecord lost = simulator.history().getFirst();
        assertThat(lost.fault()).isEqualTo("lost");
        assertThat(lost.effect()).startsWith("client added");
        assertThat(simulator.faults()).containsExactly(new Faults.Standing("lost", 1, 1));
    }

    @Test
    void endsTheConnectionBeforeAnythingHappens() {
        simulator.play(FaultScript.of(1, Fault.on("client.api/add", new Effect.Drop(false))));

        assertNoAnswer(() -> xpm.post("client.api/add", ADD));

        assertThat(Xml.of(xpm.get("client.api/search?query=Lost")).texts("//Client"))
                .isEmpty();
        assertThat(simulator.history().getFirst().status()).isZero();
    }

    @ParameterizedTest(name = "{0}, Retry-After {1}")
    @CsvSource({
        "minute, 22",
        "day, 66975",
        "concurrent,",
        "appminute, 5",
        "tea-break, soon",
        ", -1",
        "minute, 999999999999"
    })
    void throttlesAsWrittenWithoutCallingItABrokenLimit(String limit, String retryAfter) {
        simulator.play(FaultScript.of(
                1,
                Fault.on("staff.api/*", new Effect.Throttle(limit, retryAfter, null))
                        .once()));

        HttpResponse<String> answer = xpm.get("staff.api/list");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("x-rate-limit-problem").orElse(null))
                .isEqualTo(limit);
        assertThat(answer.headers().firstValue("retry-after").orElse(null)).isEqualTo(retryAfter);
        assertThat(simulator.summary().throttled()).isZero();
        assertThat(xpm.get("staff.api/list").statusCode()).isEqualTo(200);
    }

    @Test
    void namesTheWaitAsADateAndCountsWhoDoesNotKeepIt() {
        simulator.play(FaultScript.of(
                1,
                Fault.on("*", new Effect.Throttle("minute", null, Duration.ofSeconds(30)))
                        .once()));

        assertThat(xpm.get("staff.api/list").headers().firstValue("retry-after"))
                .hasValue("Mon, 2 Nov 2026 01:02:33 GMT");
        xpm.get("staff.api/list");
        assertThat(simulator.summary().impatient()).isZero();
        clock.move(Duration.ofSeconds(29));
        xpm.get("staff.api/list");
        assertThat(simulator.summary().impatient()).isEqualTo(1);
        clock.move(Duration.ofSeconds(1));
        xpm.get("staff.api/list");
        assertThat(simulator.summary().impatient()).isEqualTo(1);
    }

    @Test
    void keepsEveryOrganisationWaitingForTheAppsLimitAndOneForItsOwn() {
        simulator.play(FaultScript.of(
                1, Fault.on("*", new Effect.Throttle("appminute", "30", null)).once()));
        xpm.get("staff.api/list");
        clock.move(Duration.ofSeconds(5));
        xpm.tenantId = simulator.tenantIds().get(1);
        xpm.get("staff.api/list");

        assertThat(simulator.summary().impatient()).isEqualTo(1);
    }

    @Test
    void strikesByOrganisationCountAndTime() {
        String other = simulator.tenantIds().get(1);
        Fault down = Fault.on("*", Effect.Respond.of(503, Sample.GATEWAY_JSON))
                .in(other)
                .skipping(1)
                .times(2)
                .after(Duration.ofSeconds(10))
                .lasting(Duration.ofSeconds(60));
        simulator.play(FaultScript.of(1, down));
        String own = xpm.tenantId;
        xpm.tenantId = other;
        assertThat(statuses(1)).containsExactly(200);
        clock.move(Duration.ofSeconds(10));
        assertThat(statuses(4)).containsExactly(200, 503, 503, 200);
        simulator.play(FaultScript.of(1, down));
        clock.move(Duration.ofSeconds(71));
        assertThat(statuses(3)).containsOnly(200);
        simulator.play(FaultScript.of(1, Fault.on("*", new Effect.Drop(false)).in(other)));
        xpm.tenantId = own;
        assertThat(statuses(1)).containsExactly(200);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void drawsTheSameCallsFromTheSameSeed(long seed) {
        FaultScript script = FaultScript.of(
                seed, Fault.on("*", Effect.Respond.of(500, Sample.BROKEN_JSON)).withChance(0.3));
        simulator.play(script);
        List<Integer> first = statuses(20);
        simulator.play(script);

        assertThat(statuses(20)).isEqualTo(first).contains(500, 200);
    }

    @Test
    void answersLateThoughTheEffectIsThere() {
        simulator.play(FaultScript.of(
                1, Fault.on("client.api/add", new Effect.Delay(Duration.ofMillis(700), Duration.ofMillis(1), true))));
        HttpRequest.Builder impatient = xpm.call("client.api/add")
                .timeout(Duration.ofMillis(200))
                .POST(HttpRequest.BodyPublishers.ofString(ADD));

        assertNoAnswer(() -> xpm.send(impatient));

        assertThat(Xml.of(xpm.get("client.api/search?query=Lost")).texts("//Client/Name"))
                .hasSize(1);
    }

    @Test
    void cutsTheTrueAnswerShort() {
        simulator.play(FaultScript.of(
                1,
                Fault.on("client.api/list", new Effect.Truncate(1000)).once(),
                Fault.on("client.api/list", new Effect.Truncate(Integer.MAX_VALUE))));

        assertNoAnswer(() -> xpm.get("client.api/list"));
        assertNoAnswer(() -> xpm.get("client.api/list"));
    }

    @Test
    void drips() throws IOException {
        String whole = xpm.get("staff.api/list").body();
        simulator.play(FaultScript.of(
                1,
                Fault.on("staff.api/list", new Effect.Drip(50, Duration.ofMillis(1), false))
                        .once(),
                Fault.on("staff.api/list", new Effect.Drip(5000, Duration.ofMillis(5), true))));

        assertThat(xpm.get("staff.api/list").body()).isEqualTo(whole);
        try (InputStream endless = xpm.open(xpm.call("staff.api/list").GET())) {
            assertThat(new String(endless.readNBytes(whole.length() + 12_000), StandardCharsets.UTF_8))
                    .startsWith(whole)
                    .hasSize(whole.length() + 12_000);
        }
    }

    @ParameterizedTest
    @EnumSource
    void spoilsEveryAnswerInEveryWay(Alteration how) {
        String path = "client.api/list";
        String whole = xpm.get(path).body();
        simulator.play(FaultScript.of(1, Fault.on(path, new Effect.Alter(how)).once()));

        assertThat(xpm.get(path).body()).isNotEqualTo(whole);
        assertThat(xpm.get(path).body()).isEqualTo(whole);
    }

    @ParameterizedTest
    @EnumSource
    void sendsPreparedBodies(Sample sample) {
        simulator.play(FaultScript.of(
                1, Fault.on("staff.api/list", Effect.Respond.of(200, sample)).once()));

        HttpResponse<String> answer = xpm.get("staff.api/list");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().isEmpty()).isEqualTo(sample == Sample.EMPTY);
        assertThat(answer.headers().firstValue("x-minlimit-remaining")).isPresent();
    }

    @Test
    void redirectsAndBendsHeaders() {
        simulator.play(FaultScript.of(
                1,
                Fault.on(
                                "staff.api/list",
                                new Effect.Respond(
                                        302, null, null, null, Map.of("Location", "http://169.254.169.254/"), false))
                        .once(),
                Fault.on(
                        "staff.api/list",
                        new Effect.Headers(Map.of("X-DayLimit-Remaining", "-7"), List.of("x-minlimit-remaining")))));

        assertThat(xpm.get("staff.api/list").headers().firstValue("location")).hasValue("http://169.254.169.254/");
        HttpResponse<String> bent = xpm.get("staff.api/list");
        assertThat(bent.headers().firstValue("x-daylimit-remaining")).hasValue("-7");
        assertThat(bent.headers().firstValue("x-minlimit-remaining")).isEmpty();
    }

    @Test
    void letsNobodyInForAWhile() {
        simulator.refuseFor(Duration.ofMillis(500));

        await().until(() -> refusesConnections());
        await().until(() -> !refusesConnections());
        assertThat(xpm.get("staff.api/list").statusCode()).isEqualTo(200);
    }

    @Test
    void shutsTheDoorBehindACallThatHadItsEffect() {
        simulator.play(FaultScript.of(
                1,
                Fault.on("client.api/add", new Effect.Outage(Duration.ofMillis(300), true))
                        .once()));

        assertNoAnswer(() -> xpm.post("client.api/add", ADD));

        await().until(() -> !refusesConnections());
        assertThat(Xml.of(xpm.get("client.api/search?query=Lost")).texts("//Client/Name"))
                .hasSize(1);
    }

    @Test
    void troublesTheTokenEndpointOnce() {
        simulator.play(FaultScript.of(
                1,
                Fault.on("token/refresh_token", Effect.Respond.of(400, Sample.INVALID_GRANT))
                        .once(),
                Fault.on(
                                "token/refresh_token",
                                new Effect.Fields(
                                        Map.of("expires_in", Json.mapper().valueToTree(-1)),
                                        List.of("refresh_token"),
                                        List.of("access_token")))
                        .once()));

        assertThat(refreshed().body()).contains("invalid_grant");
        assertThat(refreshed().body())
                .contains("\"expires_in\":-1")
                .doesNotContain("refresh_token")
                .containsPattern("access_token.*access_token");
        assertThat(refreshed().statusCode()).isEqualTo(200);
    }

    @Test
    void isScriptedOverHttp() {
        HttpResponse<String> set = put("""
                {"seed": 7, "faults": [
                  {"id": "list", "operation": "client.api/list", "tenantId": "%s", "times": 1,
                   "effect": {"kind": "throttle", "limit": "day", "retryAfter": "60"}},
                  {"operation": "connections", "effect": {"kind": "respond", "status": 200,
                   "contentType": "application/json", "body": "[]"}}]}
                """.formatted(xpm.tenantId));
        assertThat(set.statusCode()).isEqualTo(200);

        assertThat(xpm.get("client.api/list").statusCode()).isEqualTo(429);
        assertThat(xpm.get("/connections").body()).isEqualTo("[]");
        assertThat(xpm.get("/simulator/faults").body())
                .isEqualTo("{\"faults\":[{\"id\":\"list\",\"seen\":1,\"struck\":1},"
                        + "{\"id\":\"fault-2\",\"seen\":1,\"struck\":1}]}");
        assertThat(xpm.delete("/simulator/faults").statusCode()).isEqualTo(200);
        assertThat(Driver.json(xpm.get("/connections")).size()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"faults\": [{\"operation\": \"*\"}]}",
                "{\"faults\": [{\"effect\": {\"kind\": \"drop\"}}]}",
                "{\"faults\": [{\"operation\": \"*\", \"effect\": {\"kind\": \"explode\"}}]}",
                "{\"faults\": [{\"operation\": \"*\", \"tmes\": 1, \"effect\": {\"kind\": \"drop\"}}]}",
                "{\"faults\": [{\"operation\": \"*\", \"chance\": 2, \"effect\": {\"kind\": \"drop\"}}]}",
                "{\"faults\": [{\"operation\": \"*\", \"effect\": {\"kind\": \"respond\", \"status\": 99}}]}",
                "[]",
                "nonsense"
            })
    void refusesScriptsItDoesNotUnderstand(String script) {
        assertThat(put(script).statusCode()).isEqualTo(400);
        assertThat(xpm.get("staff.api/list").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> put(String script) {
        return xpm.send(xpm.call("/simulator/faults").PUT(HttpRequest.BodyPublishers.ofString(script)));
    }

    private HttpResponse<String> refreshed() {
        return xpm.token(Map.of("grant_type", "refresh_token", "refresh_token", xpm.refreshToken));
    }

    private List<Integer> statuses(int calls) {
        return IntStream.range(0, calls)
                .mapToObj(i -> xpm.get("staff.api/list").statusCode())
                .toList();
    }

    private boolean refusesConnections() {
        try {
            xpm.get("/");
            return false;
        } catch (UncheckedIOException refused) {
            return true;
        }
    }

    private static void assertNoAnswer(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(UncheckedIOException.class);
    }
}
