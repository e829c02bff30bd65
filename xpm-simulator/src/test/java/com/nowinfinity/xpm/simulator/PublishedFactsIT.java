package com.nowinfinity.xpm.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.simulator.judge.Limits;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What public sources have seen XPM do, one fact a test, in the order in which the README lists them. */
class PublishedFactsIT {

    private final ManualClock clock = new ManualClock();
    private XpmSimulator simulator;
    private Driver xpm;

    @BeforeEach
    void start() throws IOException {
        simulator = XpmSimulator.start(SimulatorConfiguration.of(Driver.APP).withClock(clock));
        xpm = Driver.connectedTo(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void fact01AnUnknownIdIsA200WithStatusError() {
        HttpResponse<String> answer = xpm.get("client.api/get/00000000-0000-4000-8000-000000000000");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Xml.of(answer).text("/Response/Status")).isEqualTo("ERROR");
        assertThat(Xml.of(answer).text("/Response/ErrorDescription")).isNotEmpty();
    }

    @Test
    void fact02TheGatewayRefusesInJson() {
        String good = xpm.accessToken;
        xpm.accessToken = "nonsense";
        assertThat(Driver.json(xpm.get("client.api/list")).path("Title").asString())
                .isEqualTo("Unauthorized");
        xpm.accessToken = good;
        xpm.tenantId = "00000000-0000-4000-8000-000000000000";
        assertThat(Driver.json(xpm.get("client.api/list")).path("Title").asString())
                .isEqualTo("Forbidden");
    }

    @Test
    void fact03A429IsEmptyAndSaysWhatIsLeftAndWhenToComeBack() throws IOException {
        simulator.close();
        simulator = XpmSimulator.start(SimulatorConfiguration.of(Driver.APP)
                .withClock(clock)
                .withLimits(new Limits(1, 5, 100, 100, Duration.ofMinutes(1))));
        xpm = Driver.connectedTo(simulator);
        xpm.get("staff.api/list");

        HttpResponse<String> answer = xpm.get("staff.api/list");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().map())
                .containsKeys(
                        "x-minlimit-remaining",
                        "x-daylimit-remaining",
                        "x-appminlimit-remaining",
                        "retry-after",
                        "x-rate-limit-problem");
    }

    @Test
    void fact04UnknownParametersAreIgnored() {
        assertThat(xpm.get("client.api/list?modified_since=2999-01-01T00:00:00&page=7")
                        .body())
                .isEqualTo(xpm.get("client.api/list").body());
    }

    @Test
    void fact05AListShowsArchivedAndDeletedClients() {
        String archived = added("Archived Pty Ltd");
        xpm.put("client.api/archive", "<Client><UUID>" + archived + "</UUID></Client>");
        String deleted = added("Deleted Pty Ltd");
        xpm.post("client.api/delete", "<Client><UUID>" + deleted + "</UUID></Client>");

        assertThat(Xml.of(xpm.get("client.api/list")).texts("//Client/UUID")).contains(archived, deleted);
    }

    @Test
    void fact06ANameMayComeTwiceButATaxNumberMayNot() {
        added("Acmer Pty Ltd");
        added("Acmer Pty Ltd");
        String tax = "<Client><Name>T</Name><TaxNumber>123456782</TaxNumber></Client>";

        assertThat(Xml.of(xpm.post("client.api/add", tax)).text("//Status")).isEqualTo("OK");
        assertThat(Xml.of(xpm.post("client.api/add", tax)).text("//Status")).isEqualTo("ERROR");
    }

    @Test
    void fact07ATaxNumberIsReadMasked() {
        HttpResponse<String> answer =
                xpm.post("client.api/add", "<Client><Name>T</Name><TaxNumber>123456782</TaxNumber></Client>");

        assertThat(Xml.of(answer).text("//TaxNumber")).isEqualTo("******782");
        assertThat(answer.body()).doesNotContain("123456782");
    }

