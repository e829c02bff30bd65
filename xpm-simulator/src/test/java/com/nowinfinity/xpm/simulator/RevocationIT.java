package com.nowinfinity.xpm.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How access ends, and who has none. */
class RevocationIT {

    private XpmSimulator simulator;
    private Driver xpm;

    @BeforeEach
    void start() throws IOException {
        simulator = XpmSimulator.start(SimulatorConfiguration.of(Driver.APP));
        xpm = Driver.connectedTo(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void revokingATokenEndsItAndEveryConnectionOfItsUser() {
        assertThat(xpm.post("/connect/revocation", Map.of("token", xpm.refreshToken), "s3cret+/=")
                        .statusCode())
                .isEqualTo(200);

        assertThat(Driver.json(xpm.get("/connections")).size()).isZero();
        assertThat(xpm.get("staff.api/list").statusCode()).isEqualTo(403);
        assertThat(refreshed().body()).contains("invalid_grant");
    }

    @Test
    void aUserWhoTakesBackHerConsentAtXeroEndsAllOfHerGrants() {
        Driver second = Driver.connectedTo(simulator);

        assertThat(act("POST", "users/Olivia/revocation", "{}")).isEqualTo(204);

        for (Driver driver : new Driver[] {xpm, second}) {
            assertThat(driver.get("staff.api/list").statusCode()).isEqualTo(403);
            assertThat(driver.token(Map.of("grant_type", "refresh_token", "refresh_token", driver.refreshToken))
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(Driver.connectedTo(simulator).get("staff.api/list").statusCode())
                .isEqualTo(200);
    }

    @Test
    void anOrganisationThatIsDisconnectedAtXeroIsForbiddenWhileTheTokenLives() {
        assertThat(act("POST", "users/Olivia/disconnection", "{\"tenantId\": \"" + xpm.tenantId + "\"}"))
                .isEqualTo(204);

        assertThat(xpm.get("staff.api/list").statusCode()).isEqualTo(403);
        assertThat(refreshed().statusCode()).isEqualTo(200);
        xpm.tenantId = simulator.tenantIds().get(1);
        assertThat(xpm.get("staff.api/list").statusCode()).isEqualTo(200);
    }

    @Test
    void aLostPrivilegeForbidsCallsAndTakesTheOrganisationOffTheConsentPage() {
        String privilege = "{\"tenantId\": \"" + xpm.tenantId + "\", \"granted\": %s}";
        assertThat(act("PUT", "users/Olivia/privilege", privilege.formatted(false)))
                .isEqualTo(204);

        assertThat(xpm.get("staff.api/list").statusCode()).isEqualTo(403);
        assertThat(xpm.send(HttpRequest.newBuilder(xpm.authorizeUri(Map.of())).header("Accept", "text/html"))
                        .body())
                .doesNotContain(xpm.tenantId);

        assertThat(act("PUT", "users/Olivia/privilege", privilege.formatted(true)))
                .isEqualTo(204);
        assertThat(xpm.get("staff.api/list").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Ethan, PRACTICEMANAGER, Harbour Accounting",
        "Zoe, PRACTICEMANAGER, Coastal Advisers",
        "Liam, PRACTICEMANAGER,",
        "Ruby, WORKFLOWMAX, Harbour WorkflowMax",
        "Noah, ORGANISATION,"
    })
    void thereIsAUserForEachSituation(String user, String type, String name) {
        Driver other = new Driver(simulator);
        other.takeTokens(other.token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                other.code(Map.of("simulator_user", user)),
                "redirect_uri",
                Driver.REDIRECT,
                "code_verifier",
                Driver.VERIFIER)));

        var first = Driver.json(other.get("/connections")).path(0);

        assertThat(first.path("tenantType").asString()).isEqualTo(type);
        assertThat(
                        first.path("tenantName").isNull()
                                ? null
                                : first.path("tenantName").asString())
                .isEqualTo(name);
    }

    @Test
    void knowsNoStrangers() {
        assertThat(act("POST", "users/Nobody/revocation", "{}")).isEqualTo(404);
    }

    private int act(String method, String path, String body) {
        return xpm.send(xpm.call("/simulator/" + path).method(method, HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    private HttpResponse<String> refreshed() {
        return xpm.token(Map.of("grant_type", "refresh_token", "refresh_token", xpm.refreshToken));
    }
}
