package com.nowinfinity.xpm.worker.domain;

import static com.nowinfinity.xpm.worker.Clients.client;
import static com.nowinfinity.xpm.worker.Entities.address;
import static com.nowinfinity.xpm.worker.Entities.company;
import static com.nowinfinity.xpm.worker.Entities.entity;
import static com.nowinfinity.xpm.worker.Entities.person;
import static com.nowinfinity.xpm.worker.Entities.role;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.PersonDetails;
import com.nowinfinity.xpm.api.practice.PostalAddress;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.AddressUse;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.EntityStatus;
import com.nowinfinity.xpm.events.RelationshipType;
import com.nowinfinity.xpm.worker.Clients;
import com.nowinfinity.xpm.worker.comparison.Base;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 3 of the domain: links and matching. */
class Domain3LinksTest {

    private static final String ACN = "004085616";
    private static final String ABN = "53004085616";
    private static final String TRUST_ABN = "51824753556";
    private static final PostalAddress HIGH_STREET = new PostalAddress("1 High St", "Carlton", "VIC", "3053", null);

    @Test
    @DisplayName("3.1 many entities link to one client, and one of them leads")
    void manyEntitiesLinkToOneClientAndTheSmallestIdLeads() {
        Sample sample = new Sample()
                .ours(mary("p-3").setEmail("other@example.com"), mary("p-1").setEmail("mary@example.com"), mary("p-2"))
                .theirs(client("x-1", "Mary Smith")
                        .person("Mary", "Smith", "1970-01-02")
                        .contact("mary@example.com", null, null));

        assertThat(sample.pairs()).containsExactly("p-1=x-1", "p-2=x-1", "p-3=x-1");
        assertThat(sample.rows()).containsExactly("recorded-differently p-3 x-1 email");
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE,   DECEASED, recorded-differently p-2 x-1 status",
        "DECEASED, ACTIVE,   state-differs p-1 x-1 -;recorded-differently p-2 x-1 status",
        "DECEASED, DECEASED, state-differs p-1 x-1 -",
        "ACTIVE,   UNKNOWN,  recorded-differently p-2 x-1 email"
    })
    @DisplayName("3.1 who died in one record only is told, and nothing else of that record")
    void aStateThatOneRecordAloneHasIsTold(EntityStatus leading, EntityStatus other, String rows) {
        Entity.Builder second = mary("p-2").setStatus(other);
        Sample sample = new Sample()
                .ours(
                        mary("p-1").setStatus(leading).setEmail("mary@example.com"),
                        leading == other ? second : second.setEmail("other@example.com"))
                .theirs(client("x-1", "Mary Smith")
                        .person("Mary", "Smith", "1970-01-02")
                        .contact("mary@example.com", null, null));

        assertThat(sample.rows()).containsExactly(rows.split(";"));
    }

    @Test
    @DisplayName("3.2 a number on several clients never links by itself")
    void aNumberOnSeveralClientsNeverLinksByItself() {
        Sample sample = new Sample()
                .ours(company("c-1", "Smith Pty Ltd").setAcn(ACN))
                .theirs(
                        client("x-1", "Smith Pty Ltd").acn(ACN),
                        client("x-2", "Jones Pty Ltd").acn(ACN));

        assertThat(sample.pairs()).isEmpty();
        assertThat(sample.rows()).containsExactly("duplicate-in-xpm c-1 - -");
    }

    @Test
    @DisplayName("3.2 evidence for two clients that are not one another is ambiguous")
    void clientsThatAreNotOneAnotherAreAmbiguous() {
        Sample sample = new Sample()
                .ours(company("c-1", "Smith Pty Ltd").setAcn(ACN).setAbn(ABN))
                .theirs(client("x-1", "Smith").acn(ACN), client("x-2", "Smith").abn(ABN));

        assertThat(sample.pairs()).isEmpty();
        assertThat(sample.rows()).containsExactly("ambiguous-match c-1 - -");
        assertThat(sample.differences().getFirst().candidates())
                .as("who can be chosen")
                .extracting(PracticeClient::id)
                .containsExactly("x-1", "x-2");
    }

    @Test
    @DisplayName("3.2 a name with an address only suggests")
    void nameWithAddressOnlySuggests() {
        Sample sample = new Sample()
                .ours(person("p-1", "Mary", "Smith")
                        .setAddresses(address(AddressUse.RESIDENTIAL, "1 High Street", "Carlton", "Victoria", "3053")))
                .theirs(
                        client("x-1", "Mary Smith")
                                .person("Mary", "Smith", null)
                                .physical(HIGH_STREET),
                        client("x-2", "Mary Smith").person("Mary", "Smith", null));

        assertThat(sample.pairs()).isEmpty();
        assertThat(sample.rows()).containsExactly("ambiguous-match p-1 - -");
        assertThat(sample.differences().getFirst().theirs()).isEqualTo("Mary Smith");
        assertThat(sample.differences().getFirst().candidates())
                .extracting(PracticeClient::id)
                .containsExactly("x-1");
    }

    @Test
    @DisplayName("3.2 who certainly is somebody is suggested to nobody else")
    void whoCertainlyIsSomebodyIsSuggestedToNobodyElse() {
        Sample sample = new Sample()
                .ours(mary("p-1"), person("p-2", "Mary", "Smith"))
                .theirs(client("x-1", "Mary Smith").person("Mary", "Smith", "1970-01-02"));

        assertThat(sample.rows()).containsExactly("missing-in-xpm p-2 - -");
    }

    @Test
    @DisplayName("3.2 a former name with the date of birth is evidence")
    void aPersonIsFoundByAFormerName() {
        assertThat(new Sample()
                        .ours(mary("p-1").setFormerNames(List.of("Mary Jones")))
                        .theirs(client("x-1", "Mary Jones").person("Mary", "Jones", "1970-01-02"))
                        .rows())
                .containsExactly("field-differs p-1 x-1 person.lastName");
    }

    @Test
    @DisplayName("3.2 a preferred name with the date of birth is evidence")
    void aPersonIsFoundByAPreferredNameAndNothingIsSaidOfIt() {
        assertThat(new Sample()
                        .ours(person("p-1", "Robert", "Smith").setPersonDateOfBirth("1970-01-02"))
                        .theirs(client("x-1", "Bob Smith")
                                .person(new PersonDetails(
                                        null, "Bob", null, "Smith", "Robert", LocalDate.of(1970, 1, 2), null)))
                        .rows())
                .isEmpty();
    }

    @Test
    @DisplayName("3.2 a number counts wherever it stands")
    void numbersCountWhereverTheyStand() {
        assertThat(new Sample()
                        .ours(company("c-1", "Smith Pty Ltd").setAcn(ACN).setAbn(ABN))
                        .theirs(client("x-1", "Smith Pty Ltd").acn(ABN).abn(ACN))
                        .rows())
                .containsExactly("number-invalid c-1 x-1 acn", "number-invalid c-1 x-1 abn");
    }

    @Test
    @DisplayName("3.3 the trustee's number does not make its trust the trustee")
    void theTrusteesNumberDoesNotMakeItsTrustTheTrustee() {
        Sample sample = new Sample()
                .ours(
                        company("c-1", "Smith Pty Ltd").setAcn(ACN).setAbn(ABN),
                        trustOf("t-1", "c-1").setAbn(TRUST_ABN))
                .theirs(
                        client("x-1", "Smith Pty Ltd").label("Company").acn(ACN).abn(ABN),
                        client("x-2", "Smith Family Trust").acn(ACN).abn(TRUST_ABN));

        assertThat(sample.pairs()).containsExactly("c-1=x-1", "t-1=x-2");
        assertThat(sample.rows())
                .containsExactly("trustee-number-on-trust t-1 x-2 acn", "role-missing-in-xpm t-1 x-2 TRUSTEE:c-1");
    }

    @ParameterizedTest
    @CsvSource({"Trustee, true", "Trustee Of, false", "Beneficiary, false"})
    @DisplayName("3.3 the ABN of a trustee that only XPM knows speaks against no link")
    void theAbnOfATrusteeThatOnlyXpmKnowsSpeaksAgainstNoLink(String type, boolean trustees) {
        Sample sample = new Sample()
                .linked(entity(EntityKind.TRUST, "t-1", "Smith Family Trust").setAbn(TRUST_ABN), "x-2", Base.NONE)
                .theirs(
                        client("x-1", "Jones Pty Ltd").label("Company").abn(ABN),
                        client("x-2", "Smith Family Trust")
                                .label("Trust")
                                .abn(ABN)
                                .related(type, "x-1", null, null));

        assertThat(sample.rows())
                .filteredOn(row -> row.contains(" t-1 "))
                .filteredOn(row -> !row.startsWith("role-"))
                .containsExactly(trustees ? "trustee-number-on-trust t-1 x-2 abn" : "link-contradicted t-1 x-2 -");
    }

    @ParameterizedTest
    @CsvSource({"Trustee, true", "Trustee Of, false", "Beneficiary, false"})
    @DisplayName("3.3 the number of a trustee that only XPM knows is told too")
    void theNumberOfATrusteeThatOnlyXpmKnowsIsToldToo(String type, boolean told) {
        Sample sample = new Sample()
                .ours(entity(EntityKind.TRUST, "t-1", "Smith Family Trust").setAbn(TRUST_ABN))
                .theirs(
                        client("x-1", "Smith Pty Ltd").label("Company").acn(ACN),
                        client("x-2", "Smith Family Trust")
                                .acn("004 085 616")
                                .abn(TRUST_ABN)
                                .related(type, "x-1", "2020-01-01", null));

        assertThat(sample.rows().contains("trustee-number-on-trust t-1 x-2 acn"))
                .isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Smith Pty Ltd ATF Smith Family Trust",
                "Smith Pty Ltd as trustee for the Smith Family Trust",
                "SMITH P/L A/T/F SMITH FAMILY TRUST",
                "Smith Pty Ltd <Smith Family Trust A/C>",
                "The Trustee for Smith Family Trust",
                "Smith Family Trust"
            })
    @DisplayName("3.3 the name of a trust is the one behind its trustee")
    void theNameOfATrustIsTheOneBehindItsTrustee(String name) {
        Sample sample = new Sample()
                .ours(
                        company("c-1", "Smith Pty Ltd").setAcn(ACN),
                        trustOf("t-1", "c-1").setAbn(TRUST_ABN))
                .theirs(
                        client("x-1", "Smith Pty Ltd").label("Company").acn(ACN),
                        client("x-2", name).label("Trust").abn(TRUST_ABN).related("Trustee", "x-1", null, null));

        assertThat(sample.pairs()).containsExactly("c-1=x-1", "t-1=x-2");
        assertThat(sample.rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "John Smith ATF Smith Family Trust,              true",
        "SMITH J ATF Smith Family Trust,                 true",
        "Smith Pty Ltd ATF Smith Family Trust,           true",
        "Mary Jones as trustee for Smith Family Trust,   false",
        "MARY JONES <Smith Family Trust A/C>,            false",
        "'Jones, Mary ATF Smith Family Trust',           false",
        "M Jones ATF Smith Family Trust,                 false",
        "Mary Ann Jones ATF Smith Family Trust,          false",
        "Mary & John Jones ATF Smith Family Trust,       false",
        "The Smith Trustees ATF Smith Family Trust,      false",
        "Nominees ATF Smith Family Trust,                false"
    })
    @DisplayName("3.3 whom the name gives as the trustee is compared with today's")
    void whomTheNameGivesAsTheTrusteeIsComparedWithTodays(String name, boolean differs) {
        Sample sample = new Sample()
                .ours(
                        person("p-1", "Mary", "Jones").setPersonDateOfBirth("1970-01-02"),
                        person("p-2", "John", "Smith").setPersonDateOfBirth("1940-05-06"),
                        entity(EntityKind.TRUST, "t-1", "Smith Family Trust")
                                .setAbn(TRUST_ABN)
                                .setRelationships(List.of(
                                        role(RelationshipType.TRUSTEE, "p-2", "2010-01-01", "2020-01-01"),
                                        role(RelationshipType.TRUSTEE, "p-1", "2020-01-01", null))))
                .theirs(
                        client("x-1", "Mary Jones").label("Individual").person("Mary", "Jones", "1970-01-02"),
                        client("x-2", "John Smith").label("Individual").person("John", "Smith", "1940-05-06"),
                        client("x-3", name)
                                .label("Trust")
                                .abn(TRUST_ABN)
                                .related("Trustee", "x-1", "2020-01-01", null));

        assertThat(sample.rows()).isEqualTo(differs ? List.of("field-differs t-1 x-3 name") : List.of());
    }

    @Test
    @DisplayName("3.3 a client that certainly is the trust is not its trustee, whatever its name and label leave open")
    void aClientThatCertainlyIsTheTrustIsNotItsTrustee() {
        Sample sample = new Sample()
                .ours(
                        company("c-1", "Smith Pty Ltd").setAcn(ACN),
                        trustOf("t-1", "c-1").setAbn(TRUST_ABN))
                .theirs(client("x-1", "The Smith Settlement").acn(ACN).abn(TRUST_ABN));

        assertThat(sample.pairs()).containsExactly("t-1=x-1");
        assertThat(sample.rows())
                .containsExactly(
                        "missing-in-xpm c-1 - -", "field-differs t-1 x-1 name", "trustee-number-on-trust t-1 x-1 acn");
        assertThat(sample.theirs(client("x-2", "Smith").label("Company").acn(ACN))
                        .pairs())
                .containsExactly("c-1=x-2", "t-1=x-1");
    }

    @Test
    @DisplayName("3.3 a company whose own name begins with ATF is a company")
    void aCompanyWhoseNameBeginsWithAtfIsACompany() {
        Sample sample = new Sample()
                .ours(company("c-1", "ATF Mining Pty Ltd").setAcn(ACN))
                .theirs(client("x-1", "ATF MINING PTY LIMITED").label("Company").acn(ACN));

        assertThat(sample.pairs()).containsExactly("c-1=x-1");
        assertThat(sample.rows()).isEmpty();
    }

    @Test
    @DisplayName("3.4 one name with a blank ABN is probable, and asked")
    void aTrustOfOneNameWithABlankNumberIsProbableAndAsked() {
        Sample sample = new Sample()
                .ours(entity(EntityKind.TRUST, "t-1", "Smith Family Trust").setAbn(TRUST_ABN))
                .theirs(client("x-1", "The Smith Family Trust").label("Trust"));

        assertThat(sample.pairs()).isEmpty();
        assertThat(sample.rows()).containsExactly("ambiguous-match t-1 - -");
    }

    @Test
    @DisplayName("3.5 an archived twin makes nobody doubtful")
    void anArchivedTwinMakesNobodyDoubtful() {
        Sample sample = new Sample()
                .ours(company("c-1", "Smith Pty Ltd").setAcn(ACN))
                .theirs(
                        client("x-1", "Smith Pty Ltd").label("Company").acn(ACN).archived(),
                        client("x-2", "Smith Pty Ltd").label("Company").acn(ACN));

        assertThat(sample.pairs()).containsExactly("c-1=x-2");
        assertThat(sample.rows()).containsExactly("duplicate-in-xpm c-1 x-2 -");
        assertThat(sample.differences().getFirst().severity()).hasToString("LOW");
    }

    @Test
    @DisplayName("3.5 what is only archived or a prospect is said to be so")
    void whatIsArchivedOrAProspectOnlyIsSaidSo() {
        assertThat(new Sample()
                        .ours(
                                company("c-1", "Smith").setAcn(ACN),
                                company("c-2", "Jones").setAcn("010499966"))
                        .theirs(
                                client("x-1", "Smith").acn(ACN).archived(),
                                client("x-2", "Jones").acn("010499966").prospect())
                        .rows())
                .containsExactly("archived-in-xpm c-1 x-1 -", "prospect-in-xpm c-2 x-2 -");
    }

    @Test
    @DisplayName("3.5 for a client that is gone candidates are proposed")
    void aClientThatIsGoneIsLookedForAgainButOnlyProposed() {
        Sample sample = new Sample()
                .linked(company("c-1", "Smith Pty Ltd").setAcn(ACN), "x-9", Base.NONE)
                .theirs(client("x-1", "Smith Pty Ltd").label("Company").acn(ACN));

        assertThat(sample.pairs()).isEmpty();
        assertThat(sample.rows()).containsExactly("ambiguous-match c-1 - -");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("3.5 the client that a linked prospect has become is proposed")
    void theClientThatALinkedProspectHasBecomeIsProposed(boolean become) {
        Sample sample = new Sample()
                .linked(company("c-1", "Smith Pty Ltd").setAcn(ACN), "x-1", Base.NONE)
                .theirs(client("x-1", "Smith Pty Ltd").label("Company").acn(ACN).prospect());
        if (become) {
            sample.theirs(client("x-2", "Smith Pty Ltd").label("Company").acn(ACN));
        }

        assertThat(sample.pairs()).isEmpty();
        assertThat(sample.rows()).containsExactly(become ? "ambiguous-match c-1 - -" : "prospect-in-xpm c-1 x-1 -");
        if (become) {
            assertThat(sample.differences().getFirst().candidates())
                    .extracting(PracticeClient::id)
                    .containsExactly("x-2");
        }
    }

    @Test
    @DisplayName("3.5 a client that a person has refused stays refused")
    void aRefusedClientStaysRefused() {
        assertThat(new Sample()
                        .refusing(company("c-1", "Smith Pty Ltd").setAcn(ACN), "x-1")
                        .theirs(client("x-1", "Smith Pty Ltd").label("Company").acn(ACN))
                        .rows())
                .containsExactly("missing-in-xpm c-1 - -", "missing-in-nowinfinity - x-1 -");
    }

    @Test
    @DisplayName("3.2 a veto contradicts a link")
    void aVetoContradictsALink() {
        assertThat(new Sample()
                        .linked(company("c-1", "Smith Pty Ltd").setAcn(ACN), "x-1", Base.NONE)
                        .theirs(client("x-1", "Smith Pty Ltd").label("Company").acn("010499966"))
                        .rows())
                .containsExactly("link-contradicted c-1 x-1 -");
    }

    @Test
    @DisplayName("3.2 incompatible structures are a veto, whatever else agrees")
    void aWrongStructureOfTheSameNumberAndNameLinksNothing() {
        Sample sample = new Sample()
                .ours(company("c-1", "Smith Pty Ltd").setAcn(ACN))
                .theirs(client("x-1", "SMITH PTY. LIMITED").label("Partnership").acn(ACN));

        assertThat(sample.pairs()).isEmpty();
        assertThat(sample.rows()).containsExactly("structure-differs c-1 x-1 -");
    }

    @Test
    @DisplayName("3.2 father and son, namesakes and estates are not one")
    void fatherAndSonNamesakesAndEstatesAreNotOne() {
        Sample sample = new Sample()
                .ours(mary("p-1"))
                .theirs(
                        client("x-1", "Mary Smith").label("Individual").person("Mary", "Smith", "1940-05-06"),
                        client("x-2", "Estate of the late Mary Smith")
                                .label("Individual")
                                .person("Mary", "Smith", null));

        assertThat(sample.pairs()).isEmpty();
        assertThat(sample.rows()).containsExactly("missing-in-xpm p-1 - -");
    }

    @Test
    @DisplayName("3.2 one name with two valid numbers is two")
    void oneNameWithTwoNumbersIsTwo() {
        assertThat(new Sample()
                        .ours(company("c-1", "Smith Pty Ltd").setAcn(ACN))
                        .theirs(client("x-1", "Smith Pty Ltd").label("Company").acn("010499966"))
                        .rows())
                .containsExactly("missing-in-xpm c-1 - -", "missing-in-nowinfinity - x-1 -");
    }

    @Test
    @DisplayName("3.3 a trust and its trustee of one stem are two")
    void aTrustAndItsTrusteeOfOneStemAreTwo() {
        Clients trust = client("x-1", "Smith Family Trust").label("Trust").abn(TRUST_ABN);

        assertThat(new Sample()
                        .ours(company("c-1", "Smith Pty Ltd").setAcn(ACN))
                        .theirs(trust)
                        .pairs())
                .isEmpty();
    }

    private static Entity.Builder mary(String id) {
        return person(id, "Mary", "Smith").setPersonDateOfBirth("1970-01-02");
    }

    private static Entity.Builder trustOf(String id, String trustee) {
        return entity(EntityKind.TRUST, id, "Smith Family Trust")
                .setRelationships(List.of(role(RelationshipType.TRUSTEE, trustee, null, null)));
    }
}
