package com.nowinfinity.xpm.worker.domain;

import static com.nowinfinity.xpm.events.RelationshipType.DIRECTOR;
import static com.nowinfinity.xpm.events.RelationshipType.SHAREHOLDER;
import static com.nowinfinity.xpm.worker.Clients.client;
import static com.nowinfinity.xpm.worker.Entities.company;
import static com.nowinfinity.xpm.worker.Entities.entity;
import static com.nowinfinity.xpm.worker.Entities.person;
import static com.nowinfinity.xpm.worker.Entities.role;
import static com.nowinfinity.xpm.worker.Entities.shares;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.nowinfinity.xpm.api.practice.PersonDetails;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.EntityStatus;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.RelationshipType;
import com.nowinfinity.xpm.worker.Clients;
import com.nowinfinity.xpm.worker.Entities;
import com.nowinfinity.xpm.worker.comparison.DifferenceKind;
import com.nowinfinity.xpm.worker.comparison.FieldDifference;
import com.nowinfinity.xpm.worker.runs.ClientAsEntity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Section 4 of the domain: comparing. */
class Domain4ComparingTest {

    private static final String ACN = "004085616";

    @Test
    @DisplayName("4.1 our side blank is no discrepancy")
    void ourSideBlankIsNoDiscrepancy() {
        assertThat(roles(
                        List.of(),
                        smith().contact("a@example.com", "03 9876 5432", "example.com")
                                .abn("53004085616")))
                .isEmpty();
    }

    @Test
    @DisplayName("4.1 what one record alone holds is compared, whichever leads")
    void whatOneRecordAloneHoldsIsComparedWhicheverLeads() {
        Clients theirs = client("x-1", "Mary Smith")
                .person("Mary", "Smith", "1970-01-02")
                .contact("theirs@example.com", "03 9876 5432", "example.com");

        assertThat(new Sample()
                        .ours(
                                mary("p-1").setWebsite("example.com"),
                                mary("p-2").setEmail("ours@example.com").setPhone("03 9876 5432"),
                                mary("p-3").setEmail("others@example.com"))
                        .theirs(theirs)
                        .rows())
                .containsExactly("field-differs p-2 x-1 email");
    }

    @Test
    @DisplayName("4.1 of somebody who died no record is compared")
    void ofSomebodyWhoDiedNoRecordIsCompared() {
        assertThat(new Sample()
                        .ours(
                                mary("p-1").setStatus(EntityStatus.DECEASED),
                                mary("p-2").setEmail("ours@example.com"))
                        .theirs(client("x-1", "Mary Smith").person("Mary", "Smith", "1970-01-02"))
                        .rows())
                .containsExactly("state-differs p-1 x-1 -", "recorded-differently p-2 x-1 status");
    }

    @ParameterizedTest
    @CsvSource({
        "Smith Pty Ltd,                          004 085 616, true",
        "Smith Trust Pty Ltd,                    004085616,   true",
        "Smith Consulting,                       004085616,   true",
        "Smith Pty Ltd,                          004085617,   false",
        "Smith Pty Ltd,                          ,            false",
        "Smith Family Trust,                     004085616,   false",
        "Smith Pty Ltd ATF Smith Family Trust,   004085616,   false",
        "Estate of the late John Smith,          004085616,   false"
    })
    @DisplayName("4.2 a company is one by its number when its label says nothing")
    void aCompanyIsOneByItsNumberWhenItsLabelSaysNothing(String name, @Nullable String acn, boolean company) {
        for (String label : new String[] {null, "Pty Ltd"}) {
            Clients client = client("x-1", name).label(label).acn(acn);

            assertThat(new Sample().theirs(client).rows())
                    .isEqualTo(company ? List.of("missing-in-nowinfinity - x-1 -") : List.of());
            Entity offered = new ClientAsEntity(Entities.LABELS, id -> Optional.empty()).of(client.build());
            assertThat(offered.getKind()).isEqualTo(company ? EntityKind.COMPANY : EntityKind.UNKNOWN);
            assertThat(offered.getAcn()).isEqualTo(company ? "004085616" : null);
        }
    }

    @Test
    @DisplayName("4.2 people count as missing only where a role leads to them")
    void peopleCountAsMissingOnlyWhereARoleLeadsToThem() {
        assertThat(new Sample()
                        .theirs(
                                smith().related("Director", "x-2", null, null).related("Wife", "x-3", null, null),
                                jones("x-2"),
                                jones("x-3"),
                                client("x-4", "Smith Trust").label("Trust"))
                        .rows())
                .containsExactly("missing-in-nowinfinity - x-1 -", "missing-in-nowinfinity - x-2 -");
    }

