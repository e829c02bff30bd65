package com.nowinfinity.xpm.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.simulator.faults.Effect;
import com.nowinfinity.xpm.simulator.faults.Fault;
import com.nowinfinity.xpm.simulator.faults.FaultScript;
import com.nowinfinity.xpm.simulator.judge.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may call, how often, and what she hears otherwise. */
class GatewayIT {

    private final ManualClock clock = new ManualClock();
    private XpmSimulator simulator = start(Limits.ofXero());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void tellsWhatIsLeftOnEveryAnswerOfAnOrganisation() {
        Driver xpm = Driver.connectedTo(simulator);
        for (String path : new String[] {"staff.api/list", "client.api/get/unknown"}) {
            HttpResponse<String> answer = xpm.get(path);
            assertThat(answer.headers().map())
                    .containsKeys(
                            "x-minlimit-remaining",
                            "x-daylimit-remaining",
                            "x-appminlimit-remaining",
                            "xero-correlation-id");
        }
        assertThat(left(xpm.get("staff.api/list"), "x-minlimit-remaining")).isEqualTo(57);
        assertThat(left(xpm.get("staff.api/list"), "x-daylimit-remaining")).isEqualTo(4996);
    }

    @Test
    void answersInJsonToWhoeverHasNoGoodToken() {
        Driver xpm = Driver.connectedTo(simulator);
        String good = xpm.accessToken;
        for (String bad : new String[] {"", "abc", good + "x", good.substring(0, good.length() / 2)}) {
            xpm.accessToken = bad;
            HttpResponse<String> answer = xpm.get("client.api/list");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(Driver.json(answer).path("Detail").asString()).isEqualTo("AuthenticationUnsuccessful");
            assertThat(Driver.json(answer).path("Status").asInt()).isEqualTo(401);
            assertThat(answer.headers().firstValue("www-authenticate").orElse(""))
                    .contains("invalid_token");
        }
        xpm.accessToken = good;
        clock.move(Duration.ofMinutes(30));
        assertThat(Driver.json(xpm.get("client.api/list")).path("Detail").asString())
                .isEqualTo("TokenExpired: token expired at 11/02/2026 01:32:03");
    }

    @Test
    void forbidsOrganisationsThatAreMissingForeignOrDisconnected() {
        Driver xpm = Driver.connectedTo(simulator);
        String own = xpm.tenantId;
        for (String tenant : new String[] {"", "11111111-2222-4333-8444-555555555555"}) {
            xpm.tenantId = tenant;
            assertForbidden(xpm.get("client.api/list"));
        }
        xpm.tenantId = own;
        String connection =
                Driver.json(xpm.get("/connections")).path(0).path("id").asString();
        assertThat(xpm.delete("/connections/" + connection).statusCode()).isEqualTo(204);
        assertForbidden(xpm.get("client.api/list"));
    }

