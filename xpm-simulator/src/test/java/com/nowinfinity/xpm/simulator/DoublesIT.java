package com.nowinfinity.xpm.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.simulator.judge.Doubled;
import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.ClientElement;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the judge calls made twice, and what not. */
class DoublesIT {

    private static final String COMPANY = "<BusinessStructure>Company</BusinessStructure>";

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
    void countsAClientWithTheNumberOfAnotherThatTheApiMade() {
        String first = add("<Name>One Pty Ltd</Name><CompanyNumber>004 085 616</CompanyNumber>" + COMPANY);
        String second = add("<Name>Uno Pty Ltd</Name><CompanyNumber>004085616</CompanyNumber>" + COMPANY);

        Doubled doubled = simulator.summary().doubles().getFirst();
        assertThat(doubled.thing()).isEqualTo("client");
        assertThat(List.of(doubled.firstId(), doubled.id())).containsExactly(first, second);
        assertThat(doubled.why()).isEqualTo("ACN");
    }

    @Test
    void countsTheSamePersonAndTheSameContent() {
        String person = "<FirstName>Ada</FirstName><LastName>Lane</LastName><DateOfBirth>1980-01-02</DateOfBirth>";
        add("<Name>Ada Lane</Name>" + person);
        add("<Name>LANE, Ada</Name>" + person);
        add("<Name>Bare Pty Ltd</Name>");
        add("<Name>Bare Pty Ltd</Name>");

        assertThat(simulator.summary().doubles())
                .extracting(Doubled::why)
                .containsExactly("name and date of birth", "content");
    }

    @Test
    void countsAClientThatAPersonHasEnteredBefore() {
        Client known = known();
        add("<Name>" + known.name().replace("&", "&amp;") + "</Name><CompanyNumber>"
                + known.get(ClientElement.COMPANY_NUMBER) + "</CompanyNumber>" + COMPANY);

        assertThat(simulator.summary().doubled()).isEqualTo(1);
    }

    @Test
    void doesNotCountNamesakesTrustsWithATrusteesNumberOrArchivedTwins() {
        Client known = known();
        add("<Name>A Trust</Name><CompanyNumber>" + known.get(ClientElement.COMPANY_NUMBER)
                + "</CompanyNumber><BusinessStructure>Trust</BusinessStructure>");
        add("<Name>Ada Lane</Name><DateOfBirth>1980-01-02</DateOfBirth>");
        add("<Name>Ada Lane</Name><DateOfBirth>1950-01-02</DateOfBirth>");
        simulator.edit(xpm.tenantId, known.id(), Map.of("IsArchived", "Yes"));
        add("<Name>" + known.name().replace("&", "&amp;") + "</Name><CompanyNumber>"
                + known.get(ClientElement.COMPANY_NUMBER) + "</CompanyNumber>" + COMPANY);

        assertThat(simulator.summary().doubles()).isEmpty();
    }

    @Test
    void countsRelationshipsGroupsAndDocumentsMadeTwice() {
        String company = add("<Name>Twice Pty Ltd</Name>" + COMPANY);
        String person = add("<Name>Ada Twice</Name>");
        for (int i = 0; i < 2; i++) {
            xpm.post(
                    "client.api/addrelationship",
                    "<Relationship><ClientUUID>" + company + "</ClientUUID><RelatedClientUUID>" + person
                            + "</RelatedClientUUID><Type>Director</Type><StartDate>2020-01-01</StartDate></Relationship>");
            xpm.post(
                    "clientgroup.api/add",
                    "<Group><Name>Twice Group</Name><ClientUUID>" + company + "</ClientUUID></Group>");
            xpm.post(
                    "client.api/document",
                    "<Document><ClientUUID>" + company
                            + "</ClientUUID><Title>T</Title><FileName>t.pdf</FileName><Content>QUJD</Content></Document>");
        }

        assertThat(simulator.summary().doubles())
                .extracting(Doubled::thing)
                .containsExactly("relationship", "group", "document");
    }

    @Test
    void doesNotCountASecondTermOrAnotherDocument() {
        String company = add("<Name>Term Pty Ltd</Name>" + COMPANY);
        String person = add("<Name>Ada Term</Name>");
        for (String dates : List.of(
                "<StartDate>2010-01-01</StartDate><EndDate>2012-01-01</EndDate>",
                "<StartDate>2015-01-01</StartDate>")) {
            xpm.post(
                    "client.api/addrelationship",
                    "<Relationship><ClientUUID>" + company + "</ClientUUID><RelatedClientUUID>" + person
                            + "</RelatedClientUUID><Type>Director</Type>" + dates + "</Relationship>");
        }
        for (String content : List.of("QUJD", "QUJE")) {
            xpm.post(
                    "client.api/document",
                    "<Document><ClientUUID>" + company
                            + "</ClientUUID><Title>T</Title><FileName>t.pdf</FileName><Content>" + content
                            + "</Content></Document>");
        }

        assertThat(simulator.summary().doubles()).isEmpty();
    }

    private Client known() {
        Organisation organisation = simulator.organisation(xpm.tenantId);
        return organisation.exclusively(() -> organisation.clients().stream()
                .filter(client -> client.get(ClientElement.COMPANY_NUMBER) != null)
                .findFirst()
                .orElseThrow());
    }

    private String add(String elements) {
        return Xml.of(xpm.post("client.api/add", "<Client>" + elements + "</Client>"))
                .text("//Client/UUID");
    }
}