    @Test
    @DisplayName("4.2 trusts count as missing once the practice uses that register")
    void trustsCountAsMissingOnceThePracticeUsesThatRegister() {
        assertThat(new Sample()
                        .ours(entity(EntityKind.TRUST, "t-1", "Jones Trust").setStatus(EntityStatus.CEASED))
                        .theirs(
                                client("x-4", "Smith Trust").label("Trust"),
                                client("x-5", "Smith Fund").label("Superannuation Fund"))
                        .rows())
                .containsExactly("missing-in-nowinfinity - x-4 -");
    }

    @Test
    @DisplayName("4.3 a mirror row counts once")
    void aMirrorRowCountsOnce() {
        assertThat(roles(
                        List.of(role(DIRECTOR, "p-1", "2019-07-01", null)),
                        smith().related("Director", "x-2", "2019-07-01", null)
                                .related("Director Of", "x-2", null, null)))
                .isEmpty();
    }

    @Test
    @DisplayName("4.3 a role the wrong way round is two rows")
    void aRoleTheWrongWayRoundIsTwoRows() {
        assertThat(new Sample()
                        .ours(
                                company("c-1", "Smith Pty Ltd")
                                        .setAcn(ACN)
                                        .setRelationships(List.of(role(DIRECTOR, "p-1", null, null))),
                                holder())
                        .theirs(
                                smith().related("Director Of", "x-2", null, null),
                                jones("x-2").related("Director", "x-1", null, null))
                        .rows())
                .containsExactly(
                        "role-missing-in-xpm c-1 x-1 DIRECTOR:p-1", "role-missing-in-nowinfinity p-1 x-2 DIRECTOR:x-1");
    }

    @Test
    @DisplayName("4.3 each term is a role of its own, told apart by its start")
    void aReappointmentIsNoDifferenceAndEachTermIsARoleOfItsOwn() {
        List<Relationship> ours =
                List.of(role(DIRECTOR, "p-1", "2010-01-01", "2015-01-01"), role(DIRECTOR, "p-1", "2018-01-01", null));

        assertThat(roles(ours, smith().related("Director", "x-2", "2018-01-01", null)))
                .isEmpty();
        assertThat(roles(
                        ours,
                        smith().related("Director", "x-2", "2010-01-01", null)
                                .related("Director", "x-2", "2018-01-01", null)))
                .containsExactly("role-ceased c-1 x-1 DIRECTOR:p-1");
    }

    @Test
    @DisplayName("4.3 what is over on both sides differs only by its last day")
    void whatIsOverOnBothSidesDiffersOnlyByItsLastDay() {
        List<Relationship> ours = List.of(role(DIRECTOR, "p-1", "2010-01-01", "2015-01-01"));

        assertThat(roles(ours, smith())).isEmpty();
        assertThat(roles(ours, smith().related("Director", "x-2", "2010-01-01", "2015-01-01")))
                .isEmpty();
        assertThat(roles(ours, smith().related("Director", "x-2", "2010-01-01", "2016-01-01")))
                .containsExactly("role-dates-differ c-1 x-1 DIRECTOR:p-1");
    }

    @Test
    @DisplayName("4.3 over here and current there is high, and fixed by an end date")
    void whatIsOverHereAndCurrentThereIsHigh() {
        Sample sample = new Sample()
                .ours(
                        company("c-1", "Smith Pty Ltd")
                                .setAcn(ACN)
                                .setRelationships(List.of(role(DIRECTOR, "p-1", "2010-01-01", "2020-01-01"))),
                        holder())
                .theirs(smith().related("Director", "x-2", "2010-01-01", null), jones("x-2"));

        assertThat(sample.rows()).containsExactly("role-ceased c-1 x-1 DIRECTOR:p-1");
        assertThat(sample.differences().getFirst().severity()).hasToString("HIGH");
    }

    @Test
    @DisplayName("4.3 a trustee who is a member too is two facts")
    void aTrusteeWhoIsAMemberIsTwoFacts() {
        assertThat(new Sample()
                        .ours(
                                entity(EntityKind.SUPER_FUND, "f-1", "Jones Fund")
                                        .setAbn("51824753556")
                                        .setRelationships(List.of(
                                                role(RelationshipType.TRUSTEE, "p-1", null, null),
                                                role(RelationshipType.MEMBER, "p-1", null, null))),
                                holder())
                        .theirs(
                                client("x-1", "Jones Fund")
                                        .label("Superannuation Fund")
                                        .abn("51824753556")
                                        .related("Trustee", "x-2", null, null),
                                jones("x-2"))
                        .rows())
                .containsExactly("role-missing-in-xpm f-1 x-1 MEMBER:p-1");
    }