    @Test
    void fact08AnUpdateKeepsWhatItDoesNotMention() {
        String id = Xml.of(xpm.post("client.api/add", "<Client><Name>Kept</Name><City>Orange</City></Client>"))
                .text("//Client/UUID");

        Xml updated = Xml.of(xpm.put("client.api/update", "<Client><UUID>" + id + "</UUID><Phone>1</Phone></Client>"));

        assertThat(updated.text("//Client/City")).isEqualTo("Orange");
        assertThat(updated.text("//Client/Name")).isEqualTo("Kept");
    }

    @Test
    void fact09ARelationshipShowsItsMirrorOnTheOtherSide() {
        String company = added("Mirror Pty Ltd");
        String person = added("Mirror Person");
        xpm.post(
                "client.api/addrelationship",
                "<Relationship><ClientUUID>" + company + "</ClientUUID><RelatedClientUUID>" + person
                        + "</RelatedClientUUID><Type>Director</Type></Relationship>");

        assertThat(Xml.of(xpm.get("client.api/get/" + company)).text("//Relationship/Type"))
                .isEqualTo("Director");
        assertThat(Xml.of(xpm.get("client.api/get/" + person)).text("//Relationship/Type"))
                .isEqualTo("Director Of");
    }

    @Test
    void fact10TheLastPageHasNoNext() {
        Xml last = Xml.of(xpm.get("client.api/paged-list?pageSize=500"));

        assertThat(last.text("//Pagination/Links/First")).isNotEmpty();
        assertThat(last.texts("//Pagination/Links/Next")).isEmpty();
    }

    @Test
    void fact11AmpersandsAreEscapedInNamesAndInNext() {
        xpm.post("client.api/add", "<Client><Name>Fish &amp; Chips</Name></Client>");

        assertThat(xpm.get("client.api/search?query=Fish%20%26").body()).contains("<Name>Fish &amp; Chips</Name>");
        assertThat(xpm.get("client.api/paged-list?pageSize=2").body()).containsPattern("<Next>[^<]*&amp;pageSize=2<");
    }

    @Test
    void fact12AbsentEmptyAndSelfClosedElementsMeanTheSame() {
        for (String city : new String[] {"", "<City></City>", "<City/>", "<City />"}) {
            Xml added = Xml.of(xpm.post("client.api/add", "<Client><Name>C</Name>" + city + "</Client>"));
            assertThat(added.text("//Client/City")).isEmpty();
        }
    }

    @Test
    void fact13AMissingOrForeignTenantIsForbidden() {
        for (String tenant : new String[] {"", "00000000-0000-4000-8000-000000000000"}) {
            xpm.tenantId = tenant;
            assertThat(xpm.get("client.api/list").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void fact14ARefreshTokenRotatesWithThirtyMinutesOfGrace() {
        Map<String, String> refresh = Map.of("grant_type", "refresh_token", "refresh_token", xpm.refreshToken);

        assertThat(xpm.token(refresh).statusCode()).isEqualTo(200);
        clock.move(Duration.ofMinutes(29));
        assertThat(xpm.token(refresh).statusCode()).isEqualTo(200);
        clock.move(Duration.ofMinutes(1));
        HttpResponse<String> late = xpm.token(refresh);
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(late.body()).contains("invalid_grant");
    }

    @Test
    void fact15AnAddIsA200() {
        assertThat(xpm.post("client.api/add", "<Client><Name>A</Name></Client>").statusCode())
                .isEqualTo(200);
    }

    @Test
    void fact16TheAnswerToAnAddHasNoTaxBlock() {
        assertThat(Xml.of(xpm.post("client.api/add", "<Client><Name>A</Name></Client>"))
                        .namesUnder("//Client"))
                .doesNotContain("TaxNumber", "CompanyNumber", "BusinessNumber");
    }

    @Test
    void fact17AListOfOneIsStillAList() {
        added("Only One Pty Ltd");

        assertThat(xpm.get("client.api/search?query=Only%20One").body())
                .startsWith("<Response api-method=\"Search\"><Status>OK</Status><Clients><Client>")
                .endsWith("</Client></Clients></Response>");
    }

    private String added(String name) {
        return Xml.of(xpm.post("client.api/add", "<Client><Name>" + name + "</Name></Client>"))
                .text("//Client/UUID");
    }
}
