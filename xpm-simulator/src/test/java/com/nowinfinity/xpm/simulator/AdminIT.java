package com.nowinfinity.xpm.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.simulator.wire.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The paths behind the wire. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminIT {

    private XpmSimulator simulator;
    private Driver xpm;

    @BeforeAll
    void start() throws IOException {
        simulator = XpmSimulator.start(SimulatorConfiguration.of(Driver.APP).withPractice(250, 3));
        xpm = Driver.connectedTo(simulator);
    }

    @AfterAll
    void stop() {
        simulator.close();
    }

    @Test
    void tellsTheTruth() {
        JsonNode truth = Driver.json(xpm.get("/simulator/truth"));

        assertThat(truth.path("clients").asInt()).isEqualTo(250);
        assertThat(truth.path("entities").asInt())
                .isEqualTo(simulator.truth().entities().size());
        assertThat(truth.path("planted").size())
                .isEqualTo(simulator.truth().planted().size());
        assertThat(truth.path("planted").path(0).propertyNames())
                .containsExactly("kind", "entityId", "clientId", "field");
    }

    @Test
    void handsOutThePortalsEntitiesInTheContractsShape() {
        List<String> lines =
                xpm.get("/simulator/practice/entities").body().lines().toList();

        assertThat(lines).hasSize(simulator.truth().entities().size());
        JsonNode company = lines.stream()
                .map(line -> Json.mapper().readTree(line))
                .filter(entity -> entity.path("kind").asString().equals("COMPANY")
                        && !entity.path("relationships").isEmpty()
                        && !entity.path("addresses").isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(company.propertyNames())
                .containsExactly(
                        "entityId",
                        "version",
                        "kind",
                        "trustKind",
                        "name",
                        "formerNames",
                        "person",
                        "acn",
                        "abn",
                        "tfnReference",
                        "tfnTail",
                        "status",
                        "email",
                        "phone",
                        "mobile",
                        "website",
                        "addresses",
                        "relationships",
                        "fax");
        assertThat(company.path("person").propertyNames())
                .containsExactly("title", "firstName", "middleName", "lastName", "otherName", "dateOfBirth");
        assertThat(company.path("addresses").path(0).propertyNames())
                .containsExactly("use", "street", "city", "state", "postcode", "country");
        assertThat(company.path("relationships").path(0).propertyNames())
                .containsExactly(
                        "type",
                        "entityId",
                        "startDate",
                        "endDate",
                        "shares",
                        "shareClass",
                        "joint",
                        "beneficial",
                        "percentage");
    }

    @Test
    void letsAPersonEditAClientWithoutACall() {
        String clients = "/simulator/organisations/" + xpm.tenantId + "/clients";
        JsonNode some = Driver.json(xpm.get(clients)).path(0);
        String id = some.path("clientId").asString();
        int calls = simulator.summary().calls();

        JsonNode edited = Driver.json(xpm.post(clients + "/" + id, "{\"Phone\":\"0299999999\",\"Email\":\"\"}"));

        assertThat(edited.path("elements").path("Phone").asString()).isEqualTo("0299999999");
        assertThat(edited.path("elements").has("Email")).isFalse();
        assertThat(simulator.summary().calls()).isEqualTo(calls);
        assertThat(Xml.of(xpm.get("client.api/get/" + id)).text("//Phone")).isEqualTo("0299999999");
    }

    @Test
    void remembersEveryCallWithItsEffect() {
        int before = simulator.summary().calls();
        xpm.get("staff.api/list?x=1");
        xpm.get("client.api/get/unknown");

        JsonNode calls = Driver.json(xpm.get("/simulator/history?after=" + before));
        assertThat(calls.size()).isEqualTo(2);
        assertThat(calls.path(0).path("number").asInt()).isEqualTo(before + 1);
        assertThat(calls.path(0).path("method").asString()).isEqualTo("GET");
        assertThat(calls.path(0).path("path").asString()).isEqualTo("/practicemanager/3.1/staff.api/list");
        assertThat(calls.path(0).path("query").asString()).isEqualTo("x=1");
        assertThat(calls.path(0).path("effect").asString()).endsWith("staff read");
        assertThat(calls.path(1).path("effect").isNull()).isTrue();
        assertThat(calls.path(1).path("problem").asString()).isEqualTo("Invalid client identifier");
    }

    @Test
    void movesItsClockForwardOnly() {
        Instant before = Instant.parse(
                Driver.json(xpm.get("/simulator/clock")).path("now").asString());
        Instant after = Instant.parse(Driver.json(xpm.post("/simulator/clock", "{\"advance\":\"PT10S\"}"))
                .path("now")
                .asString());

        assertThat(Duration.between(before, after)).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
        assertThat(xpm.post("/simulator/clock", "{\"advance\":\"PT-10S\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void changesWhoConsentsForHeadlessCallers() {
        HttpResponse<String> put =
                xpm.put("/simulator/consent", "{\"user\":\"Noah\",\"tenantIds\":null,\"decline\":false}");
        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(Driver.json(xpm.get("/simulator/consent")).path("user").asString())
                .isEqualTo("Noah");
        xpm.put("/simulator/consent", "{\"user\":\"Olivia\",\"tenantIds\":null,\"decline\":false}");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/simulator/nothing||404",
                "GET|/simulator/organisations/unknown/clients||404",
                "POST|/simulator/organisations/TENANT/clients/unknown|{}|404",
                "POST|/simulator/organisations/TENANT/clients/unknown|{\"Shoe\":\"44\"}|400",
                "POST|/simulator/organisations/TENANT/clients/unknown|{\"Name\":{}}|400",
                "POST|/simulator/clock|later|400",
                "PUT|/simulator/consent|{\"user\":1,\"sudo\":true}|400",
                "GET|/simulator/history?after=x||400"
            })
    void refusesWhatItDoesNotUnderstand(String method, String path, String body, int status) {
        String full = path.replace("TENANT", xpm.tenantId);
        HttpResponse<String> answer = switch (method) {
            case "GET" -> xpm.get(full);
            case "PUT" -> xpm.put(full, body);
            default -> xpm.post(full, body);
        };
        assertThat(answer.statusCode()).isEqualTo(status);
    }
}