    @Test
    @DisplayName("4.4 shares are totals over classes and parcels")
    void sharesAreTotalsOverClassesAndParcels() {
        List<Relationship> ours = List.of(shares("p-1", 60), shares("p-1", 40));

        assertThat(roles(ours, smith().related("Shareholder", "x-2", null, null, 100L)))
                .isEmpty();
        assertThat(roles(ours, smith().related("Shareholder", "x-2", null, null, 60L)))
                .containsExactly("shares-differ c-1 x-1 SHAREHOLDER:p-1");
    }

    @Test
    @DisplayName("4.4 joint parcels are not compared one to one")
    void jointParcelsAreNotComparedOneToOne() {
        assertThat(roles(
                        List.of(role(SHAREHOLDER, "p-1")
                                .setShares(60L)
                                .setJoint(true)
                                .build()),
                        smith().related("Shareholder", "x-2", null, null, 5L)))
                .isEmpty();
    }

    @Test
    @DisplayName("4.4 a joint parcel stands under one of its holders, or under a client for them all")
    void aJointParcelStandsUnderOneOfItsHoldersOrAClientForAll() {
        Relationship.Builder joint = role(SHAREHOLDER, "p-1").setShares(100L).setJoint(true);
        Sample ours = new Sample()
                .ours(
                        company("c-1", "Smith Pty Ltd")
                                .setAcn(ACN)
                                .setRelationships(List.of(
                                        joint.build(), joint.setEntityId("p-2").build())),
                        holder(),
                        person("p-2", "John", "Jones").setPersonDateOfBirth("1971-02-03"));
        Clients john = client("x-3", "John Jones").label("Individual").person("John", "Jones", "1971-02-03");

        assertThat(ours.theirs(smith().related("Shareholder", "x-2", null, null, 100L), jones("x-2"), john)
                        .rows())
                .isEmpty();
        assertThat(ours.theirs(
                                smith().related("Shareholder", "x-4", null, null, 100L),
                                client("x-4", "J & M Jones").label("Partnership"))
                        .rows())
                .isEmpty();
        assertThat(ours.theirs(smith().related("Shareholder", "x-3", null, null, 40L))
                        .rows())
                .containsExactly("role-missing-in-xpm c-1 x-1 SHAREHOLDER:p-1");
    }

    @Test
    @DisplayName("4.4 the trustee holding for its trust is the trust holding")
    void theTrusteeHoldingForItsTrustIsTheTrustHolding() {
        Relationship held =
                role(SHAREHOLDER, "c-2").setShares(60L).setBeneficial(false).build();
        Sample sample = new Sample()
                .ours(
                        company("c-1", "Smith Pty Ltd").setAcn(ACN).setRelationships(List.of(held)),
                        company("c-2", "Nominees Pty Ltd").setAcn("010499966"),
                        entity(EntityKind.TRUST, "t-1", "Smith Trust")
                                .setAbn("51824753556")
                                .setRelationships(List.of(role(RelationshipType.TRUSTEE, "c-2", null, null))))
                .theirs(
                        smith().related("Shareholder", "x-3", null, null, 60L),
                        client("x-2", "Nominees Pty Ltd").label("Company").acn("010499966"),
                        client("x-3", "Smith Trust")
                                .label("Trust")
                                .abn("51824753556")
                                .related("Trustee", "x-2", null, null));

        assertThat(sample.rows()).isEmpty();
    }

    @Test
    @DisplayName("4.5 roles without a type in XPM are counted, and no row")
    void rolesWithoutATypeInXpmAreCountedAndNoRow() {
        Sample sample = new Sample()
                .ours(
                        company("c-1", "Smith Pty Ltd")
                                .setAcn(ACN)
                                .setRelationships(List.of(
                                        role(RelationshipType.ALTERNATE_DIRECTOR, "p-1", null, null),
                                        role(RelationshipType.PROTECTOR, "p-1", null, "2020-01-01"))),
                        holder())
                .theirs(smith(), jones("x-2"));

        assertThat(sample.rows()).isEmpty();
        assertThat(sample.comparison().rolesNotHeldInXpm()).isEqualTo(1);
    }

