package com.nowinfinity.xpm.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.http.WireServer.Seen;
import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.RelationshipChange;
import com.nowinfinity.xpm.api.practice.RelationshipDraft;
import com.nowinfinity.xpm.api.practice.RelationshipType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What XPM is sent, to the byte where it matters. */
class RequestsOnTheWireIT extends ServedByScript {

    private static final String BASE = "/practicemanager/3.1/";
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    @Test
    void saysWhoAsksAndInWhichTongue() {
        answering("<Clients />");

        xpm.searchClients(CALL, "Smith & Söhne");

        assertThat(server.only().headers())
                .containsEntry("authorization", "Bearer " + TOKEN)
                .containsEntry("xero-tenant-id", CALL.credentials().tenantId())
                .containsEntry("accept", "application/xml")
                .doesNotContainKey("content-type");
        assertThat(server.only().target())
                .isEqualTo(BASE + "client.api/search?detailed=true&query=Smith+%26+S%C3%B6hne");
    }

    @Test
    void asksForTheListInWholeSecondsOfUniversalTime() {
        answering("<Clients />");

        xpm.listClients(CALL, true, Instant.parse("2026-11-01T09:05:03.999Z"), client -> {});

        assertThat(server.only().target())
                .isEqualTo(BASE + "client.api/list?detailed=true&modifiedsince=2026-11-01T09%3A05%3A03");
    }

    @Test
    void asksForTheWholeListWithoutATime() {
        answering("<Clients />");

        xpm.listClients(CALL, false, null, client -> {});

        assertThat(server.only().target()).isEqualTo(BASE + "client.api/list?detailed=false");
    }

    @Test
    void createsWithEscapedValues() {
        answering("<Client><UUID>" + CLIENT_ID + "</UUID></Client>");

        xpm.addClient(CALL, SMITH);

        Seen seen = server.only();
        assertThat(seen.verb() + " " + seen.target()).isEqualTo("POST " + BASE + "client.api/add");
        assertThat(seen.headers()).containsEntry("content-type", "application/xml; charset=utf-8");
        assertThat(seen.body())
                .isEqualToIgnoringWhitespace(
                        DECLARATION.replace('"', '\'') + "<Client><Name>Smith &amp; Co</Name></Client>");
    }

    @Test
    void updatesOnlyWhatIsNamed() {
        answering("<Client><UUID>" + CLIENT_ID + "</UUID></Client>");

        xpm.updateClient(
                CALL,
                CLIENT_ID,
                ClientPatch.NONE
                        .set(ClientElement.DATE_OF_BIRTH, LocalDate.of(1970, 11, 26))
                        .set(ClientElement.EMAIL, "")
                        .clear(ClientElement.FAX));

        Seen seen = server.only();
        assertThat(seen.verb() + " " + seen.target()).isEqualTo("PUT " + BASE + "client.api/update");
        assertThat(seen.body())
                .endsWith("<Client><UUID>" + CLIENT_ID
                        + "</UUID><DateOfBirth>1970-11-26</DateOfBirth><Fax></Fax></Client>");
    }

    @Test
    void addsARelationship() {
        answering("<Relationship><UUID>r-1</UUID><Type>Shareholder</Type></Relationship>");

        var added = xpm.addRelationship(
                CALL,
                new RelationshipDraft(
                        "c-1", "p-1", RelationshipType.SHAREHOLDER, 1_000, null, LocalDate.of(2010, 1, 31), null));

        assertThat(added.value().id()).isEqualTo("r-1");
        Seen seen = server.only();
        assertThat(seen.verb() + " " + seen.target()).isEqualTo("POST " + BASE + "client.api/addrelationship");
        assertThat(seen.body())
                .endsWith("<Relationship><ClientUUID>c-1</ClientUUID><RelatedClientUUID>p-1</RelatedClientUUID>"
                        + "<Type>Shareholder</Type><NumberOfShares>1000</NumberOfShares>"
                        + "<StartDate>2010-01-31</StartDate></Relationship>");
    }

