package com.nowinfinity.xpm.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.access.doors.Lines;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.util.HtmlUtils;

/** What neither the portal's API nor its forms and addresses take, out of files, with what they answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    private static final String CHANGED = "/api/businesses/b-1/entities/c-12";
    private static final String PAGE = "/businesses/b-1/entities/c-400";

    private final RunningPortal portal = RunningPortal.shared();
    private final PortalBrowser browser = new PortalBrowser(portal);

    @BeforeAll
    void signIn() {
        browser.signIn("anna", "secret-of-anna");
    }

    static Stream<List<String>> changes() {
        return Lines.of("/bad-changes.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void refusesAChange(List<String> bad) {
        HttpResponse<String> answer = portal.send("PUT", CHANGED, portal.manager(), bad.get(0));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(RunningPortal.json(answer).path("code").asString()).isEqualTo(bad.get(1));
        assertThat(RunningPortal.json(answer).path("detail").asString()).isNotBlank();
        assertThat(portal.get(CHANGED).path("version").asLong()).isEqualTo(1);
    }

    static Stream<List<String>> tokenRequests() {
        return Lines.of("/bad-token-requests.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("tokenRequests")
    void refusesARequestForAToken(List<String> bad) {
        HttpResponse<String> answer = portal.send("POST", "/demo/token", null, bad.get(0));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(Integer.parseInt(bad.get(1)));
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(RunningPortal.json(answer).path("code").asString()).isEqualTo(bad.get(2));
    }

    static Stream<List<String>> forms() {
        return Lines.of("/bad-forms.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void changesNothingByAFormThatMakesNoSense(List<String> bad) {
        HttpResponse<String> answer = browser.post(PAGE + "/change", bad.get(0), PAGE + "/change");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(HtmlUtils.htmlUnescape(browser.get(PAGE + "/change").body()))
                .contains("Nothing was changed.", bad.get(1));
        assertThat(portal.get("/api" + PAGE).path("version").asLong()).isEqualTo(1);
    }

    static Stream<List<String>> addresses() {
        return Lines.of("/bad-page-addresses.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void showsNothingThatSomebodyTypedAsItIs(List<String> bad) {
        HttpResponse<String> answer = browser.get(bad.get(0));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(Integer.parseInt(bad.get(1)));
        // What is no address at all is refused before anybody thinks of pages.
        assertThat(answer.body())
                .contains(answer.statusCode() == 400 ? "" : "<!DOCTYPE html>")
                .doesNotContain("<script>", "com.nowinfinity", "java.", "Exception", "Whitelabel");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("x=");
    }
}
