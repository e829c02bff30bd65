package com.nowinfinity.xpm.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class OverviewPageIT {

    private final RunningPortal portal = RunningPortal.shared();

    @Test
    void showsEveryBusinessAndNoSecret() {
        HttpResponse<String> page = portal.send("GET", "/", null, null);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body())
                .contains("Harbour Accounting", "Inland Accounting", "anna", "COMPANY")
                .doesNotContain("secret-of");
    }

    @Test
    void hasNoScriptOrStyleInline() {
        assertThat(portal.send("GET", "/", null, null).body())
                .doesNotContain("<script", "<style", "style=", "onclick")
                .contains("<link rel=\"stylesheet\" href=\"/portal.css\">");
        assertThat(portal.send("GET", "/portal.css", null, null).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsEverythingElseClosed() {
        assertThat(portal.send("GET", "/entities", null, null).statusCode()).isEqualTo(401);
    }
}
