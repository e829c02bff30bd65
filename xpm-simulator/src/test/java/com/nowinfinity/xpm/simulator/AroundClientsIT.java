package com.nowinfinity.xpm.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.simulator.judge.Limits;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Relationships, contacts, groups, documents. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AroundClientsIT {

    private XpmSimulator simulator;
    private Driver xpm;
    private String company = "";
    private String person = "";

    @BeforeAll
    void start() throws IOException {
        Limits generous = new Limits(100_000, 5, 100_000, 100_000, Duration.ofMinutes(1));
        simulator = XpmSimulator.start(SimulatorConfiguration.of(Driver.APP).withLimits(generous));
        xpm = Driver.connectedTo(simulator);
        company = add("<Name>Round Pty Ltd</Name><BusinessStructure>Company</BusinessStructure>");
        person = add("<Name>Ada Round</Name><BusinessStructure>Individual</BusinessStructure>");
    }

    @AfterAll
    void stop() {
        simulator.close();
    }

    @Test
    void showsARelationshipOnBothSides() {
        Xml added = Xml.of(relate(
                company,
                "Shareholder",
                person,
                "<NumberOfShares>12</NumberOfShares><StartDate>2019-07-01</StartDate>"));
        String id = added.text("/Response/Relationship/UUID");

        String own = "//Relationship[UUID='" + id + "']";
        Xml ofCompany = Xml.of(xpm.get("client.api/get/" + company));
        assertThat(ofCompany.namesUnder(own))
                .containsExactly("UUID", "Type", "RelatedClient", "NumberOfShares", "StartDate");
        assertThat(ofCompany.text(own + "/Type")).isEqualTo("Shareholder");
        assertThat(ofCompany.text(own + "/RelatedClient/Name")).isEqualTo("Ada Round");
        Xml ofPerson = Xml.of(xpm.get("client.api/get/" + person));
        assertThat(ofPerson.text(own + "/Type")).isEqualTo("Shareholder Of");
        assertThat(ofPerson.text(own + "/RelatedClient/UUID")).isEqualTo(company);

        Xml updated = Xml.of(xpm.put(
                "client.api/updaterelationship",
                "<Relationship><UUID>" + id + "</UUID><EndDate>2024-06-30</EndDate></Relationship>"));
        assertThat(updated.text("//EndDate")).isEqualTo("2024-06-30");
        assertThat(updated.text("//NumberOfShares")).isEqualTo("12");

        xpm.post("client.api/deleterelationship", "<Relationship><UUID>" + id + "</UUID></Relationship>");
        assertThat(Xml.of(xpm.get("client.api/get/" + person)).texts(own)).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "Director Of,,Invalid relationship type",
        "Appointor,,Invalid relationship type",
        "director,,Invalid relationship type",
        "Director,<NumberOfShares>1</NumberOfShares>,NumberOfShares is only for Shareholder and Owner",
        "Shareholder,<NumberOfShares>2147483648</NumberOfShares>,Invalid NumberOfShares",
        "Shareholder,<NumberOfShares>1.5</NumberOfShares>,Invalid NumberOfShares",
        "Shareholder,<Percentage>50</Percentage>,Percentage is only for Partner",
        "Partner,<Percentage>half</Percentage>,Invalid Percentage",
        "Director,<StartDate>soon</StartDate>,Invalid date for StartDate",
        "Director,<StartDate>2020-01-02</StartDate><EndDate>2020-01-01</EndDate>,EndDate is before StartDate"
    })
    void refusesRelationshipsThatCannotBe(String type, String more, String text) {
        HttpResponse<String> answer = relate(company, type, person, more == null ? "" : more);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Xml.of(answer).text("//ErrorDescription")).isEqualTo(text);
    }

    @Test
    void refusesDirectorsOfAnIndividualAndRelationsToNobodyOrOneself() {
        assertThat(Xml.of(relate(person, "Director", company, "")).text("//ErrorDescription"))
                .isEqualTo("An individual cannot have a Director");
        assertThat(Xml.of(relate(company, "Director", "nobody", "")).text("//ErrorDescription"))
                .isEqualTo("Invalid client identifier");
        assertThat(Xml.of(relate(company, "Director", company, "")).text("//Status"))
                .isEqualTo("ERROR");
    }

    @Test
    void takesTheLastOfSeveralPrimaryContactsAndSharesContactsBetweenClients() {
        String first = add("<Name>Talk Pty Ltd</Name><Contacts>"
                + "<Contact><Name>Jo</Name><Position>Director</Position><IsPrimary>Yes</IsPrimary></Contact>"
                + "<Contact><Name>Kim</Name><IsPrimary>Yes</IsPrimary></Contact></Contacts>");
        Xml talk = Xml.of(xpm.get("client.api/get/" + first));
        assertThat(talk.namesUnder("//Contact"))
                .containsExactly(
                        "UUID",
                        "Name",
                        "Mobile",
                        "Email",
                        "Phone",
                        "Salutation",
                        "Addressee",
                        "Position",
                        "IsPrimary",
                        "IsDeleted");
        assertThat(talk.text("//Contact[Name='Jo']/IsPrimary")).isEqualTo("No");
        assertThat(talk.text("//Contact[Name='Kim']/IsPrimary")).isEqualTo("Yes");

        String jo = talk.text("//Contact[Name='Jo']/UUID");
        String second = add("<Name>Talk Two Pty Ltd</Name>");
        xpm.post(
                "client.api/client/" + second + "/contacts",
                "<Client><Contacts><Contact><UUID>" + jo
                        + "</UUID><Position>Secretary</Position></Contact></Contacts></Client>");
        xpm.put("client.api/contact/" + jo, "<Contact><Email>jo@mail.example</Email></Contact>");
        assertThat(Xml.of(xpm.get("client.api/get/" + second)).text("//Contact[UUID='" + jo + "']/Email"))
                .isEqualTo("jo@mail.example");
        assertThat(Xml.of(xpm.get("client.api/contact/" + jo + "?clientUuid=" + second))
                        .text("//Position"))
                .isEqualTo("Secretary");

        xpm.delete("client.api/contact/" + jo + "?clientUuid=" + second);
        assertThat(Xml.of(xpm.get("client.api/get/" + second)).texts("//Contact"))
                .isEmpty();
        assertThat(Xml.of(xpm.delete("client.api/contact/" + jo)).text("//Contact/IsDeleted"))
                .isEqualTo("Yes");
        assertThat(Xml.of(xpm.get("client.api/contact/" + jo)).text("//Status")).isEqualTo("ERROR");
    }

    @Test
    void addsAContactToAClientAndListsContactsInPages() {
        Xml added = Xml.of(xpm.post(
                "client.api/contact",
                "<Contact><Client><UUID>" + company + "</UUID></Client><Name>Lee</Name></Contact>"));
        assertThat(added.text("/Response/Contact/Name")).isEqualTo("Lee");
        assertThat(Xml.of(xpm.get("client.api/contacts?pageSize=1")).texts("//Contact"))
                .hasSize(1);
        assertThat(Xml.of(xpm.post("client.api/contact", "<Contact><Name>Lee</Name></Contact>"))
                        .text("//ErrorDescription"))
                .isEqualTo("Invalid client identifier");
    }

    @Test
    void makesGroupsOnlyAroundAClientAndChangesMembersByAttribute() {
        assertThat(Xml.of(xpm.post("clientgroup.api/add", "<Group><Name>Empty</Name></Group>"))
                        .text("//Status"))
                .isEqualTo("ERROR");
        String id = Xml.of(xpm.post(
                        "clientgroup.api/add",
                        "<Group><Name>Round &amp; Co</Name><Taxable>No</Taxable><ClientUUID>" + company
                                + "</ClientUUID></Group>"))
                .text("//Group/UUID");

        Xml both = Xml.of(xpm.put(
                "clientgroup.api/members", "<Group><UUID>" + id + "</UUID><add uuid=\"" + person + "\"/></Group>"));
        assertThat(both.texts("//Group/Clients/Client/Name")).containsExactly("Round Pty Ltd", "Ada Round");
        Xml again = Xml.of(xpm.put(
                "clientgroup.api/members",
                "<Group><UUID>" + id + "</UUID><add uuid=\"" + person + "\"/><remove uuid=\"" + company
                        + "\"/></Group>"));
        assertThat(again.texts("//Group/Clients/Client/Name")).containsExactly("Ada Round");
        assertThat(Xml.of(xpm.get("client.api/get/" + person)).text("//Groups/Group/Name"))
                .isEqualTo("Round & Co");
        assertThat(Xml.of(xpm.get("clientgroup.api/list")).namesUnder("//Group[UUID='" + id + "']"))
                .containsExactly("UUID", "Name", "Taxable", "WebUrl");

        xpm.post("clientgroup.api/delete", "<Group><UUID>" + id + "</UUID></Group>");
        assertThat(Xml.of(xpm.get("clientgroup.api/get/" + id)).text("//Status"))
                .isEqualTo("ERROR");
    }

    @Test
    void keepsDocumentsAndNeverShowsTheirIds() {
        Xml added = Xml.of(document("Minutes", "signed".getBytes(StandardCharsets.UTF_8)));
        assertThat(added.namesUnder("/Response")).containsExactly("Status", "UUID");

        Xml list = Xml.of(xpm.get("client.api/documents/" + company));
        assertThat(list.namesUnder("//Document"))
                .containsExactly("Title", "Text", "Folder", "Date", "CreatedBy", "FileName", "URL");
        assertThat(list.text("//Document/CreatedBy")).isEqualTo("Olivia");
        assertThat(list.text("//Document/Date")).matches("\\d{8}");
    }

    @Test
    void takesALargeDocumentAndRefusesOneWithoutContent() {
        assertThat(Xml.of(document("Large", new byte[8 * 1024 * 1024])).text("//Status"))
                .isEqualTo("OK");
        assertThat(Xml.of(document("None", new byte[0])).text("//ErrorDescription"))
                .isEqualTo("Content is required");
        assertThat(Xml.of(
                                xpm.post(
                                        "client.api/document",
                                        "<Document><ClientUUID>" + company
                                                + "</ClientUUID><Title>T</Title><FileName>f</FileName><Content>AA=A</Content></Document>"))
                        .text("//ErrorDescription"))
                .isEqualTo("Content is not base 64");
    }

    private HttpResponse<String> document(String title, byte[] content) {
        return xpm.post(
                "client.api/document",
                "<Document><ClientUUID>" + company + "</ClientUUID><Title>" + title + "</Title><Text/>"
                        + "<Folder>Minutes</Folder><FileName>minutes.pdf</FileName><Content>"
                        + Base64.getEncoder().encodeToString(content) + "</Content></Document>");
    }

    private HttpResponse<String> relate(String client, String type, String related, String more) {
        return xpm.post(
                "client.api/addrelationship",
                "<Relationship><ClientUUID>" + client + "</ClientUUID><RelatedClientUUID>" + related
                        + "</RelatedClientUUID><Type>" + type + "</Type>" + more + "</Relationship>");
    }

    private String add(String elements) {
        return Xml.of(xpm.post("client.api/add", "<Client>" + elements + "</Client>"))
                .text("//Client/UUID");
    }
}
