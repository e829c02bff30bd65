package com.nowinfinity.xpm.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.simulator.practicemanager.Conventions;
import com.nowinfinity.xpm.simulator.practicemanager.Reading;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every open question about XPM, read one way and the other. */
class ReadingsIT {

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

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ENVELOPE       | 200 | 200 | <Status>ERROR",
                "STATUS_AND_XML | 404 | 409 | <Status>ERROR",
                "STATUS_AND_JSON| 404 | 409 | \"status\":\"ERROR\"",
                "SERVER_ERROR   | 500 | 500 | \"status\":\"ERROR\""
            })
    void errorsTakeEveryForm(String form, int unknown, int conflict, String body) {
        String id = added("<Name>Gone</Name>");
        xpm.put("client.api/archive", uuid(id));
        set("{\"errors\": \"" + form + "\"}");

        HttpResponse<String> notThere = xpm.get("client.api/get/nobody");
        assertThat(notThere.statusCode()).isEqualTo(unknown);
        assertThat(notThere.body()).contains(body, "Invalid client identifier");
        assertThat(xpm.put("client.api/archive", uuid(id)).statusCode()).isEqualTo(conflict);
    }

    @Test
    void oneOperationMayErrOtherwiseThanTheRest() {
        set("{\"errorsOf\": {\"client.api/get\": \"STATUS_AND_XML\"}}");
        assertThat(xpm.get("client.api/get/nobody").statusCode()).isEqualTo(404);
        assertThat(xpm.put("client.api/archive", uuid("nobody")).statusCode()).isEqualTo(200);
    }

    @Test
    void openJobsMayKeepAClientFromBeingArchived() {
        String id = added("<Name>Busy</Name>");
        set("{\"openJobs\": [\"" + id + "\"]}");
        assertThat(Xml.of(xpm.put("client.api/archive", uuid(id))).text("//Status"))
                .isEqualTo("ERROR");
        set("{}");
        assertThat(Xml.of(xpm.put("client.api/archive", uuid(id))).text("//Status"))
                .isEqualTo("OK");
    }

    @Test
    void someTypesOfDocumentsMayBeRefused() {
        String id = added("<Name>Papers</Name>");
        String document = "<Document><ClientUUID>%s</ClientUUID><Title>T</Title><FileName>%s</FileName>"
                + "<Content>YQ==</Content></Document>";
        set("{\"refusedFiles\": [\".docx\"]}");
        assertThat(Xml.of(xpm.post("client.api/document", document.formatted(id, "A.DOCX")))
                        .text("//Status"))
                .isEqualTo("ERROR");
        assertThat(Xml.of(xpm.post("client.api/document", document.formatted(id, "a.pdf")))
                        .text("//Status"))
                .isEqualTo("OK");
    }

    @Test
    void anUpdateMayReplaceEverything() {
        String id = added("<Name>Whole</Name><City>Orange</City>");
        read(Reading.UPDATE_REPLACES, true);

        Xml updated = Xml.of(xpm.put("client.api/update", "<Client><UUID>" + id + "</UUID><Phone>1</Phone></Client>"));

        assertThat(updated.text("//Client/City")).isEmpty();
        assertThat(updated.text("//Client/Name")).isEqualTo("Whole");
        assertThat(updated.text("//Client/Phone")).isEqualTo("1");
    }

    @Test
    void anEmptyElementMayMeanNothing() {
        String id = added("<Name>Whole</Name><City>Orange</City>");
        read(Reading.EMPTY_ELEMENT_CLEARS, false);

        assertThat(Xml.of(xpm.put("client.api/update", "<Client><UUID>" + id + "</UUID><City/></Client>"))
                        .text("//Client/City"))
                .isEqualTo("Orange");
    }

    @Test
    void anExportCodeMayStayAsItWasAdded() {
        String id = added("<Name>Code</Name><ExportCode>one</ExportCode>");
        read(Reading.EXPORT_CODE_UPDATABLE, false);

        assertThat(Xml.of(xpm.put(
                                "client.api/update",
                                "<Client><UUID>" + id + "</UUID><ExportCode>two</ExportCode></Client>"))
                        .text("//Client/ExportCode"))
                .isEqualTo("one");
    }

    @Test
    void searchMayReadNumbersAndFindArchivedClients() {
        String id = added("<Name>Number Pty Ltd</Name><CompanyNumber>004085616</CompanyNumber>");
        assertThat(found("004085616")).isEmpty();
        read(Reading.SEARCH_READS_NUMBERS, true);
        assertThat(found("004085616")).containsExactly(id);
        xpm.put("client.api/archive", uuid(id));
        assertThat(found("Number")).isEmpty();
        read(Reading.SEARCH_FINDS_ARCHIVED, true);
        assertThat(found("Number")).containsExactly(id);
        xpm.post("client.api/delete", uuid(id));
        assertThat(found("Number")).isEmpty();
        read(Reading.SEARCH_FINDS_DELETED, true);
        assertThat(found("Number")).containsExactly(id);
    }

    @Test
    void bothSidesOfARelationshipMayHaveIdsOfTheirOwn() {
        String company = added("<Name>Sides Pty Ltd</Name>");
        String person = added("<Name>Sides Person</Name>");
        related(company, person);
        read(Reading.MIRROR_SHARES_ID, false);

        String own = relationship(company);
        String mirror = relationship(person);
        assertThat(mirror).isNotEqualTo(own);
        xpm.put(
                "client.api/updaterelationship",
                "<Relationship><UUID>" + mirror + "</UUID><EndDate>2026-01-31</EndDate></Relationship>");
        assertThat(Xml.of(xpm.get("client.api/get/" + company)).text("//Relationship/EndDate"))
                .isEqualTo("2026-01-31");
    }

    @Test
    void aRelationshipMayBeRefusedTheSecondTimeAndAnsweredInThreeWays() {
        String company = added("<Name>Sides Pty Ltd</Name>");
        String person = added("<Name>Sides Person</Name>");
        set("{\"relationshipAnswer\": \"CLIENT_RELATIONSHIP\"}");
        assertThat(Xml.of(related(company, person)).namesUnder("/Response"))
                .containsExactly("Status", "ClientRelationship");
        set("{\"relationshipAnswer\": \"STATUS_ONLY\"}");
        assertThat(Xml.of(related(company, added("<Name>Other</Name>"))).namesUnder("/Response"))
                .containsExactly("Status");
        read(Reading.RELATIONSHIP_TWICE_REFUSED, true);
        assertThat(Xml.of(related(company, person)).text("//Status")).isEqualTo("ERROR");
    }

    @Test
    void aBirthDateMayHaveOneFormOnly() {
        String basic = "<Name>B</Name><DateOfBirth>19701126</DateOfBirth>";
        String iso = "<Name>B</Name><DateOfBirth>1970-11-26</DateOfBirth>";
        set("{\"birthDates\": \"BASIC_ONLY\"}");
        assertThat(status(basic)).isEqualTo("OK");
        assertThat(status(iso)).isEqualTo("ERROR");
        set("{\"birthDates\": \"ISO_ONLY\"}");
        assertThat(status(basic)).isEqualTo("ERROR");
        assertThat(status(iso)).isEqualTo("OK");
    }

    @Test
    void documentsMayBeTooLargeLoseTheirFolderAndHaveNoId() {
        String id = added("<Name>Documents</Name>");
        set("{\"yes\": [], \"largestDocument\": 3, \"folders\": \"IGNORED\"}");
        assertThat(Xml.of(document(id, "AAAAAAAA")).text("//Status")).isEqualTo("ERROR");
        assertThat(Xml.of(document(id, "AAAA")).texts("//UUID")).isEmpty();
        assertThat(Xml.of(xpm.get("client.api/documents/" + id)).text("//Folder"))
                .isEmpty();
        set("{\"folders\": \"REFUSED\"}");
        assertThat(Xml.of(document(id, "AAAA")).text("//Status")).isEqualTo("ERROR");
        read(Reading.DOCUMENT_ANSWER_HAS_ROOT, true);
        assertThat(Xml.of(document(id, "AAAA")).texts("/Response/Document/UUID"))
                .hasSize(1);
    }

    @Test
    void groupsMayHoldTheirMembersAndKeepTheirNamesApart() {
        String id = added("<Name>Member</Name>");
        String group = "<Group><Name>Family</Name><ClientUUID>" + id + "</ClientUUID></Group>";
        xpm.post("clientgroup.api/add", group);
        read(Reading.GROUP_NAMES_UNIQUE, true);
        assertThat(Xml.of(xpm.post("clientgroup.api/add", group)).text("//Status"))
                .isEqualTo("ERROR");
        read(Reading.ARCHIVE_IN_GROUP_REFUSED, true);
        assertThat(Xml.of(xpm.put("client.api/archive", uuid(id))).text("//Status"))
                .isEqualTo("ERROR");
    }

    @Test
    void listsMayShowANewClientLater() {
        set("{\"settling\": \"PT10S\"}");
        String id = added("<Name>Fresh Pty Ltd</Name>");

        assertThat(found("Fresh")).isEmpty();
        assertThat(xpm.get("client.api/get/" + id).body()).contains("Fresh");
        clock.move(Duration.ofSeconds(10));
        assertThat(found("Fresh")).containsExactly(id);
    }

    @Test
    void aCallWithoutTenantMayBeABadRequestAndAClientScopeOpenDefinitions() {
        read(Reading.CUSTOM_FIELDS_BY_CLIENT_SCOPE, true);
        assertThat(xpm.get("customfield.api/definition").statusCode()).isEqualTo(200);
        set("{\"statusWithoutTenant\": 400}");
        xpm.tenantId = "";
        assertThat(xpm.get("client.api/list").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesReadingsItDoesNotKnow() {
        assertThat(put("{\"yes\": [\"PIGS_FLY\"]}").statusCode()).isEqualTo(400);
        assertThat(put("{\"errrors\": \"ENVELOPE\"}").statusCode()).isEqualTo(400);
    }

    private void read(Reading reading, boolean answer) {
        simulator.readAs(Conventions.strict().with(reading, answer));
    }

    private void set(String conventions) {
        assertThat(put(conventions).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> put(String conventions) {
        return xpm.send(xpm.call("/simulator/conventions").PUT(HttpRequest.BodyPublishers.ofString(conventions)));
    }

    private String status(String elements) {
        return Xml.of(xpm.post("client.api/add", "<Client>" + elements + "</Client>"))
                .text("//Status");
    }

    private String added(String elements) {
        return Xml.of(xpm.post("client.api/add", "<Client>" + elements + "</Client>"))
                .text("//Client/UUID");
    }

    private List<String> found(String query) {
        return Xml.of(xpm.get("client.api/search?query=" + query)).texts("//Client/UUID");
    }

    private String relationship(String clientId) {
        return Xml.of(xpm.get("client.api/get/" + clientId)).text("//Relationship/UUID");
    }

    private HttpResponse<String> related(String company, String person) {
        return xpm.post(
                "client.api/addrelationship",
                "<Relationship><ClientUUID>" + company + "</ClientUUID><RelatedClientUUID>" + person
                        + "</RelatedClientUUID><Type>Director</Type></Relationship>");
    }

    private HttpResponse<String> document(String id, String content) {
        return xpm.post(
                "client.api/document",
                "<Document><ClientUUID>" + id + "</ClientUUID><Title>T</Title><Folder>Legal</Folder>"
                        + "<FileName>t.pdf</FileName><Content>" + content + "</Content></Document>");
    }

    private static String uuid(String id) {
        return "<Client><UUID>" + id + "</UUID></Client>";
    }
}
