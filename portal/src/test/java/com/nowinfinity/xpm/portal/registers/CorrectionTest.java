package com.nowinfinity.xpm.portal.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nowinfinity.xpm.events.Address;
import com.nowinfinity.xpm.events.AddressUse;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.EntityStatus;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.RelationshipType;
import com.nowinfinity.xpm.portal.frame.Form;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

/** What an ASIC change of a person or a company needs can be recorded: every field that a report asks to change here. */
class CorrectionTest {

    private static final Entity ANNA = Entity.newBuilder()
            .setEntityId("p-1")
            .setVersion(3)
            .setKind(EntityKind.INDIVIDUAL)
            .setStatus(EntityStatus.ACTIVE)
            .setName("Anna Maria Berg")
            .setPersonFirstName("Anna")
            .setPersonMiddleName("Maria")
            .setPersonLastName("Berg")
            .setPersonDateOfBirth("1970-01-31")
            .setAddresses(List.of(address(AddressUse.RESIDENTIAL, "1 Old St"), address(AddressUse.CONTACT, "PO Box 1")))
            .build();

    private static final Entity COMPANY = Entity.newBuilder()
            .setEntityId("c-1")
            .setVersion(1)
            .setKind(EntityKind.COMPANY)
            .setStatus(EntityStatus.ACTIVE)
            .setName("Berg Pty Ltd")
            .setRelationships(List.of(
                    role(RelationshipType.DIRECTOR, "p-1", "2019-07-01"),
                    role(RelationshipType.SECRETARY, "p-1", "2019-07-01"),
                    parcel("p-1", "ORD", 60),
                    parcel("p-2", "ORD", 40)))
            .build();

    @Test
    void movesAPersonToAnotherHome() {
        Entity moved = corrected(
                ANNA,
                "RESIDENTIAL.street",
                "7 New St",
                "RESIDENTIAL.city",
                "Carlton",
                "RESIDENTIAL.state",
                "VIC",
                "RESIDENTIAL.postcode",
                "3053");

        assertThat(moved.getAddresses()).hasSize(2);
        assertThat(moved.getAddresses().getFirst())
                .isEqualTo(Address.newBuilder()
                        .setUse(AddressUse.RESIDENTIAL)
                        .setStreet("7 New St")
                        .setCity("Carlton")
                        .setState("VIC")
                        .setPostcode("3053")
                        .setCountry("Australia")
                        .build());
        assertThat(moved.getAddresses().getLast()).isEqualTo(ANNA.getAddresses().getLast());
        assertThat(moved.getName()).isEqualTo(ANNA.getName());
    }

    @Test
    void takesNoAddressThatIsNowhereInAustralia() {
        assertUnclear(
                ANNA,
                "Choose the state or territory",
                "RESIDENTIAL.street",
                "7 New St",
                "RESIDENTIAL.city",
                "Perth",
                "RESIDENTIAL.state",
                "Western");
        assertUnclear(
                ANNA,
                "four digits",
                "RESIDENTIAL.street",
                "7 New St",
                "RESIDENTIAL.city",
                "Perth",
                "RESIDENTIAL.postcode",
                "60");
    }

    @Test
    void renamesAPersonByPartsAndRemembersTheFormerName() {
        Entity married = corrected(ANNA, "lastName", "Carlsen");

        assertThat(married.getPersonLastName()).isEqualTo("Carlsen");
        assertThat(married.getPersonFirstName()).isEqualTo("Anna");
        assertThat(married.getName()).isEqualTo("Anna Maria Carlsen");
        assertThat(married.getFormerNames()).containsExactly("Anna Maria Berg");
    }

    @Test
    void correctsADateOfBirth() {
        assertThat(corrected(ANNA, "dateOfBirth", "1971-01-31").getPersonDateOfBirth())
                .isEqualTo("1971-01-31");
        assertUnclear(ANNA, "The date of birth is no date", "dateOfBirth", "31/01/1971");
    }

    @Test
    void renamesACompanyAndRecordsItsState() {
        Entity renamed = corrected(COMPANY, "name", "Carlsen Pty Ltd", "status", "STRIKE_OFF");

        assertThat(renamed.getName()).isEqualTo("Carlsen Pty Ltd");
        assertThat(renamed.getFormerNames()).containsExactly("Berg Pty Ltd");
        assertThat(renamed.getStatus()).isEqualTo(EntityStatus.STRIKE_OFF);
    }

    @Test
    void keepsWhatDoesNotApplyToTheKindOut() {
        assertUnclear(COMPANY, "Nothing is filled in", "lastName", "Carlsen", "dateOfBirth", "1971-01-31");
        assertUnclear(ANNA, "Nothing is filled in", "name", "Somebody else");
        assertUnclear(ANNA, "Choose the state", "status", "DEREGISTERED");
    }