    @Test
    @DisplayName("4.3 roles in circles, to oneself and to unknown ones do no harm")
    void rolesInCirclesToOneselfAndToUnknownOnesDoNoHarm() {
        assertThat(new Sample()
                        .ours(
                                company("c-1", "Smith Pty Ltd")
                                        .setAcn(ACN)
                                        .setRelationships(List.of(
                                                role(SHAREHOLDER, "c-1", null, null),
                                                role(SHAREHOLDER, "c-2", null, null),
                                                role(DIRECTOR, "nobody", null, null))),
                                company("c-2", "Jones Pty Ltd")
                                        .setAcn("010499966")
                                        .setRelationships(List.of(role(SHAREHOLDER, "c-1", null, null))))
                        .theirs(
                                smith(),
                                client("x-2", "Jones Pty Ltd").label("Company").acn("010499966"))
                        .rows())
                .containsExactly(
                        "role-missing-in-xpm c-1 x-1 SHAREHOLDER:c-1",
                        "role-missing-in-xpm c-1 x-1 SHAREHOLDER:c-2",
                        "role-missing-in-xpm c-2 x-2 SHAREHOLDER:c-1");
    }

    @Test
    @DisplayName("4.6 one row for each unknown label, with a count")
    void oneRowPerUnknownLabelWithACount() {
        assertThat(new Sample()
                        .theirs(
                                client("x-1", "a").label("Charity"),
                                client("x-2", "b").label(" CHARITY "),
                                client("x-3", "c"),
                                client("x-4", "d").label("Old").archived(),
                                client("x-5", "e").label("company"))
                        .labels())
                .extracting(FieldDifference::field, FieldDifference::theirs)
                .containsExactly(tuple("kind:", "no label: 1 client"), tuple("kind:CHARITY", "CHARITY: 2 clients"));
    }

    @ParameterizedTest
    @EnumSource(names = {"DEREGISTERED", "DECEASED", "CEASED", "STRIKE_OFF"})
    @DisplayName("2 a state is one row, and the field rows are left out")
    void theStateStandsAlone(EntityStatus status) {
        Sample sample = new Sample()
                .ours(company("c-1", "Smith Holdings Pty Ltd")
                        .setAcn(ACN)
                        .setStatus(status)
                        .setEmail("a@example.com"))
                .theirs(smith());

        assertThat(sample.rows()).containsExactly("state-differs c-1 x-1 -");
        assertThat(sample.differences().getFirst().severity())
                .hasToString(status == EntityStatus.STRIKE_OFF ? "MEDIUM" : "HIGH");
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE,   1, ACTIVE",
        "CEASED,   1, CEASED",
        "DECEASED, 0, ",
        "UNKNOWN,  0, ",
    })
    @DisplayName("2 who has a date of death in XPM is deceased there")
    void whoHasADateOfDeathIsDeceased(EntityStatus status, int rows, @Nullable String ours) {
        Sample sample = new Sample()
                .ours(mary("p-1").setStatus(status))
                .theirs(client("x-1", "Mary Smith")
                        .person(new PersonDetails(
                                null,
                                "Mary",
                                null,
                                "Smith",
                                null,
                                LocalDate.of(1970, 1, 2),
                                LocalDate.of(2026, 5, 1))));

        assertThat(sample.differences())
                .extracting(FieldDifference::kind, FieldDifference::ours, FieldDifference::theirs)
                .isEqualTo(rows == 0 ? List.of() : List.of(tuple(DifferenceKind.STATE_DIFFERS, ours, "DECEASED")));
    }

    private static List<String> roles(List<Relationship> ours, Clients client) {
        return new Sample()
                .ours(company("c-1", "Smith Pty Ltd").setAcn(ACN).setRelationships(ours), holder())
                .theirs(client, jones("x-2"))
                .rows();
    }

    private static Entity.Builder holder() {
        return person("p-1", "Mary", "Jones").setPersonDateOfBirth("1970-01-02");
    }

    private static Clients smith() {
        return client("x-1", "Smith Pty Ltd").label("Company").acn(ACN);
    }

    private static Clients jones(String id) {
        return client(id, "Mary Jones").label("Individual").person("Mary", "Jones", "1970-01-02");
    }

    private static Entity.Builder mary(String id) {
        return person(id, "Mary", "Smith").setPersonDateOfBirth("1970-01-02");
    }
}
