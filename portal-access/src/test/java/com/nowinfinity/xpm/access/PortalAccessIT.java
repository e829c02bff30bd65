package com.nowinfinity.xpm.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.access.doors.AccessCase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class PortalAccessIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String THINGS = "/api/businesses/b-1/things";
    private static final String EVENTS = "/api/businesses/b-1/events";
    private static final String ORDERS = "/api/businesses/b-1/orders";

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static PortalKeys portal;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() throws Exception {
        portal = new PortalKeys();
        service = new SpringApplicationBuilder(SampleService.class)
                .run(
                        "--server.port=0",
                        "--portal.jwk-set-uri=" + portal.jwkSetUri(),
                        "--portal.issuer=" + PortalKeys.ISSUER,
                        "--portal.audience=" + PortalKeys.AUDIENCE,
                        "--portal.max-body-size=10KB",
                        "--portal.read-timeout=1s",
                        "--portal.rate.burst=50",
                        "--portal.rate.per-second=1",
                        "--portal.rate.bulk.burst=60",
                        "--portal.rate.bulk.per-second=1",
                        "--portal.rate.costly.burst=3",
                        "--portal.rate.costly.per-minute=6",
                        "--logging.level.root=warn");
        assertThat(portal.reads())
                .as("keys are not read before the first token")
                .isZero();
    }

    @AfterAll
    static void stop() {
        service.close();
        portal.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /api/businesses/b-1/things, xpm.read,    200",
        "GET,  /api/businesses/b-1/things, xpm.manage,  200",
        "GET,  /api/businesses/b-1/things, xpm.operate, 403",
        "GET,  /api/businesses/b-1/things, email,       403",
        "POST, /api/businesses/b-1/orders, xpm.read,    403",
        "POST, /api/businesses/b-1/orders, xpm.manage,  200",
        "GET,  /api/dead-letters,          xpm.manage,  403",
        "GET,  /api/dead-letters,          xpm.operate, 200",
        "GET,  /api/businesses/b-2/things, xpm.read,    404",
        "GET,  /api/businesses/b-2,        xpm.read,    404",
        "GET,  /api/businesses/b%2D2/things, xpm.read,  404",
        "GET,  /api/unknown,               xpm.read,    404",
        "PUT,  /api/businesses/b-1/things, xpm.manage,  405",
    })
    void answersByScopeAndBusiness(String method, String path, String scope, int status) {
        HttpResponse<String> answer = call(method, path, portal.token(scope, "b-1"), "{\"name\": \"x\"}");

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status >= 400) {
            assertProblem(answer, status);
        }
    }

    static Stream<AccessCase> refused() {
        return AccessCase.of(URI.create("http://localhost:" + port()), portal);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesEveryoneWhoShouldNotComeThrough(AccessCase attempt) {
        attempt.assertRefused();
    }

    @Test
    void namesTheBusinessInTheLogLinesOfARequest() {
        for (String businessId : List.of("b-1", "b-2", "b-1")) {
            assertThat(call(
                                    "GET",
                                    "/api/businesses/" + businessId + "/marks",
                                    portal.token("xpm.read", "b-1", "b-2"),
                                    null)
                            .body())
                    .isEqualTo("{\"businessId\":\"" + businessId + "\"}");
        }
    }

    @Test
    void slowsDownWhoCallsTooFast() {
        String token = tokenOf("hasty");
        HttpResponse<String> answer = untilRefused("GET", THINGS, token, null, 50);

        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(call("GET", "/api/businesses/b-2/things", token, null).statusCode())
                .as("another business of hers")
                .isEqualTo(200);
        assertThat(call("GET", THINGS, tokenOf("calm"), null).statusCode())
                .as("another person of the business")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT"})
    void countsWhatAPortalBringsInBulkByItself(String method) {
        String token = tokenOf("importer-by-" + method);
        String event = "{\"cause\": \"IMPORTED\"}";
        untilRefused(method, EVENTS, token, event, 60);

        assertThat(call("GET", THINGS, token, null).statusCode())
                .as("a page that she opens meanwhile")
                .isEqualTo(200);
    }

    @Test
    void countsCostlyCallsByThemselves() {
        String token = tokenOf("curious");
        HttpResponse<String> answer = untilRefused("GET", "/api/businesses/b-1/file", token, null, 3);

        assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(call("GET", THINGS, token, null).statusCode()).isEqualTo(200);
        assertThat(call("GET", "/api/businesses/b-2/file", token, null).statusCode())
                .isEqualTo(200);
        assertThat(call("GET", "/api/businesses/b-1/file", tokenOf("calm"), null)
                        .statusCode())
                .isEqualTo(200);
    }

    private static String tokenOf(String person) {
        return portal.token(claims ->
                claims.subject(person).claim("scope", "xpm.manage").claim("business_ids", List.of("b-1", "b-2")));
    }

    /** The refusal that follows on at least so many good answers; some more come through while the bucket fills. */
    private static HttpResponse<String> untilRefused(
            String method, String path, String token, @Nullable String body, int burst) {
        int good = 0;
        HttpResponse<String> answer = call(method, path, token, body);
        for (; answer.statusCode() == 200 && good < 3 * burst; good++) {
            answer = call(method, path, token, body);
        }
        assertProblem(answer, 429);
        assertThat(answer.body()).contains("too-many-requests");
        assertThat(good).isGreaterThanOrEqualTo(burst);
        return answer;
    }

    @Test
    void opensWhatIsOpenAndNothingElse() {
        assertThat(call("GET", "/oauth/callback", null, null).statusCode()).isEqualTo(200);
        assertThat(call("GET", "/v3/api-docs", null, null).body())
                .contains("/api/businesses/{businessId}/orders")
                .doesNotContain("caller");
        assertThat(call("GET", "/", null, null).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name': 'x', 'colour': 'RED', 'count': 3, 'tags': null} | 200 | ",
                "{'name': 'x'                                             | 400 | malformed-json",
                "{'name': 'x'} trailing                                   | 400 | malformed-json",
                "{'name': 'x', 'name': 'y'}                               | 400 | duplicate-field",
                "{'name': 'x', 'nmae': 'y'}                               | 400 | unknown-field",
                "{'name': 3}                                              | 400 | invalid-field",
                "{'name': {'$ne': ''}}                                    | 400 | invalid-field",
                "{'name': 'x', 'count': '3'}                              | 400 | invalid-field",
                "{'name': 'x', 'count': 3.5}                              | 400 | invalid-field",
                "{'name': 'x', 'count': 99999999999}                      | 400 | invalid-field",
                "{'name': 'x', 'colour': 'GREEN'}                         | 400 | invalid-field",
                "{'name': 'x', 'colour': 1}                               | 400 | invalid-field",
                "{'name': 'x', 'tags': 'a'}                               | 400 | invalid-field",
                "{'name': 'x', 'tags': [['a']]}                           | 400 | invalid-field",
                "{'name': null}                                           | 400 | missing-field",
                "{'name': ' '}                                            | 400 | missing-field",
                "[]                                                       | 400 | invalid-field",
                "''                                                       | 400 | invalid-request",
            })
    void takesJsonAtItsWord(String body, int status, @Nullable String code) {
        HttpResponse<String> answer = call("POST", ORDERS, portal.token("xpm.manage", "b-1"), body.replace('\'', '"'));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (code != null) {
            assertProblem(answer, status);
            assertThat(answer.body()).contains("\"code\":\"" + code + "\"").doesNotContain("com.nowinfinity", "java.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "\"text\"", "{\"name\":\"" + "deep" + "\",\"tags\":[null,7]}"})
    void neverAnswersFiveHundredToABody(String body) {
        assertThat(call("POST", ORDERS, portal.token("xpm.manage", "b-1"), body).statusCode())
                .isNotEqualTo(500);
    }

    @Test
    void namesThePathOfWhatDoesNotFitAnEvent() {
        String body = "{\"cause\": \"EDITED\", \"entity\": {\"addresses\": [{\"use\": \"HOME\"}]}}";

        HttpResponse<String> answer =
                call("POST", "/api/businesses/b-1/events", portal.token("xpm.manage", "b-1"), body);

        assertProblem(answer, 400);
        assertThat(answer.body()).contains("entity.addresses[0].use");
    }

    @Test
    void refusesBodiesThatAreTooLargeOrOfAnotherType() throws Exception {
        String large = "{\"name\": \"" + "x".repeat(20_000) + "\"}";
        assertProblem(call("POST", ORDERS, portal.token("xpm.manage", "b-1"), large), 413);

        HttpRequest xml = request(ORDERS, portal.token("xpm.manage", "b-1"))
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString("<a/>"))
                .build();
        assertProblem(HTTP.send(xml, BodyHandlers.ofString()), 415);
    }

    @Test
    void unpacksNoBody() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(("{\"name\": \"" + "x".repeat(5_000_000) + "\"}").getBytes(UTF_8));
        }
        assertThat(packed.size()).isLessThan(10_000);
        HttpRequest bomb = request(ORDERS, portal.token("xpm.manage", "b-1"))
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed.toByteArray()))
                .build();

        assertProblem(HTTP.send(bomb, BodyHandlers.ofString()), 400);
    }

    @Test
    void waitsForNoBodyThatStandsStill() throws Exception {
        try (Socket socket = new Socket("localhost", port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write("""
                    POST %s HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Content-Type: application/json\r
                    Content-Length: 100\r
                    \r
                    {"na""".formatted(ORDERS, portal.token("xpm.manage", "b-1"))
                    .getBytes(UTF_8));

            // Read to its end: the connection is given up, with or without a word.
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer).doesNotStartWith("HTTP/1.1 2");
        }
    }

    @Test
    void translatesWhatTheServiceForesawAndHidesWhatNobodyDid() {
        HttpResponse<String> own =
                call("POST", "/api/businesses/b-1/failures/own", portal.token("xpm.manage", "b-1"), null);
        assertProblem(own, 409);
        assertThat(own.body()).contains("\"runId\":\"r-1\"");
        assertThat(own.headers().firstValue("Retry-After")).hasValue("2");

        HttpResponse<String> unforeseen =
                call("POST", "/api/businesses/b-1/failures/other", portal.token("xpm.manage", "b-1"), null);
        assertProblem(unforeseen, 500);
        assertThat(unforeseen.body()).contains("errorId").doesNotContain("secret-canary");
    }

    @Test
    void runsControllersOnVirtualThreadsAndTellsThemWhoCalls() {
        assertThat(call("POST", ORDERS, portal.token("xpm.manage", "b-1"), "{\"name\": \"x\"}")
                        .body())
                .contains("\"by\":\"u-1\"", "\"virtual\":true");
    }

    @Test
    void refusesOddPaths() {
        for (String path :
                List.of("/api/businesses/b-1/..;/x", "/api/businesses/b-1/%2e%2e/x", "/api//businesses/b-1/x")) {
            HttpResponse<String> answer = call("GET", path, portal.token("xpm.read", "b-1"), null);
            assertThat(answer.statusCode()).as(path).isIn(400, 404);
            AccessCase.assertSafe(answer);
            assertProblem(answer, answer.statusCode());
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"type\":", "\"title\":", "\"status\":" + status, "\"detail\":", "\"code\":");
    }

    private static HttpResponse<String> call(
            String method, String path, @Nullable String token, @Nullable String body) {
        HttpRequest request = request(path, token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static int port() {
        return service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