    @Test
    void appointsAndEndsSecretariesAsItDoesDirectors() {
        Entity changed = corrected(
                COMPANY,
                "newOffice",
                "SECRETARY",
                "newHolder",
                "p-2",
                "startDate",
                "2026-02-01",
                "endOffice",
                "SECRETARY p-1 2019-07-01",
                "endDate",
                "2026-01-31");

        assertThat(changed.getRelationships())
                .contains(role(RelationshipType.DIRECTOR, "p-1", "2019-07-01"))
                .contains(Relationship.newBuilder(role(RelationshipType.SECRETARY, "p-1", "2019-07-01"))
                        .setEndDate("2026-01-31")
                        .build())
                .contains(role(RelationshipType.SECRETARY, "p-2", "2026-02-01"))
                .hasSize(5);
    }

    @Test
    void refusesAnOfficeThatMakesNoSense() {
        assertUnclear(
                COMPANY,
                "holds this office already",
                "newOffice",
                "DIRECTOR",
                "newHolder",
                "p-1",
                "startDate",
                "2026-01-01");
        assertUnclear(COMPANY, "cannot end before", "endOffice", "DIRECTOR p-1 2019-07-01", "endDate", "2019-06-30");
        assertUnclear(
                COMPANY, "Choose which office", "newOffice", "TRUSTEE", "newHolder", "p-2", "startDate", "2026-01-01");
    }

    @Test
    void appointsTheTrusteeOfATrust() {
        Entity trust = Entity.newBuilder(COMPANY)
                .setKind(EntityKind.TRUST)
                .setRelationships(List.of())
                .build();

        assertThat(corrected(trust, "newOffice", "TRUSTEE", "newHolder", "c-9", "startDate", "2026-02-01")
                        .getRelationships())
                .containsExactly(role(RelationshipType.TRUSTEE, "c-9", "2026-02-01"));
    }

    @Test
    void transfersSomeSharesToSomebodyWhoHoldsSuchAlready() {
        Entity changed = corrected(COMPANY, transfer("p-1 ORD 2019-07-01 60", "p-2", "20"));

        assertThat(changed.getRelationships())
                .contains(parcel("p-1", "ORD", 40), parcel("p-2", "ORD", 60))
                .hasSize(4);
    }

    @Test
    void endsTheHoldingOfWhoSellsEverythingAndGivesTheBuyerAParcel() {
        Entity changed = corrected(COMPANY, transfer("p-1 ORD 2019-07-01 60", "p-3", "60"));

        assertThat(changed.getRelationships())
                .contains(Relationship.newBuilder(parcel("p-1", "ORD", 60))
                        .setEndDate("2026-03-01")
                        .build())
                .contains(Relationship.newBuilder(parcel("p-3", "ORD", 60))
                        .setStartDate("2026-03-01")
                        .build())
                .hasSize(5);
    }

    @Test
    void issuesAndCancelsShares() {
        assertThat(corrected(COMPANY, transfer("issued", "p-2", "1,000")).getRelationships())
                .contains(Relationship.newBuilder(parcel("p-2", "ORD", 1_000))
                        .setShareClass(null)
                        .setStartDate("2026-03-01")
                        .build());
        assertThat(corrected(COMPANY, transfer("p-2 ORD 2019-07-01 40", "cancelled", "15"))
                        .getRelationships())
                .contains(parcel("p-2", "ORD", 25))
                .hasSize(4);
    }

    @Test
    void refusesSharesThatNobodyHas() {
        assertUnclear(COMPANY, "holds 60 shares, not 61", transfer("p-1 ORD 2019-07-01 60", "p-2", "61"));
        assertUnclear(COMPANY, "this holder's already", transfer("p-1 ORD 2019-07-01 60", "p-1", "1"));
        assertUnclear(COMPANY, "has changed", transfer("p-1 ORD 2019-07-01 59", "p-2", "1"));
        Entity joint = Entity.newBuilder(COMPANY)
                .setRelationships(List.of(Relationship.newBuilder(parcel("p-1", "ORD", 60))
                        .setJoint(true)
                        .build()))
                .build();
        assertUnclear(joint, "has changed", transfer("p-1 ORD 2019-07-01 60", "p-2", "1"));
    }

    private static String[] transfer(String from, String to, String number) {
        return new String[] {"sharesFrom", from, "sharesTo", to, "shares", number, "sharesDate", "2026-03-01"};
    }

    private static Entity corrected(Entity before, String... fields) {
        return correction(fields).in(before);
    }

    private static void assertUnclear(Entity before, String message, String... fields) {
        assertThatThrownBy(() -> corrected(before, fields))
                .isInstanceOf(Unclear.class)
                .hasMessageContaining(message);
    }

    private static Correction correction(String... fields) {
        LinkedMultiValueMap<String, String> filled = new LinkedMultiValueMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            filled.add(fields[i], fields[i + 1]);
        }
        return new Correction(new Form(filled));
    }

    private static Address address(AddressUse use, String street) {
        return Address.newBuilder()
                .setUse(use)
                .setStreet(street)
                .setCity("Carlton")
                .build();
    }

    private static Relationship role(RelationshipType type, String holder, String startDate) {
        return Relationship.newBuilder()
                .setType(type)
                .setEntityId(holder)
                .setStartDate(startDate)
                .build();
    }

    private static Relationship parcel(String holder, String shareClass, long shares) {
        return Relationship.newBuilder(role(RelationshipType.SHAREHOLDER, holder, "2019-07-01"))
                .setShareClass(shareClass)
                .setShares(shares)
                .build();
    }
}
