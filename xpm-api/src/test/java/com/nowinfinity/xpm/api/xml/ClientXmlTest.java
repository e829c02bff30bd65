package com.nowinfinity.xpm.api.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.ClientContact;
import com.nowinfinity.xpm.api.practice.ClientGroup;
import com.nowinfinity.xpm.api.practice.ClientReference;
import com.nowinfinity.xpm.api.practice.ClientRelationship;
import com.nowinfinity.xpm.api.practice.ContactDetails;
import com.nowinfinity.xpm.api.practice.PersonDetails;
import com.nowinfinity.xpm.api.practice.PostalAddress;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.api.practice.PracticeDetails;
import com.nowinfinity.xpm.api.practice.Registration;
import com.nowinfinity.xpm.api.practice.StaffReference;
import com.nowinfinity.xpm.api.xml.XmlResponse.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientXmlTest {

    @Test
    void readsACompany() throws IOException {
        PracticeClient client = read("""
                <UUID>c-1</UUID><Name>Harbour &amp; Hill Pty Ltd</Name><Email>office@example.com</Email>
                <Address>Level 2
                8 Quay St</Address><City>Sydney</City><Region>NSW</Region><PostCode>2000</PostCode><Country/>
                <PostalAddress/><PostalCity/><PostalRegion/><PostalPostCode/><PostalCountry/>
                <Phone>02 5550 1234</Phone><Fax/><Website>https://example.com</Website><ExportCode>77</ExportCode>
                <IsProspect>No</IsProspect><IsArchived>Yes</IsArchived><IsDeleted>No</IsDeleted>
                <AccountManager><UUID>s-1</UUID><Name>Partner P</Name></AccountManager><JobManager/>
                <TaxNumber>******782</TaxNumber><CompanyNumber>004 085 616</CompanyNumber>
                <BusinessNumber>53 004 085 616</BusinessNumber><BusinessStructure>Company</BusinessStructure>
                <BalanceMonth>6</BalanceMonth><ClientCode>HARB01</ClientCode>
                <Contacts><Contact><UUID>k-1</UUID><Name>Jo</Name><Mobile/><Email>jo@example.com</Email><Phone>1</Phone>
                <Salutation>Ms</Salutation><Addressee/><Position>0</Position><IsPrimary>Yes</IsPrimary></Contact></Contacts>
                <Notes><Note><Title>Ignored</Title></Note></Notes>
                <Groups><Group><UUID>g-1</UUID><Name>Harbour Group</Name></Group><Group><Name>No id</Name></Group></Groups>
                <Relationships><Relationship><UUID>r-1</UUID><Type>Shareholder</Type>
                <RelatedClient><UUID>p-1</UUID><Name>Jo Hill</Name></RelatedClient><NumberOfShares>1000</NumberOfShares>
                <Percentage>33.5</Percentage><StartDate>2010-01-31</StartDate><EndDate/></Relationship></Relationships>
                <WebUrl>https://xpm.example.com/c-1</WebUrl>""");

        assertThat(client)
                .isEqualTo(new PracticeClient(
                        "c-1",
                        "Harbour & Hill Pty Ltd",
                        PersonDetails.NONE,
                        new ContactDetails("office@example.com", "02 5550 1234", null, "https://example.com"),
                        new PostalAddress("Level 2\n8 Quay St", "Sydney", "NSW", "2000", null),
                        null,
                        new Registration("******782", "004 085 616", "53 004 085 616", "Company", 6),
                        new PracticeDetails(
                                new StaffReference("s-1", "Partner P"),
                                null,
                                "HARB01",
                                "77",
                                "https://xpm.example.com/c-1"),
                        false,
                        true,
                        false,
                        List.of(new ClientContact(
                                "k-1", "Jo", "jo@example.com", "1", null, "Ms", null, "0", true, false)),
                        List.of(new ClientGroup("g-1", "Harbour Group")),
                        List.of(new ClientRelationship(
                                "r-1",
                                "Shareholder",
                                new ClientReference("p-1", "Jo Hill"),
                                1_000L,
                                new BigDecimal("33.5"),
                                LocalDate.of(2010, 1, 31),
                                null))));
    }

    @Test
    void readsAPerson() throws IOException {
        PracticeClient client = read("""
                <UUID>p-1</UUID><Name>Hill, Jo</Name><Title>Dr</Title><FirstName>Jo</FirstName>
                <MiddleName>A.</MiddleName><LastName>Hill</LastName><OtherName/>
                <DateOfBirth>1970-11-26T00:00:00</DateOfBirth><DateOfDeath>unknown</DateOfDeath>
                <PostalAddress>PO Box 1</PostalAddress><PostalCity>Perth</PostalCity>""");

        assertThat(client.person())
                .isEqualTo(new PersonDetails("Dr", "Jo", "A.", "Hill", null, LocalDate.of(1970, 11, 26), null));
        assertThat(client.physicalAddress()).isNull();
        assertThat(client.postalAddress()).isEqualTo(new PostalAddress("PO Box 1", "Perth", null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<Email></Email><Contacts></Contacts><AccountManager></AccountManager>",
                "<Email/><Contacts/><AccountManager/>",
                "<Email> \n </Email><Contacts /><Groups /><Relationships />",
            })
    void readsAbsentEmptyAndClosedAlike(String elements) throws IOException {
        assertThat(read("<UUID>c-1</UUID><Name>A</Name>" + elements)).isEqualTo(read("<UUID>c-1</UUID><Name>A</Name>"));
    }

    @Test
    void keepsARelationshipOfUnknownKind() throws IOException {
        PracticeClient client = read("<UUID>c-1</UUID><Relationships><Relationship><Type>Guardian Of</Type>"
                + "</Relationship></Relationships>");

        assertThat(client.relationships())
                .containsExactly(new ClientRelationship(null, "Guardian Of", null, null, null, null, null));
    }

    private static PracticeClient read(String elements) throws IOException {
        String body = "<Response><Status>OK</Status><Client>" + elements + "</Client></Response>";
        List<XmlElement> found = new ArrayList<>();
        ResponseReader.read(
                new ByteArrayInputStream(body.getBytes(UTF_8)), UTF_8, new Part(null, Set.of("Client"), found::add));
        PracticeClient client = ClientXml.read(found.getFirst());
        assertThat(client).isNotNull();
        return client;
    }
}
