package com.nowinfinity.xpm.worker.comparison;

import static com.nowinfinity.xpm.events.RelationshipType.DIRECTOR;
import static com.nowinfinity.xpm.worker.Clients.client;
import static com.nowinfinity.xpm.worker.Entities.company;
import static com.nowinfinity.xpm.worker.Entities.role;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.RelationshipType;
import com.nowinfinity.xpm.worker.Clients;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoleRowsTest {

    @ParameterizedTest(name = "ours {0} to {1}, theirs {2} to {3}: {4}")
    @CsvSource(
            value = {
                "2019-07-01, NULL,       2019-07-01, NULL,       ''",
                "2019-07-01, NULL,       absent,     NULL,       role-missing-in-xpm",
                "2019-07-01, NULL,       2019-07-01, 2020-01-01, role-missing-in-xpm",
                "2019-07-01, 2020-01-01, 2019-07-01, NULL,       role-ceased",
                "2019-07-01, 2020-01-01, absent,     NULL,       ''",
                "2019-07-01, 2020-01-01, 2019-07-01, 2020-01-01, ''",
                "2019-07-01, 2020-01-01, 2019-07-01, 2021-12-31, role-dates-differ",
                "2019-07-01, NULL,       2018-07-01, NULL,       role-dates-differ",
                "2019-07-01, NULL,       NULL,       NULL,       ''",
                "NULL,       NULL,       2019-07-01, NULL,       ''",
                "NULL,       NULL,       NULL,       NULL,       ''",
                "2019-07-01, 2026-06-30, 2019-07-01, NULL,       role-ceased",
                "2019-07-01, 2026-07-01, 2019-07-01, NULL,       ''",
                "2019-07-01, NULL,       2019-07-01, 2026-07-01, ''",
                "2019-07-01, NULL,       2019-07-01, 2026-06-30, role-missing-in-xpm"
            },
            nullValues = "NULL")
    void comparesOneRole(
            @Nullable String start,
            @Nullable String end,
            @Nullable String theirStart,
            @Nullable String theirEnd,
            String row) {
        Clients client = client("x-1", "Smith");
        if (!"absent".equals(theirStart)) {
            client.related("Director", "x-p-1", theirStart, theirEnd);
        }

        assertThat(Rows.of(smith(role(DIRECTOR, "p-1", start, end)), client))
                .isEqualTo(row.isEmpty() ? List.of() : List.of(row + " DIRECTOR:p-1 by UNKNOWN"));
    }

    @Test
    void namesByTheClientARoleThatOnlyXpmHas() {
        assertThat(Rows.of(smith(), client("x-1", "Smith").related("Director", "x-9", "2019-07-01", null)))
                .containsExactly("role-missing-in-nowinfinity DIRECTOR:x-9 by UNKNOWN");
    }

    @Test
    void saysNothingOfRolesThatAreOverOnTheOnlySideThatHasThem() {
        assertThat(Rows.of(smith(), client("x-1", "Smith").related("Director", "x-9", "2019-07-01", "2020-01-01")))
                .isEmpty();
    }

    @Test
    void countsAFactOnceThatStandsUnderBothClients() {
        assertThat(Rows.of(
                        smith(role(DIRECTOR, "p-1", "2019-07-01", null)),
                        client("x-1", "Smith")
                                .related("Director", "x-p-1", "2019-07-01", null)
                                .related("Director Of", "x-7", "2019-07-01", null)
                                .related("Shareholder Of", "x-8", null, null, 100L)))
                .isEmpty();
    }

    @Test
    void takesAReappointmentForOneRoleOverTime() {
        Relationship first = role(DIRECTOR, "p-1", "2010-01-01", "2015-01-01");
        Relationship again = role(DIRECTOR, "p-1", "2018-01-01", null);

        assertThat(Rows.of(
                        smith(first, again), client("x-1", "Smith").related("Director", "x-p-1", "2018-01-01", null)))
                .isEmpty();
        assertThat(Rows.of(
                        smith(again),
                        client("x-1", "Smith")
                                .related("Director", "x-p-1", "2010-01-01", "2015-01-01")
                                .related("Director", "x-p-1", "2018-01-01", null)))
                .isEmpty();
    }

    @Test
    void tellsAReappointmentThatOnlyXpmKnowsAsARoleOfItsOwn() {
        Relationship over = role(DIRECTOR, "p-1", "2010-01-01", "2015-01-01");

        assertThat(Rows.of(smith(over), client("x-1", "Smith").related("Director", "x-p-1", "2018-01-01", null)))
                .containsExactly("role-missing-in-nowinfinity DIRECTOR:x-p-1 by UNKNOWN");
        assertThat(Rows.of(smith(over), client("x-1", "Smith").related("Director", "x-p-1", "2015-01-01", null)))
                .containsExactly("role-missing-in-nowinfinity DIRECTOR:x-p-1 by UNKNOWN");
        assertThat(Rows.of(
                        smith(over),
                        client("x-1", "Smith")
                                .related("Director", "x-p-1", "2010-01-01", null)
                                .related("Director", "x-p-1", "2018-01-01", null)))
                .containsExactly(
                        "role-missing-in-nowinfinity DIRECTOR:x-p-1 by UNKNOWN", "role-ceased DIRECTOR:p-1 by UNKNOWN");
    }

    @Test
    void takesATermForTheOneThatEndedUnlessItBeganLater() {
        Relationship over = role(DIRECTOR, "p-1", "2010-01-01", "2015-01-01");

        assertThat(Rows.of(smith(over), client("x-1", "Smith").related("Director", "x-p-1", "2012-01-01", null)))
                .containsExactly("role-ceased DIRECTOR:p-1 by UNKNOWN");
        assertThat(Rows.of(smith(over), client("x-1", "Smith").related("Director", "x-p-1", null, null)))
                .containsExactly("role-ceased DIRECTOR:p-1 by UNKNOWN");
        assertThat(Rows.of(
                        smith(role(DIRECTOR, "p-1", "2015-01-01", "2015-01-01")),
                        client("x-1", "Smith").related("Director", "x-p-1", "2015-01-01", null)))
                .containsExactly("role-ceased DIRECTOR:p-1 by UNKNOWN");
    }

    @Test
    void tellsAFirstDayThatXpmLacksOnlyOnceItIsTold() {
        Clients theirs = client("x-1", "Smith").related("Director", "x-p-1", null, null);
        Base blank = Rows.after(smith(role(DIRECTOR, "p-1", null, null)), theirs);
        Base told = Rows.after(smith(role(DIRECTOR, "p-1", "2019-07-01", null)), theirs);

        assertThat(Rows.of(smith(role(DIRECTOR, "p-1", "2019-07-01", null)), theirs, blank))
                .containsExactly("role-dates-differ DIRECTOR:p-1 by NOWINFINITY");
        assertThat(Rows.of(smith(role(DIRECTOR, "p-1", "2019-07-01", null)), theirs, told))
                .isEmpty();
        assertThat(Rows.of(smith(role(DIRECTOR, "p-1", null, null)), theirs, told))
                .isEmpty();
    }

    /** A blank in XPM may be the first day of any of them. */
    @Test
    void tellsNoFirstDayOfOneTermAmongSeveral() {
        Clients theirs = client("x-1", "Smith").related("Director", "x-p-1", null, null);
        Base base = Rows.after(smith(role(DIRECTOR, "p-1", "2010-01-01", null)), theirs);

        assertThat(Rows.of(
                        smith(
                                role(DIRECTOR, "p-1", "2010-01-01", "2015-01-01"),
                                role(DIRECTOR, "p-1", "2018-01-01", null)),
                        theirs,
                        base))
                .isEmpty();
    }

    @Test
    void keepsTwoRolesOfOnePersonApart() {
        assertThat(Rows.of(
                        smith(
                                role(RelationshipType.TRUSTEE, "p-1", "2019-07-01", null),
                                role(RelationshipType.MEMBER, "p-1", "2019-07-01", null)),
                        client("x-1", "Smith").related("Trustee", "x-p-1", "2019-07-01", null)))
                .containsExactly("role-missing-in-xpm MEMBER:p-1 by UNKNOWN");
    }

    @Test
    void letsTheRolesOfThoseWithoutALinkWait() {
        assertThat(Rows.of(smith(role(DIRECTOR, "stranger", "2019-07-01", null)), client("x-1", "Smith")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"ALTERNATE_DIRECTOR", "UNIT_HOLDER", "PROTECTOR", "UNKNOWN"})
    void doesNotMissWhatXpmHasNoTypeFor(RelationshipType type) {
        assertThat(RoleTypes.inXpm(type)).isEmpty();
        assertThat(Rows.of(smith(role(type, "p-1", "2019-07-01", null)), client("x-1", "Smith")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Husband", "Associate", "Child Of", "Unit Holder", "Whatever"})
    void saysNothingOfTypesThatThePortalHasNoSayIn(String type) {
        assertThat(Rows.of(smith(), client("x-1", "Smith").related(type, "x-9", "2019-07-01", null)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DIRECTOR, Director",
        "SECRETARY, Secretary",
        "PUBLIC_OFFICER, Public Officer",
        "SHAREHOLDER, Shareholder",
        "TRUSTEE, Trustee",
        "BENEFICIARY, Beneficiary",
        "APPOINTOR, Appointer",
        "SETTLOR, Settlor",
        "MEMBER, Member",
        "PARTNER, Partner",
        "OWNER, Owner",
        "AUDITOR, Auditor"
    })
    void spellsRolesAsXpmDoes(RelationshipType type, String label) {
        assertThat(RoleTypes.inXpm(type).orElseThrow().label()).isEqualTo(label);
        assertThat(RoleTypes.fromXpm(RoleTypes.inXpm(type).orElseThrow())).contains(type);
        assertThat(Rows.of(
                        smith(role(type, "p-1", "2019-07-01", null)),
                        client("x-1", "Smith").related(label, "x-p-1", "2019-07-01", null)))
                .isEmpty();
    }

    @Test
    void showsWhoAndWhenToPeople() {
        FieldDifference row = Rows.compare(
                        smith(role(DIRECTOR, "p-1", "2019-07-01", "2020-01-01")),
                        client("x-1", "Smith").related("Director", "x-p-1", "2019-07-01", null),
                        Base.NONE)
                .differences()
                .getFirst();

        assertThat(row.ours()).isEqualTo("Our p-1: from 2019-07-01 to 2020-01-01");
        assertThat(row.theirs()).isEqualTo("Name of x-p-1: from 2019-07-01 current");
    }

    private static Entity.Builder smith(Relationship... roles) {
        return company("c-1", "Smith").setRelationships(List.of(roles));
    }
}
