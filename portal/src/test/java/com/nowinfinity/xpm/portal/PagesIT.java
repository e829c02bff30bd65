package com.nowinfinity.xpm.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The pages' edges: who gets in, what a form needs, what every answer says to browsers. */
class PagesIT {

    private final PortalBrowser browser = new PortalBrowser(RunningPortal.shared());

    @Test
    void sendsStrangersToTheSignIn() {
        HttpResponse<String> answer = browser.get("/businesses/b-1/entities");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/sign-in");
    }

    @Test
    void signsInAndOutByForm() {
        assertThat(browser.signIn("anna", "secret-of-anna")).endsWith("/");
        assertThat(browser.get("/businesses/b-1/entities?query=company%207%20pty")
                        .body())
                .contains("Company 7 Pty Ltd")
                .doesNotContain("Company 17 Pty Ltd");

        browser.post("/sign-out", "", "/businesses/b-1/entities");

        assertThat(browser.get("/businesses/b-1/entities").statusCode()).isEqualTo(302);
    }

    @Test
    void changesItsSessionWhenSomebodySignsIn() {
        browser.get("/sign-in");
        String before = browser.session();

        browser.signIn("anna", "secret-of-anna");

        assertThat(browser.session()).isNotEqualTo(before);
    }

    @Test
    void refusesAWrongPassword() {
        assertThat(browser.signIn("anna", "wrong")).endsWith("/sign-in?refused");
    }

    @Test
    void refusesAFormWithoutItsToken() {
        browser.signIn("anna", "secret-of-anna");

        HttpResponse<String> answer = browser.postRaw("/businesses/b-1/settings/practice-management/disconnect", "x=y");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<h1>Not allowed</h1>");
    }

    @Test
    void hidesOtherBusinessesAndKeepsOperatorsOut() {
        browser.signIn("anna", "secret-of-anna");
        assertThat(browser.get("/businesses/b-2/entities").statusCode()).isEqualTo(404);

        PortalBrowser operator = new PortalBrowser(RunningPortal.shared());
        operator.signIn("otto", "secret-of-otto");
        assertThat(operator.get("/businesses/b-1/entities").statusCode()).isEqualTo(403);
    }

    @Test
    void tellsBrowsersToBeStrict() {
        browser.signIn("anna", "secret-of-anna");

        HttpResponse<String> page = browser.get("/businesses/b-1/entities");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.body())
                .doesNotContain("<style", "style=", "onclick")
                .doesNotContainPattern("<script(?![^>]*src=)");
    }

    @Test
    void givesTheSessionCookieToThisSiteAndNoScript() {
        String cookie =
                browser.get("/sign-in").headers().firstValue("Set-Cookie").orElse("");

        assertThat(cookie).contains("portal-session=", "SameSite=Lax").containsIgnoringCase("HttpOnly");
    }

    @Test
    void servesHtmxFromItsOwnJars() {
        for (String path : new String[] {
            "/portal.css", "/portal.js", "/webjars/htmx.org/dist/htmx.min.js", "/webjars/htmx-ext-sse/sse.js"
        }) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void saysWhenAServiceIsAway() {
        browser.signIn("anna", "secret-of-anna");

        HttpResponse<String> page = browser.get("/businesses/b-1/settings/practice-management");

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("The connector service does not answer");
        assertThat(browser.get("/businesses/b-1/entities").body())
                .as("a list says why its pins are missing")
                .contains("The report service does not answer", "Company 1 Pty Ltd");
    }

    @Test
    void recordsACorporateMessengerChangeAndAsksForWhatIsMissing() {
        browser.signIn("anna", "secret-of-anna");
        String form = "/businesses/b-1/entities/c-333/change";

        browser.post(form, "form=484&state=ACCEPTED&CONTACT.street=1%20High%20St", form);
        assertThat(browser.get(form).body()).contains("An address needs at least its street and suburb.");

        browser.post(form, "form=484&state=ACCEPTED&phone=03%209000%201111&effectiveDate=2026-01-31", form);
        assertThat(browser.get("/businesses/b-1/entities/c-333").body())
                .contains("recorded as version 2", "03 9000 1111");
    }

    @Test
    void recordsWhatAPersonsReportAsksToChange() {
        browser.signIn("anna", "secret-of-anna");
        String person = "/api/businesses/b-1/entities/p-333";
        RunningPortal.shared().send("PUT", person, RunningPortal.shared().manager(), """
                {"cause": "CREATED", "entity": {"entityId": "p-333", "version": 0, "kind": "INDIVIDUAL",
                 "name": "Petra Holm", "status": "ACTIVE", "person": {"firstName": "Petra", "lastName": "Holm"}}}
                """);
        String form = "/businesses/b-1/entities/p-333/change";
        assertThat(browser.get(form).body())
                .contains("Residential address", "Family name", "Date of birth")
                .doesNotContain("Principal place address", "<legend>Offices</legend>", "<legend>Shares</legend>");

        browser.post(
                form,
                "form=484&state=ACCEPTED&lastName=Quist&dateOfBirth=1980-02-29"
                        + "&RESIDENTIAL.street=1%20High%20St&RESIDENTIAL.city=Carlton",
                form);

        assertThat(browser.get("/businesses/b-1/entities/p-333").body())
                .contains("recorded as version 2", "Petra Quist", "29 Feb 1980", "1 High St");
    }

    @Test
    void offersACompanysOfficesAndShares() {
        browser.signIn("anna", "secret-of-anna");

        assertThat(browser.get("/businesses/b-1/entities/c-334/change").body())
                .contains("Secretary", "<legend>Shares</legend>", "New shares are issued", "Registered office address")
                .doesNotContain("Residential address", "Family name");
    }
}