    @Test
    void asksForTheScopeOfEachMethod() {
        Driver reader = new Driver(simulator);
        reader.takeTokens(reader.token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                reader.code(Map.of("scope", "openid practicemanager.client.read")),
                "redirect_uri",
                Driver.REDIRECT,
                "code_verifier",
                Driver.VERIFIER)));

        assertThat(reader.get("client.api/list").statusCode()).isEqualTo(200);
        for (HttpResponse<String> refused : List.of(
                reader.post("client.api/add", "<Client><Name>N</Name></Client>"),
                reader.get("staff.api/list"),
                reader.get("customfield.api/definition"))) {
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("www-authenticate").orElse(""))
                    .contains("insufficient_scope");
        }
        assertThat(reader.refreshToken).isEmpty();
    }

    @Test
    void doesNotKnowOtherPathsVersionsAndMethods() {
        Driver xpm = Driver.connectedTo(simulator);

        assertThat(xpm.get("client.api/restore").statusCode()).isEqualTo(404);
        assertThat(xpm.get("client.api/add").statusCode()).isEqualTo(404);
        assertThat(xpm.get("/practicemanager/3.0/client.api/list").statusCode()).isEqualTo(404);
    }

    @Test
    void throttlesTheSixtyFirstCallOfAnyMinuteWithAnEmptyAnswer() {
        Driver xpm = Driver.connectedTo(simulator);
        for (int i = 0; i < 60; i++) {
            assertThat(xpm.get("staff.api/list").statusCode()).isEqualTo(200);
            clock.move(Duration.ofMillis(500));
        }
        HttpResponse<String> throttled = xpm.get("staff.api/list");

        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.body()).isEmpty();
        assertThat(throttled.headers().firstValue("content-type")).isEmpty();
        assertThat(throttled.headers().firstValue("content-length")).hasValue("0");
        assertThat(throttled.headers().firstValue("x-rate-limit-problem")).hasValue("minute");
        assertThat(left(throttled, "retry-after")).isEqualTo(30);
        assertThat(left(throttled, "x-minlimit-remaining")).isZero();
        assertThat(left(throttled, "x-daylimit-remaining")).isEqualTo(4940);
        assertThat(left(throttled, "x-appminlimit-remaining")).isPositive();

        clock.move(Duration.ofMillis(29_999));
        assertThat(xpm.get("staff.api/list").statusCode()).isEqualTo(429);
        clock.move(Duration.ofMillis(1));
        assertThat(xpm.get("staff.api/list").statusCode()).isEqualTo(200);
        assertThat(xpm.get("staff.api/list").statusCode()).isEqualTo(429);
        assertThat(simulator.summary().throttled()).isEqualTo(3);
    }

    @Test
    void keepsTheMinuteOfEachOrganisationApart() {
        simulator.close();
        simulator = start(new Limits(1, 5, 100, 100, Duration.ofMinutes(1)));
        Driver xpm = Driver.connectedTo(simulator);
        xpm.get("staff.api/list");
        assertThat(xpm.get("staff.api/list").statusCode()).isEqualTo(429);
        xpm.tenantId = simulator.tenantIds().get(1);

        assertThat(xpm.get("staff.api/list").statusCode()).isEqualTo(200);
    }

    @Test
    void takesALargeBodyInBeforeItThrottles() {
        simulator.close();
        simulator = start(new Limits(1, 5, 100, 100, Duration.ofMinutes(1)));
        Driver xpm = Driver.connectedTo(simulator);
        xpm.get("staff.api/list");

        assertThat(xpm.post("client.api/document", "x".repeat(8_000_000)).statusCode())
                .isEqualTo(429);
    }

    @Test
    void throttlesTheSixthCallAtOnceWithoutNamingATime() throws Exception {
        simulator.close();
        CountDownLatch five = new CountDownLatch(5);
        CountDownLatch over = new CountDownLatch(1);
        simulator = XpmSimulator.start(SimulatorConfiguration.of(Driver.APP).withLatency(() -> {
            five.countDown();
            try {
                over.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return Duration.ZERO;
        }));
        Driver xpm = Driver.connectedTo(simulator);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream<Future<HttpResponse<String>>> running =
                    IntStream.range(0, 5)
                            .mapToObj(i -> threads.submit(() -> xpm.get("staff.api/list")))
                            .toList()
                            .stream();
            five.await();
            HttpResponse<String> sixth = xpm.get("staff.api/list");
            assertThat(sixth.statusCode()).isEqualTo(429);
            assertThat(sixth.headers().firstValue("x-rate-limit-problem")).hasValue("concurrent");
            assertThat(sixth.headers().firstValue("retry-after")).isEmpty();
            over.countDown();
            assertThat(running)
                    .allSatisfy(answer -> assertThat(answer.get().statusCode()).isEqualTo(200));
        }
        assertThat(xpm.get("staff.api/list").statusCode()).isEqualTo(200);
        assertThat(simulator.summary().mostAtOnce()).isEqualTo(5);
    }

    @Test
    void freesThePlaceOfACallBeforeItsClientHasTheWholeAnswer() {
        simulator.close();
        simulator = start(new Limits(100, 1, 100, 100, Duration.ofMinutes(1)));
        // Two, because the calls on one connection wait for each other.
        List<Driver> drivers = List.of(Driver.connectedTo(simulator), Driver.connectedTo(simulator));
        // The connection rests for a while after the last piece.
        simulator.play(
                FaultScript.of(1, Fault.on("staff.api/list", new Effect.Drip(100_000, Duration.ofMillis(500), false))));

        for (Driver xpm : drivers) {
            assertThat(xpm.get("staff.api/list").statusCode()).isEqualTo(200);
        }
        assertThat(simulator.summary().mostAtOnce()).isEqualTo(1);
    }

    private static void assertForbidden(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Driver.json(answer).path("Title").asString()).isEqualTo("Forbidden");
        assertThat(answer.headers().firstValue("x-appminlimit-remaining")).isPresent();
        assertThat(answer.headers().firstValue("x-minlimit-remaining")).isEmpty();
    }

    private static long left(HttpResponse<String> answer, String header) {
        return answer.headers().firstValueAsLong(header).orElseThrow();
    }

    private XpmSimulator start(Limits limits) {
        try {
            return XpmSimulator.start(
                    SimulatorConfiguration.of(Driver.APP).withClock(clock).withLimits(limits));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }
}
