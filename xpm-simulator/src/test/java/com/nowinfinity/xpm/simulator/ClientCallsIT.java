package com.nowinfinity.xpm.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.simulator.judge.Limits;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientCallsIT {

    private static final List<String> CLIENT_AS_RECORDED = List.of(
            "UUID",
            "Name",
            "Email",
            "Address",
            "City",
            "Region",
            "PostCode",
            "Country",
            "PostalAddress",
            "PostalCity",
            "PostalRegion",
            "PostalPostCode",
            "PostalCountry",
            "Phone",
            "Fax",
            "Website",
            "ReferralSource",
            "ExportCode",
            "IsProspect",
            "IsArchived",
            "IsDeleted",
            "AccountManager",
            "JobManager",
            "TaxNumber",
            "CompanyNumber",
            "BusinessNumber",
            "BranchNumber",
            "BusinessStructure",
            "GSTRegistered",
            "PrepareGST",
            "SignedTaxAuthority",
            "AgencyStatus",
            "PrepareActivityStatement",
            "PrepareTaxReturn",
            "AutoBasOptInCriteria",
            "ActiveAtoClient",
            "ClientCode",
            "Contacts",
            "Notes",
            "Groups",
            "Relationships",
            "WebUrl");

    private final ManualClock clock = new ManualClock();
    private XpmSimulator simulator;
    private Driver xpm;

    @BeforeAll
    void start() throws IOException {
        Limits generous = new Limits(100_000, 5, 100_000, 100_000, Duration.ofMinutes(1));
        simulator = XpmSimulator.start(
                SimulatorConfiguration.of(Driver.APP).withClock(clock).withLimits(generous));
        xpm = Driver.connectedTo(simulator);
    }

    @AfterAll
    void stop() {
        simulator.close();
    }

    @Test
    void writesOneLineOfXmlWithoutDeclaration() {
        HttpResponse<String> answer = xpm.get("staff.api/list");

        assertThat(answer.headers().firstValue("content-type")).hasValue("text/xml; charset=utf-8");
        assertThat(answer.body())
                .startsWith("<Response api-method=\"List\"><Status>OK</Status><StaffList><Staff>")
                .doesNotContain("\n")
                .doesNotContain("<?xml");
    }

    @Test
    void writesTheElementsOfAClientInTheRecordedOrder() {
        String staff = Xml.of(xpm.get("staff.api/list")).text("//Staff/UUID");
        String id = add("<Name>Order Pty Ltd</Name><Email>o@mail.example</Email><AccountManagerUUID>" + staff
                + "</AccountManagerUUID><JobManagerUUID>" + staff + "</JobManagerUUID><ClientCode>ORD1</ClientCode>"
                + "<BusinessStructure>Company</BusinessStructure>");

        Xml got = Xml.of(xpm.get("client.api/get/" + id));

        assertThat(got.namesUnder("//Client")).isEqualTo(CLIENT_AS_RECORDED);
        assertThat(got.text("/Response/@api-method")).isEqualTo("Get");
        assertThat(got.text("//AccountManager/UUID")).isEqualTo(staff);
        assertThat(got.text("//AutoBasOptInCriteria/Opt-Out")).isEqualTo("Yes");
        assertThat(got.text("//BranchNumber")).isEqualTo("1");
    }

    @Test
    void answersAnAddWithoutTaxBlockWhenNoneWasSent() {
        HttpResponse<String> added = xpm.post("client.api/add", "<Client><Name>Bare Pty Ltd</Name></Client>");

        assertThat(added.statusCode()).isEqualTo(200);
        assertThat(Xml.of(added).namesUnder("//Client")).doesNotContain("TaxNumber", "BranchNumber", "GSTRegistered");
        String id = Xml.of(added).text("//Client/UUID");
        assertThat(Xml.of(xpm.get("client.api/get/" + id)).namesUnder("//Client"))
                .contains("TaxNumber", "BranchNumber", "GSTRegistered");
    }

    @Test
    void keepsWhatAnUpdateDoesNotMentionAndClearsWhatItSendsEmpty() {
        String id = add("<Name>Partial Pty Ltd</Name><Phone>02 5550 0000</Phone><City>Orange</City>");

        Xml updated = Xml.of(xpm.put(
                "client.api/update",
                "<Client><UUID>" + id + "</UUID><WebSite>https://p.example</WebSite><City/></Client>"));

        assertThat(updated.text("//Client/Name")).isEqualTo("Partial Pty Ltd");
        assertThat(updated.text("//Client/Phone")).isEqualTo("02 5550 0000");
        assertThat(updated.text("//Client/Website")).isEqualTo("https://p.example");
        assertThat(updated.text("//Client/City")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "client.api/get/7d7c5d3a-0000-4000-8000-000000000000,Invalid client identifier",
        "client.api/get/not-a-uuid,Invalid client identifier",
        "client.api/contact/unknown,Invalid contact identifier",
        "clientgroup.api/get/unknown,Invalid group identifier",
        "staff.api/get/unknown,Invalid staff identifier",
        "client.api/documents/unknown,Invalid client identifier"
    })
    void answers200WithStatusErrorForUnknownIds(String path, String text) {
        HttpResponse<String> answer = xpm.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Xml.of(answer).text("/Response/Status")).isEqualTo("ERROR");
        assertThat(Xml.of(answer).text("/Response/ErrorDescription")).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<Phone>1</Phone>|Name is required",
                "<Name>N</Name><BusinessStructure>company</BusinessStructure>|Invalid business structure",
                "<Name>N</Name><TaxNumber>123456789</TaxNumber>|Invalid tax number",
                "<Name>N</Name><TaxNumber>000000000</TaxNumber>|Invalid tax number",
                "<Name>N</Name><DateOfBirth>31/12/1980</DateOfBirth>|Invalid date for DateOfBirth",
                "<Name>N</Name><DateOfBirth>1980-02-30</DateOfBirth>|Invalid date for DateOfBirth",
                "<Name>N</Name><AccountManagerUUID>x</AccountManagerUUID>|Invalid staff identifier",
                "<Name>N</Name><BalanceMonth>13</BalanceMonth>|Invalid balance month",
                "<Name>N</Name><GSTRegistered>maybe</GSTRegistered>|Invalid value for GSTRegistered: Yes or No expected",
                "<Name>N</Name><Contacts><Contact><Email>e</Email></Contact></Contacts>|Contact name is required"
            })
    void refusesWhatXpmWouldRefuse(String elements, String text) {
        HttpResponse<String> answer = xpm.post("client.api/add", "<Client>" + elements + "</Client>");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Xml.of(answer).text("//ErrorDescription")).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                "<Client><Name>A & B</Name></Client>",
                "<Client><Name>A</Client>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><Client><Name>&e;</Name></Client>",
                "<Client><a><b><c><d><e><f><g><h><i><j><k><l><m/></l></k></j></i></h></g></f></e></d></c></b></a></Client>",
                "{\"name\":\"A\"}"
            })
    void answersBodiesThatAreNoPlainXmlWith400(String body) {
        HttpResponse<String> answer = xpm.post("client.api/add", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Xml.of(answer).text("//Status")).isEqualTo("ERROR");
    }

    @Test
    void takesAnyContentTypeAnyOrderADeclarationAndUnknownElements() {
        HttpResponse<String> answer = xpm.send(xpm.call("client.api/add")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Client>\n <Shoe>44</Shoe> <City>Orange</City>"
                                + "<Name> Smith &amp; Söhne </Name></Client>")));

        assertThat(Xml.of(answer).text("//Client/Name")).isEqualTo("Smith & Söhne");
        assertThat(answer.body()).contains("Smith &amp; S");
    }

    @Test
    void takesTheSameNameTwiceButATaxNumberOnlyOnce() {
        String body = "<Client><Name>Acmer Pty Ltd</Name></Client>";
        assertThat(Xml.of(xpm.post("client.api/add", body)).text("//Status")).isEqualTo("OK");
        assertThat(Xml.of(xpm.post("client.api/add", body)).text("//Status")).isEqualTo("OK");
        assertThat(Xml.of(xpm.get("client.api/search?query=ACMER")).texts("//Client/Name"))
                .hasSize(2);

        add("<Name>Tax One</Name><TaxNumber>123 456 782</TaxNumber>");
        HttpResponse<String> second =
                xpm.post("client.api/add", "<Client><Name>Tax Two</Name><TaxNumber>123456782</TaxNumber></Client>");
        assertThat(Xml.of(second).text("//Status")).isEqualTo("ERROR");
        assertThat(Xml.of(xpm.get("client.api/search?query=Tax%20One")).text("//TaxNumber"))
                .isEqualTo("******782");
    }

    @Test
    void readsDatesAndMonthsInEitherForm() {
        Xml added = Xml.of(
                xpm.post(
                        "client.api/add",
                        "<Client><Name>Date</Name><DateOfBirth>19701126</DateOfBirth><BalanceMonth>Jun</BalanceMonth></Client>"));
        assertThat(added.text("//DateOfBirth")).isEqualTo("1970-11-26T00:00:00");
        assertThat(added.text("//BalanceMonth")).isEqualTo("6");
        String id = added.text("//Client/UUID");
        Xml updated = Xml.of(xpm.put(
                "client.api/update", "<Client><UUID>" + id + "</UUID><DateOfBirth>1970-11-27</DateOfBirth></Client>"));
        assertThat(updated.text("//DateOfBirth")).isEqualTo("1970-11-27T00:00:00");
    }

    @Test
    void listsArchivedAndDeletedClientsButPagesAndSearchesOnlyCurrentOnes() {
        String archived = add("<Name>Gone Fishing One</Name>");
        String deleted = add("<Name>Gone Fishing Two</Name>");
        assertThat(Xml.of(xpm.put("client.api/archive", uuid(archived))).text("//IsArchived"))
                .isEqualTo("Yes");
        assertThat(Xml.of(xpm.post("client.api/delete", uuid(deleted))).namesUnder("/Response"))
                .containsExactly("Status");

        Xml list = Xml.of(xpm.get("client.api/list"));
        assertThat(list.text("//Client[UUID='" + archived + "']/IsArchived")).isEqualTo("Yes");
        assertThat(list.text("//Client[UUID='" + deleted + "']/IsDeleted")).isEqualTo("Yes");
        assertThat(Xml.of(xpm.get("client.api/search?query=Gone%20Fishing")).texts("//Client"))
                .isEmpty();
        assertThat(Xml.of(xpm.get("client.api/paged-list?pageSize=500")).texts("//Client/UUID"))
                .doesNotContain(archived, deleted);
        assertThat(Xml.of(xpm.put("client.api/update", uuid(archived))).text("//Status"))
                .isEqualTo("ERROR");
    }

    @Test
    void ignoresParametersItDoesNotKnowAndTakesTheRightOneInAnyCase() {
        clock.move(Duration.ofMinutes(10));
        Instant now = clock.instant();
        String changed = add("<Name>Fresh Pty Ltd</Name>");
        String since = now.toString().substring(0, 19);

        Xml whole = Xml.of(xpm.get("client.api/list?modified_since=" + since + "&page=2&pagesize=10"));
        assertThat(whole.texts("//Client")).hasSizeGreaterThan(200);
        assertThat(Xml.of(xpm.get("client.api/list?modifiedsince=" + since)).texts("//Client/UUID"))
                .containsExactly(changed);
        assertThat(Xml.of(xpm.get("client.api/list?ModifiedSince=" + since.replace(":", "%3A")))
                        .texts("//Client/UUID"))
                .containsExactly(changed);
        assertThat(Xml.of(xpm.get("client.api/list?modifiedsince=yesterday")).text("//Status"))
                .isEqualTo("ERROR");
    }

    @Test
    void writesNotesGroupsAndRelationshipsOnlyWhenAskedForDetail() {
        assertThat(Xml.of(xpm.get("client.api/list")).namesUnder("//Client"))
                .contains("Contacts", "TaxNumber")
                .doesNotContain("Notes", "Groups", "Relationships");
        Xml detailed = Xml.of(xpm.get("client.api/list?detailed=true"));
        assertThat(detailed.namesUnder("//Client")).contains("Notes", "Groups", "Relationships");
        assertThat(detailed.texts("//Relationship/UUID")).isNotEmpty();
    }

    @Test
    void endsPagesWithoutNextAndLosesNobodyWhileTheMiddleChanges() {
        List<String> seen = new ArrayList<>();
        String next = "client.api/paged-list?pageSize=60";
        while (!next.isEmpty()) {
            HttpResponse<String> page = xpm.get(next);
            Xml xml = Xml.of(page);
            seen.addAll(xml.texts("//Client/UUID"));
            assertThat(xml.text("//Links/First")).endsWith("/client.api/paged-list?pageSize=60");
            String link = xml.text("//Links/Next");
            assertThat(page.body().contains("&amp;pageSize=60")).isEqualTo(!link.isEmpty());
            next = link.isEmpty()
                    ? ""
                    : link.substring(simulator.baseUri().toString().length());
            if (seen.size() == 60) {
                simulator.edit(xpm.tenantId, seen.get(3), Map.of("IsArchived", "Yes"));
            }
        }
        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(200);
        simulator.edit(xpm.tenantId, seen.get(3), Map.of("IsArchived", ""));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"pageSize=0", "pageSize=501", "pageSize=many", "pageToken=%26%26"})
    void refusesPagesThatCannotBe(String query) {
        assertThat(xpm.get("client.api/paged-list?" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void leavesOutOfPagesWhatTheyAreTooThinFor() {
        assertThat(Xml.of(xpm.get("client.api/paged-list?pageSize=1")).namesUnder("//Client"))
                .doesNotContain("TaxNumber", "ClientCode", "Contacts", "Groups", "DateOfBirth", "FirstName");
    }

    private String add(String elements) {
        return Xml.of(xpm.post("client.api/add", "<Client>" + elements + "</Client>"))
                .text("//Client/UUID");
    }

    private static String uuid(String id) {
        return "<Client><UUID>" + id + "</UUID></Client>";
    }
}
