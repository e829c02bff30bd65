package com.nowinfinity.xpm.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.access.doors.Lines;
import com.nowinfinity.xpm.connector.secrets.Secret;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must not come back from Xero: by the browser, and by the token endpoint. */
@UsesConnector
class BadAnswersIT {

    private final TestConnector connector = TestConnector.shared();
    private final Portal portal = connector.business();

    @BeforeEach
    void forget() {
        connector.gateway.forget();
    }

    @AfterEach
    void disconnect() {
        connector.gateway.forget();
        portal.delete("/connection").expect(204);
    }

    record BadCallback(String query, String cookie, String accept, String answer) {}

    static Stream<BadCallback> callbacks() {
        return Lines.of("/bad-callbacks.txt").stream()
                .map(cells -> new BadCallback(cells.get(0), cells.get(1), cells.get(2), cells.get(3)));
    }

    @ParameterizedTest
    @MethodSource("callbacks")
    void refusesACallbackThatIsNotOurs(BadCallback bad) {
        Portal.Begun begun = portal.begin();
        String state = begun.authorizationUri().getQuery().replaceFirst(".*state=([^&]*).*", "$1");
        String query = bad.query().replace("STATE", state).replace("[", "%5B").replace("]", "%5D");
        Map<String, String> headers = new HashMap<>();
        if (!bad.cookie().isEmpty()) {
            headers.put("Cookie", bad.cookie().replace("COOKIE", begun.cookie()));
        }
        if (!bad.accept().isEmpty()) {
            headers.put("Accept", bad.accept());
        }
        URI callback = connector.uri.resolve("/oauth/xero/callback?" + query.replace("$", "%24"));

        Reply answer = Portal.exchange("GET", callback, BodyPublishers.noBody(), headers);

        if (bad.answer().equals("page")) {
            assertThat(answer.expect(400).response().body())
                    .contains("Start again")
                    .doesNotContain("evil", "<script");
        } else {
            answer.expectProblem(400, "flow-unknown");
        }
        assertThat(answer.response().headers().firstValue("Location")).isEmpty();
        assertThat(connector.gateway.calls("grant_type")).isZero();
    }

    record BadAnswer(int status, String body) {}

    static Stream<BadAnswer> tokenAnswers() {
        return Lines.of("/bad-token-answers.txt").stream()
                .map(cells -> new BadAnswer(Integer.parseInt(cells.get(0)), cells.get(1)));
    }

    @ParameterizedTest // F17
    @MethodSource("tokenAnswers")
    void f17KeepsTheConnectionThroughAnAnswerThatIsNone(BadAnswer bad) {
        connector.consentAs("Olivia", List.of(connector.tenant(0)));
        portal.connect();
        portal.put("/connection/organisation", "{'tenantId': '%s'}".formatted(connector.tenant(0)))
                .expect(200);
        String rejected = new Secret(access("null").expect(200).text("/accessToken")).digest();
        connector.gateway.forget();
        connector.gateway.next(bad.status(), bad.body());

        access("'" + rejected + "'").expectProblem(503, "xero-identity-unavailable");
        access("'" + rejected + "'").expectProblem(503, "xero-identity-unavailable");

        assertThat(connector.gateway.calls("grant_type=refresh_token"))
                .as("cooling down")
                .isEqualTo(1);
        assertThat(portal.get("/connection").text("/state")).isEqualTo("CONNECTED");
    }

    private Reply access(String rejected) {
        long epoch = portal.get("/connection").at("/epoch").asLong();
        return connector.internal(
                "POST",
                "/internal/businesses/" + portal.businessId() + "/access-token",
                "{'epoch': %d, 'rejected': %s}".formatted(epoch, rejected),
                TestConnector.SECRET);
    }
}