    @Test
    void takesABareOkForAnAddedRelationship() {
        answering("");

        var added = xpm.addRelationship(
                CALL, new RelationshipDraft("c-1", "p-1", RelationshipType.DIRECTOR, null, null, null, null));

        assertThat(added.value().id()).isNull();
        assertThat(added.value().type()).isEqualTo("Director");
    }

    @Test
    void endsARelationship() {
        answering("");

        xpm.updateRelationship(CALL, "r-1", RelationshipChange.endingOn(LocalDate.of(2026, 6, 30)));

        Seen seen = server.only();
        assertThat(seen.verb() + " " + seen.target()).isEqualTo("PUT " + BASE + "client.api/updaterelationship");
        assertThat(seen.body()).endsWith("<Relationship><UUID>r-1</UUID><EndDate>2026-06-30</EndDate></Relationship>");
    }

    @Test
    void startsAGroupWithAClient() {
        answering("<Group><UUID>g-1</UUID><Name>Family</Name></Group>");

        assertThat(xpm.addGroup(CALL, "Family", CLIENT_ID).value().id()).isEqualTo("g-1");

        Seen seen = server.only();
        assertThat(seen.verb() + " " + seen.target()).isEqualTo("POST " + BASE + "clientgroup.api/add");
        assertThat(seen.body())
                .endsWith("<Group><Name>Family</Name><Taxable>No</Taxable><ClientUUID>" + CLIENT_ID
                        + "</ClientUUID></Group>");
    }

    @Test
    void changesMembersByAttributes() {
        answering("");

        var group = xpm.changeMembers(CALL, "g-1", List.of("a", "b"), List.of("c"));

        assertThat(group.value().id()).isEqualTo("g-1");
        Seen seen = server.only();
        assertThat(seen.verb() + " " + seen.target()).isEqualTo("PUT " + BASE + "clientgroup.api/members");
        assertThat(seen.body().replace(" />", "/>"))
                .endsWith("<Group><UUID>g-1</UUID><add uuid=\"a\"/><add uuid=\"b\"/><remove uuid=\"c\"/></Group>");
    }

    @Test
    void readsGroupsDocumentsAndStaff() {
        answering("<Groups><Group><UUID>g-1</UUID><Name>Family</Name><Taxable>No</Taxable></Group></Groups>");
        assertThat(xpm.listGroups(CALL).value()).singleElement().hasToString("ClientGroup[id=g-1, name=Family]");

        answering("<Group><UUID>g-1</UUID><Clients><Client><UUID>c-1</UUID><Name>A</Name></Client></Clients></Group>");
        assertThat(xpm.getGroup(CALL, "g-1").value().orElseThrow().clients())
                .singleElement()
                .hasToString("ClientReference[id=c-1, name=A]");

        answering("<Documents><Document><Title>Deed</Title><Date>20091023</Date><FileName>deed.pdf</FileName>"
                + "</Document></Documents>");
        assertThat(xpm.listDocuments(CALL, CLIENT_ID).value()).singleElement().satisfies(document -> {
            assertThat(document.title()).isEqualTo("Deed");
            assertThat(document.date()).isEqualTo(LocalDate.of(2009, 10, 23));
        });

        answering("<StaffList><Staff><UUID>s-1</UUID><Name>Jo</Name><Email>jo@example.com</Email></Staff></StaffList>");
        assertThat(xpm.listStaff(CALL).value())
                .singleElement()
                .extracting(member -> member.email())
                .isEqualTo("jo@example.com");

        assertThat(server.seen())
                .extracting(Seen::target)
                .containsExactly(
                        BASE + "clientgroup.api/list",
                        BASE + "clientgroup.api/get/g-1",
                        BASE + "client.api/documents/" + CLIENT_ID,
                        BASE + "staff.api/list");
    }

    private void answering(String payload) {
        server.playing(WireServer.xml("<Response api-method=\"Any\"><Status>OK</Status>" + payload + "</Response>"));
    }
}
