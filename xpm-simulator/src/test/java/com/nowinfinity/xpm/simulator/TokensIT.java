package com.nowinfinity.xpm.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.simulator.wire.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Codes, access tokens, refresh tokens, connections. */
class TokensIT {

    private final ManualClock clock = new ManualClock();
    private XpmSimulator simulator;
    private Driver xpm;

    @BeforeEach
    void start() throws IOException {
        simulator = XpmSimulator.start(SimulatorConfiguration.of(Driver.APP).withClock(clock));
        xpm = new Driver(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void givesTokensForACodeOnce() {
        Map<String, String> request = byCode(xpm.code(Map.of("nonce", "n-1")));
        HttpResponse<String> answer = xpm.token(request);
        JsonNode tokens = Driver.json(answer);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(tokens.path("expires_in").asInt()).isEqualTo(1800);
        assertThat(tokens.path("token_type").asString()).isEqualTo("Bearer");
        assertThat(tokens.path("refresh_token").asString()).isNotEmpty();
        assertThat(claims(tokens.path("id_token").asString()).path("nonce").asString())
                .isEqualTo("n-1");
        JsonNode access = claims(tokens.path("access_token").asString());
        assertThat(access.path("exp").asLong() - access.path("nbf").asLong()).isEqualTo(1800);
        assertThat(access.path("authentication_event_id").asString()).isNotEmpty();
        assertThat(access.path("scope").isArray()).isTrue();
        assertRefused(xpm.token(request), "invalid_grant");
    }

    @Test
    void takesTheSecretInTheFormAsWell() {
        Map<String, String> request = new HashMap<>(byCode(xpm.code(Map.of())));
        request.put("client_id", Driver.APP.clientId());
        request.put("client_secret", Driver.APP.secret().value());

        assertThat(xpm.postForm("/connect/token", request).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}={1} is {2}")
    @CsvSource({
        "code,unknown,invalid_grant",
        "redirect_uri,http://localhost:1/,invalid_grant",
        "code_verifier,another-verifier-that-is-long-enough-0123456789,invalid_grant",
        "code_verifier,'',invalid_grant",
        "grant_type,password,unsupported_grant_type",
        "grant_type,'',unsupported_grant_type"
    })
    void refusesWhatDoesNotFit(String field, String value, String error) {
        Map<String, String> request = new HashMap<>(byCode(xpm.code(Map.of())));
        request.put(field, value);

        assertRefused(xpm.token(request), error);
    }

    @Test
    void refusesAWrongSecret() {
        assertRefused(xpm.post("/connect/token", byCode(xpm.code(Map.of())), "wrong"), "invalid_client");
        assertRefused(xpm.postForm("/connect/token", byCode(xpm.code(Map.of()))), "invalid_client");
        assertRefused(xpm.post("/connect/revocation", Map.of("token", "x"), "wrong"), "invalid_client");
    }

    @Test
    void forgetsACodeAfterFiveMinutes() {
        String code = xpm.code(Map.of());
        clock.move(Duration.ofMinutes(5));

        assertRefused(xpm.token(byCode(code)), "invalid_grant");
    }

    @Test
    void rotatesTheRefreshTokenWithAFixedGraceAfterItsFirstUse() {
        xpm.takeTokens(xpm.token(byCode(xpm.code(Map.of()))));
        String first = xpm.refreshToken;
        String second = refreshed(first);
        assertThat(second).isNotEqualTo(first);

        clock.move(Duration.ofMinutes(29));
        String third = refreshed(first);
        assertThat(third).isNotEqualTo(second);
        clock.move(Duration.ofMinutes(1));
        assertRefused(xpm.token(refresh(first)), "invalid_grant");
        assertThat(refreshed(second)).isNotEmpty();
        assertThat(refreshed(third)).isNotEmpty();
    }

    @Test
    void forgetsARefreshTokenThatNobodyUsedForSixtyDays() {
        xpm.takeTokens(xpm.token(byCode(xpm.code(Map.of()))));
        clock.move(Duration.ofDays(60).minusSeconds(1));
        String next = refreshed(xpm.refreshToken);
        clock.move(Duration.ofDays(60));

        assertRefused(xpm.token(refresh(next)), "invalid_grant");
        assertThat(simulator.summary().identityCalls())
                .containsEntry("code", 1)
                .containsEntry("refresh", 1)
                .containsEntry("refresh-refused", 1);
    }

    @Test
    void givesEveryoneAGoodTokenWhenManyRefreshTogether() throws Exception {
        xpm.takeTokens(xpm.token(byCode(xpm.code(Map.of()))));
        Callable<HttpResponse<String>> refresh = () -> xpm.token(refresh(xpm.refreshToken));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(
                            IntStream.range(0, 20).mapToObj(i -> refresh).toList()))
                    .allSatisfy(answer -> assertThat(answer.get().statusCode()).isEqualTo(200))
                    .extracting(answer ->
                            Driver.json(answer.get()).path("refresh_token").asString())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void endsTokenAndConnectionsOnRevocation() {
        xpm.takeTokens(xpm.token(byCode(xpm.code(Map.of()))));
        HttpResponse<String> revoked = xpm.post(
                "/connect/revocation",
                Map.of("token", xpm.refreshToken),
                Driver.APP.secret().value());

        assertThat(revoked.statusCode()).isEqualTo(200);
        assertThat(revoked.body()).isEmpty();
        assertRefused(xpm.token(refresh(xpm.refreshToken)), "invalid_grant");
        assertThat(Driver.json(xpm.get("/connections")).size()).isZero();
        assertThat(xpm.get("client.api/list").statusCode()).isEqualTo(403);
    }

    @Test
    void listsConnectionsByConsentAndKeepsTheirIdOverANewOne() {
        xpm.takeTokens(xpm.token(byCode(xpm.code(Map.of()))));
        JsonNode before = Driver.json(xpm.get("/connections"));
        String event = before.path(0).path("authEventId").asString();
        assertThat(before.path(0).path("createdDateUtc").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{7}");
        assertThat(claims(xpm.accessToken).path("authentication_event_id").asString())
                .isEqualTo(event);

        xpm.takeTokens(xpm.token(byCode(xpm.code(Map.of()))));
        JsonNode after = Driver.json(xpm.get("/connections"));
        assertThat(after.size()).isEqualTo(3);
        assertThat(after.path(0).path("id").asString())
                .isEqualTo(before.path(0).path("id").asString());
        assertThat(after.path(0).path("authEventId").asString()).isNotEqualTo(event);
        assertThat(Driver.json(xpm.get("/connections?authEventId=" + event)).size())
                .isZero();
        assertThat(xpm.delete("/connections/" + xpm.tenantId).statusCode()).isEqualTo(404);
        assertThat(xpm.get("/connections").headers().map())
                .containsKey("x-appminlimit-remaining")
                .doesNotContainKey("x-minlimit-remaining");
    }

    @Test
    void tellsWhoTheUserIsAndWhereEverythingStands() {
        xpm.takeTokens(xpm.token(byCode(xpm.code(Map.of()))));

        assertThat(Driver.json(xpm.get("/connect/userinfo")).path("email").asString())
                .isEqualTo("olivia@harbour.example");
        JsonNode discovery = Driver.json(xpm.get("/.well-known/openid-configuration"));
        assertThat(discovery.path("token_endpoint").asString()).isEqualTo(simulator.baseUri() + "/connect/token");
        assertThat(Driver.json(xpm.get("/.well-known/openid-configuration/jwks"))
                        .path("keys")
                        .path(0)
                        .path("kty")
                        .asString())
                .isEqualTo("RSA");
    }

    private String refreshed(String token) {
        HttpResponse<String> answer = xpm.token(refresh(token));
        assertThat(answer.statusCode()).isEqualTo(200);
        return Driver.json(answer).path("refresh_token").asString();
    }

    private static Map<String, String> refresh(String token) {
        return Map.of("grant_type", "refresh_token", "refresh_token", token);
    }

    private static Map<String, String> byCode(String code) {
        return Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                Driver.REDIRECT,
                "code_verifier",
                Driver.VERIFIER);
    }

    private static JsonNode claims(String token) {
        String payload = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        return Json.mapper().readTree(payload);
    }

    private static void assertRefused(HttpResponse<String> answer, String error) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Driver.json(answer).path("error").asString()).isEqualTo(error);
    }
}
