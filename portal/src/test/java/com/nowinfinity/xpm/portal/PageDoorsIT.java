package com.nowinfinity.xpm.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;

/** Every page and every form by the portal's own list of addresses, so that a new one cannot be forgotten. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageDoorsIT {

    private static final String FORM = "/businesses/b-1/entities/c-1/change";
    private static final List<String> NOT_PAGES = List.of("/api/", "/.well-known/", "/demo/", "/v3/");

    private final PortalBrowser manager = new PortalBrowser(RunningPortal.shared());
    private final PortalBrowser reader = new PortalBrowser(RunningPortal.shared());
    private final PortalBrowser operator = new PortalBrowser(RunningPortal.shared());
    private String token = "";

    /** @param stream whether its answer has no end */
    record Address(RequestMethod method, String pattern, boolean stream) {

        String of(String businessId) {
            return pattern.replace("{businessId}", businessId).replaceAll("\\{[^}]*}", "x");
        }

        boolean isForm() {
            return method != RequestMethod.GET;
        }

        boolean isOfBusiness() {
            return pattern.contains("{businessId}");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    @BeforeAll
    void signIn() {
        manager.signIn("anna", "secret-of-anna");
        reader.signIn("rita", "secret-of-rita");
        operator.signIn("otto", "secret-of-otto");
        token = manager.formToken(FORM);
    }

    static Stream<Address> addresses() {
        return RunningPortal.shared().addresses().stream()
                .flatMap(PageDoorsIT::addresses)
                .filter(address -> NOT_PAGES.stream().noneMatch(address.pattern()::startsWith))
                .filter(address -> !address.pattern().equals("/sign-in"));
    }

    static Stream<Address> forms() {
        return addresses().filter(Address::isForm);
    }

    static Stream<Address> ofBusinesses() {
        return addresses().filter(Address::isOfBusiness);
    }

    static Stream<Address> pages() {
        return addresses().filter(address -> !address.isForm() && !address.stream());
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void sendsStrangersToTheSignIn(Address address) {
        PortalBrowser stranger = new PortalBrowser(RunningPortal.shared());
        String own = stranger.formToken("/sign-in");

        HttpResponse<String> answer = call(stranger, address, "b-1", own);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in");
        assertStrict(answer);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void takesNoFormWithoutItsTokenOrWithAnothers(Address address) {
        String others = new PortalBrowser(RunningPortal.shared()).formToken("/sign-in");
        for (String body : List.of("", "_csrf=", "_csrf=guessed", "_csrf=" + others)) {
            HttpResponse<String> answer = manager.postRaw(address.of("b-1"), body);

            assertThat(answer.statusCode()).as(body).isEqualTo(403);
            assertStrict(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/sign-out"})
    void takesNoSignInOrSignOutOfAnotherSite(String address) {
        HttpResponse<String> answer = manager.postRaw(address, "username=anna&password=secret-of-anna&_csrf=guessed");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(manager.get(FORM).statusCode()).as("still signed in").isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("ofBusinesses")
    void doesNotKnowBusinessesOfOthers(Address address) {
        for (String businessId : List.of("b-2", "B-1", "b-1x", "b-9")) {
            HttpResponse<String> answer = call(manager, address, businessId, token);

            assertThat(answer.statusCode()).as(businessId).isEqualTo(404);
            assertStrict(answer);
        }
    }

    @ParameterizedTest
    @MethodSource("ofBusinesses")
    void keepsOperatorsOut(Address address) {
        HttpResponse<String> answer = address.isForm()
                ? operator.postRaw(address.of("b-1"), "_csrf=guessed")
                : operator.get(address.of("b-1"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertStrict(answer);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void letsReadersChangeNothing(Address address) {
        HttpResponse<String> answer = call(reader, address, "b-1", reader.formToken(FORM));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertStrict(answer);
    }

    /** The services are away here, so some of the pages say just that. */
    @ParameterizedTest
    @MethodSource("pages")
    void showsPagesThatBrowsersTakeStrictly(Address address) {
        HttpResponse<String> answer = manager.get(address.of("b-1"));

        assertThat(answer.statusCode()).isIn(200, 302, 303, 404, 503);
        assertStrict(answer);
        assertThat(answer.body())
                .doesNotContain("<style", "style=\"", "javascript:")
                .doesNotContainPattern("<script(?![^>]*src=\"/)")
                .doesNotContainPattern("\\son[a-z]+=\"");
    }

    private static HttpResponse<String> call(
            PortalBrowser browser, Address address, String businessId, String formToken) {
        return address.isForm()
                ? browser.postRaw(address.of(businessId), "_csrf=" + formToken)
                : browser.get(address.of(businessId));
    }

    private static void assertStrict(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
    }

    private static Stream<Address> addresses(RequestMappingInfo mapping) {
        boolean stream =
                mapping.getProducesCondition().getProducibleMediaTypes().contains(MediaType.TEXT_EVENT_STREAM);
        return mapping.getPatternsCondition().getPatterns().stream()
                .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                        .map(method -> new Address(method, pattern.getPatternString(), stream)));
    }
}
