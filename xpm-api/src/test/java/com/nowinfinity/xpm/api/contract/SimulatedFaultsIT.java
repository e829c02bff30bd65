package com.nowinfinity.xpm.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.XpmApi;
import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.api.XpmException.NoAccess;
import com.nowinfinity.xpm.api.XpmException.NotSent;
import com.nowinfinity.xpm.api.XpmException.OutcomeUnknown;
import com.nowinfinity.xpm.api.XpmException.Rejected;
import com.nowinfinity.xpm.api.XpmException.Throttled;
import com.nowinfinity.xpm.api.XpmException.Unauthorized;
import com.nowinfinity.xpm.api.XpmException.Unavailable;
import com.nowinfinity.xpm.api.practice.ClientDraft;
import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.simulator.judge.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every answer of {@code xpm-answers.json} ends a read and a write in the right word of the vocabulary. A new case
 * needs no Java: its effect is one of the simulator's scripts, as the docs on inside edges list them.
 */
class SimulatedFaultsIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    /** What a case does not say is false. */
    private static final JsonMapper LENIENT = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static SimulatedXero xero;
    private static PracticeClient known;

    /**
     * One answer of XPM, or what is left of it, and how a read and a write end on it.
     *
     * @param hangs whether it only ends with the caller's patience
     */
    record Case(boolean hangs, String name, JsonNode effect, String read, String write) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        xero = new SimulatedXero(new Limits(5_000, 5, 5_000, 10_000, Duration.ofMinutes(1)));
        known = xero.xpm.addClient(xero.call, draft()).value();
    }

    @AfterAll
    static void stop() {
        xero.close();
    }

    static List<Case> cases() throws IOException {
        try (InputStream file = SimulatedFaultsIT.class.getResourceAsStream("/xpm-answers.json")) {
            return LENIENT.readValue(Objects.requireNonNull(file), new TypeReference<List<Case>>() {});
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void endsAReadInItsWord(Case answer) throws Exception {
        play("client.api/get", answer.effect());

        assertThat(ending(() ->
                        port(answer).getClient(xero.call, known.id()).value().isPresent() ? "Answer" : "Absent"))
                .isEqualTo(answer.read());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void endsAWriteInItsWord(Case answer) throws Exception {
        play("client.api/add", answer.effect());

        assertThat(ending(() -> {
                    port(answer).addClient(xero.call, draft());
                    return "Answer";
                }))
                .isEqualTo(answer.write());
    }

    @Test
    void handsOverAClientAsOftenAsTheListShowsIt() throws Exception {
        play("client.api/list", JSON.readTree("{\"kind\": \"alter\", \"how\": \"DUPLICATED_CLIENT\"}"));
        List<String> ids = new ArrayList<>();

        xero.xpm.listClients(xero.call, true, null, client -> ids.add(client.id()));

        assertThat(ids).hasSize((int) ids.stream().distinct().count() + 1);
    }

    @Test
    void neverRedirectsATokenToAnotherHost() throws Exception {
        play("staff.api/list", JSON.readTree("""
                {"kind": "respond", "status": 302, "headers": {"Location": "%s/simulator/summary"}}
                """.formatted(xero.simulator.baseUri())));
        int before = xero.simulator.history().size();

        assertThat(ending(() -> {
                    xero.xpm.listStaff(xero.call);
                    return "Answer";
                }))
                .isEqualTo("Unavailable");
        assertThat(xero.simulator.history()).hasSize(before + 1);
    }

    private static XpmApi port(Case answer) {
        return answer.hangs() ? xero.hasty : xero.xpm;
    }

    /** The first word, with limit and wait where they matter. */
    private static String ending(Supplier<String> call) {
        try {
            return call.get();
        } catch (XpmException failure) {
            return switch (failure) {
                case Throttled throttled -> {
                    Duration wait = throttled.retryAfter();
                    yield "Throttled " + throttled.limit() + " " + (wait == null ? "-" : wait.toSeconds());
                }
                case Unavailable ignored -> "Unavailable";
                case Unauthorized ignored -> "Unauthorized";
                case NoAccess ignored -> "NoAccess";
                case Rejected ignored -> "Rejected";
                case OutcomeUnknown ignored -> "OutcomeUnknown";
                case NotSent ignored -> "NotSent";
            };
        }
    }

    private static ClientDraft draft() {
        return ClientDraft.of(ClientPatch.NONE.set(ClientElement.NAME, TriedPractice.unique("Fault")));
    }

    private static void play(String operation, JsonNode effect) throws Exception {
        String script =
                "{\"faults\": [{\"times\": 1, \"operation\": \"%s\", \"effect\": %s}]}".formatted(operation, effect);
        HttpRequest put = HttpRequest.newBuilder(xero.simulator.baseUri().resolve("/simulator/faults"))
                .PUT(HttpRequest.BodyPublishers.ofString(script))
                .build();
        assertThat(HTTP.send(put, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
}
