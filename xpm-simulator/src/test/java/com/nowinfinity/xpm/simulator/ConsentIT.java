package com.nowinfinity.xpm.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.simulator.identity.HeadlessConsent;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The authorise page, with and without a browser. */
class ConsentIT {

    private XpmSimulator simulator;
    private Driver xpm;

    @BeforeEach
    void start() throws IOException {
        simulator = XpmSimulator.start(SimulatorConfiguration.of(Driver.APP));
        xpm = new Driver(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void answersHeadlessCallersAtOnceWithCodeScopeAndState() {
        HttpResponse<String> answer = xpm.authorize(Map.of());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("location").orElse("")).startsWith(Driver.REDIRECT + "?code=");
        assertThat(Driver.callback(answer))
                .containsEntry("state", "st&te")
                .containsEntry("scope", Driver.SCOPES)
                .containsKey("code");
    }

    @ParameterizedTest(name = "{0}={1} is {2}")
    @CsvSource({
        "scope,accounting.transactions,invalid_scope",
        "scope,'',invalid_scope",
        "response_type,token,unsupported_response_type",
        "code_challenge_method,plain,invalid_request",
        "simulator_decline,true,access_denied"
    })
    void sendsErrorsBackWithTheState(String parameter, String value, String error) {
        Map<String, String> callback = Driver.callback(xpm.authorize(Map.of(parameter, value)));

        assertThat(callback)
                .containsEntry("error", error)
                .containsEntry("state", "st&te")
                .doesNotContainKey("code");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "client_id,somebody-else",
        "redirect_uri,http://evil.example/",
        "redirect_uri,http://localhost:8081/oauth/xero/callback/",
        "redirect_uri,''"
    })
    void neverRedirectsToAnAddressNobodyVouchesFor(String parameter, String value) {
        HttpResponse<String> answer = xpm.authorize(Map.of(parameter, value));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("location")).isEmpty();
        assertThat(answer.body()).contains("unauthorized_client");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Olivia,PRACTICEMANAGER PRACTICEMANAGER ORGANISATION",
        "olivia@harbour.example,PRACTICEMANAGER PRACTICEMANAGER ORGANISATION",
        "Noah,ORGANISATION",
        "Grace,''"
    })
    void connectsAllThatTheNamedUserHas(String user, String types) {
        xpm.takeTokens(redeem(xpm.code(Map.of("simulator_user", user))));

        List<String> connected = new ArrayList<>();
        Driver.json(xpm.get("/connections"))
                .forEach(each -> connected.add(each.path("tenantType").asString()));
        assertThat(String.join(" ", connected)).isEqualTo(types);
    }

    @Test
    void doesAsItIsToldForHeadlessCallers() {
        simulator.consentAs(
                new HeadlessConsent("Olivia", List.of(simulator.tenantIds().get(1)), false));
        xpm.takeTokens(redeem(xpm.code(Map.of())));
        assertThat(Driver.json(xpm.get("/connections")).size()).isEqualTo(1);

        simulator.consentAs(new HeadlessConsent("Olivia", null, true));
        assertThat(Driver.callback(xpm.authorize(Map.of()))).containsEntry("error", "access_denied");
    }

    @Test
    void showsBrowsersAPageWhoseFormWorks() {
        HttpResponse<String> page = page(Map.of());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("content-security-policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(page.body()).contains("Harbour Accounting", "Harbour Bookkeeping", "Olivia", "Allow access");

        Map<String, String> fields = fields(page.body());
        fields.put("decision", "allow");
        fields.put("tenant", simulator.tenantIds().getFirst());
        Map<String, String> callback = Driver.callback(xpm.postForm("/identity/connect/authorize", fields));
        assertThat(callback).containsEntry("state", "st&te");

        xpm.takeTokens(redeem(callback.getOrDefault("code", "")));
        assertThat(Driver.json(xpm.get("/connections")).size()).isEqualTo(1);
        assertThat(Driver.json(xpm.get("/connections"))
                        .path(0)
                        .path("tenantName")
                        .asString())
                .isEqualTo("Harbour Accounting");
    }

    @Test
    void takesCancelForAnAnswer() {
        Map<String, String> fields = fields(page(Map.of()).body());
        fields.put("decision", "cancel");

        assertThat(Driver.callback(xpm.postForm("/identity/connect/authorize", fields)))
                .containsEntry("error", "access_denied");
    }

    @Test
    void tellsAPersonWithoutAnyAccountThatThereIsNone() {
        assertThat(page(Map.of("simulator_user", "Grace")).body())
                .contains("You don't have access to connect to any Xero Practice Manager accounts")
                .doesNotContain("Allow access")
                .contains("Cancel");
    }

    @Test
    void writesNothingIntoThePageThatCouldRun() {
        assertThat(page(Map.of("state", "\"><script>alert(1)</script>")).body()).doesNotContain("<script");
    }

    @Test
    void checksTheFormAsItChecksTheRequest() {
        Map<String, String> fields = fields(page(Map.of()).body());
        fields.put("decision", "allow");
        fields.put("redirect_uri", "http://evil.example/");

        HttpResponse<String> answer = xpm.postForm("/identity/connect/authorize", fields);
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> redeem(String code) {
        return xpm.token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                Driver.REDIRECT,
                "code_verifier",
                Driver.VERIFIER));
    }

    private HttpResponse<String> page(Map<String, String> more) {
        return xpm.send(
                HttpRequest.newBuilder(xpm.authorizeUri(more)).header("Accept", "text/html,application/xhtml+xml"));
    }

    /** The hidden fields, as a browser would send them. */
    private static Map<String, String> fields(String html) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher input = Pattern.compile("type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")
                .matcher(html);
        while (input.find()) {
            fields.put(input.group(1), input.group(2).replace("&amp;", "&"));
        }
        return fields;
    }
}
