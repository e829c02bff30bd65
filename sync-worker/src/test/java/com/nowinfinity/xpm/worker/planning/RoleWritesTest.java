package com.nowinfinity.xpm.worker.planning;

import static com.nowinfinity.xpm.events.RelationshipType.DIRECTOR;
import static com.nowinfinity.xpm.events.RelationshipType.PARTNER;
import static com.nowinfinity.xpm.events.RelationshipType.SHAREHOLDER;
import static com.nowinfinity.xpm.worker.Clients.client;
import static com.nowinfinity.xpm.worker.Entities.company;
import static com.nowinfinity.xpm.worker.Entities.role;
import static com.nowinfinity.xpm.worker.Entities.shares;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.RelationshipChange;
import com.nowinfinity.xpm.api.practice.RelationshipDraft;
import com.nowinfinity.xpm.api.practice.RelationshipType;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.worker.Clients;
import com.nowinfinity.xpm.worker.comparison.Base;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoleWritesTest {

    private static final LocalDate START = LocalDate.of(2019, 7, 1);

    @Test
    void addsARoleThatXpmMisses() {
        assertThat(added(smith(role(DIRECTOR, "p-1", "2019-07-01", null))))
                .isEqualTo(new RelationshipDraft("x-1", "x-p-1", RelationshipType.DIRECTOR, null, null, START, null));
        assertThat(added(smith(role(PARTNER, "p-1").setPercentage(12.5).build())))
                .isEqualTo(new RelationshipDraft(
                        "x-1", "x-p-1", RelationshipType.PARTNER, null, BigDecimal.valueOf(12.5), null, null));
    }

    @Test
    void addsTheAppointmentThatIsHeldAndNotTheOneThatIsOver() {
        assertThat(added(smith(role(DIRECTOR, "p-1", null, null), role(DIRECTOR, "p-1", "2010-01-01", "2015-01-01")))
                        .endDate())
                .isNull();
        assertThat(added(smith(
                                role(DIRECTOR, "p-1", "2010-01-01", "2015-01-01"),
                                role(DIRECTOR, "p-1", "2019-07-01", null)))
                        .startDate())
                .isEqualTo(START);
    }

    @Test
    void endsARoleByItsDateAndNeverByDeletion() {
        Clients theirs = client("x-1", "Smith")
                .related("Director", "x-7", "2001-01-01", null)
                .related("Director", "x-p-1", "2019-07-01", null);
        Base base = Planned.after(smith(role(DIRECTOR, "p-1", "2019-07-01", null)), theirs);

        assertThat(Planned.followed(smith(role(DIRECTOR, "p-1", "2019-07-01", "2026-06-01")), theirs, base)
                        .roles())
                .containsExactly(new RoleWrite.Change(
                        "DIRECTOR:p-1", "r-2", RelationshipChange.endingOn(LocalDate.of(2026, 6, 1))));
    }

    @Test
    void deletesNothingThatWeNoLongerTell() {
        Clients theirs = client("x-1", "Smith").related("Director", "x-p-1", "2019-07-01", null);
        Base base = Planned.after(smith(role(DIRECTOR, "p-1", "2019-07-01", null)), theirs);

        assertThat(Planned.asked(smith(), theirs, base).roles()).isEmpty();
    }

    @Test
    void writesTheTotalOfAllParcels() {
        Clients theirs = client("x-1", "Smith").related("Shareholder", "x-p-1", null, null, 60L);
        Base base = Planned.after(smith(shares("p-1", 60)), theirs);

        assertThat(Planned.followed(smith(shares("p-1", 60), shares("p-1", 40)), theirs, base)
                        .roles())
                .containsExactly(
                        new RoleWrite.Change("SHAREHOLDER:p-1", "r-1", new RelationshipChange(100, null, null, null)));
    }

    @Test
    void countsParcelsUntilTheyEnd() {
        Clients theirs = client("x-1", "Smith").related("Shareholder", "x-p-1", null, null, 60L);
        Base base = Planned.after(smith(shares("p-1", 60)), theirs);
        Relationship ending =
                role(SHAREHOLDER, "p-1").setShares(40L).setEndDate("2026-12-31").build();

        assertThat(Planned.followed(smith(shares("p-1", 60), ending), theirs, base)
                        .roles())
                .containsExactly(
                        new RoleWrite.Change("SHAREHOLDER:p-1", "r-1", new RelationshipChange(100, null, null, null)));
    }

    @Test
    void writesNoNumberBeyondThirtyTwoBits() {
        Clients theirs = client("x-1", "Smith").related("Shareholder", "x-p-1", null, null, 60L);
        Base base = Planned.after(smith(shares("p-1", 60)), theirs);
        Writes writes = Planned.followed(smith(shares("p-1", 2_147_483_648L)), theirs, base);

        assertThat(writes.roles()).isEmpty();
        assertThat(writes.left()).containsExactly("SHAREHOLDER:p-1");
        assertThat(Planned.asked(smith(shares("p-1", 2_147_483_648L)), client("x-1", "Smith"), Base.NONE)
                        .roles())
                .isEmpty();
        assertThat(added(smith(shares("p-1", 2_147_483_647L))).numberOfShares()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void writesNoNumberForAJointParcel() {
        assertThat(added(smith(role(SHAREHOLDER, "p-1")
                                .setShares(60L)
                                .setJoint(true)
                                .build()))
                        .numberOfShares())
                .isNull();
        assertThat(added(smith(
                                shares("p-1", 60),
                                role(SHAREHOLDER, "p-1")
                                        .setShares(40L)
                                        .setJoint(true)
                                        .build()))
                        .numberOfShares())
                .isNull();
    }

    @Test
    void correctsTheFirstDay() {
        Clients theirs = client("x-1", "Smith").related("Director", "x-p-1", "2018-07-01", null);
        Base base = Planned.after(smith(role(DIRECTOR, "p-1", "2018-07-01", null)), theirs);

        assertThat(Planned.followed(smith(role(DIRECTOR, "p-1", "2019-07-01", null)), theirs, base)
                        .roles())
                .containsExactly(
                        new RoleWrite.Change("DIRECTOR:p-1", "r-1", new RelationshipChange(null, null, START, null)));
    }

    @Test
    void leavesARoleToAPersonThatStandsTwice() {
        Clients theirs = client("x-1", "Smith")
                .related("Director", "x-p-1", "2018-07-01", null)
                .related("Director", "x-p-1", "2019-07-01", null);
        Base base = Planned.after(
                smith(role(DIRECTOR, "p-1", "2018-07-01", null), role(DIRECTOR, "p-1", "2019-07-01", null)), theirs);
        Writes writes = Planned.followed(smith(role(DIRECTOR, "p-1", "2019-07-01", "2026-06-01")), theirs, base);

        assertThat(writes.roles()).isEmpty();
        assertThat(writes.left()).containsExactly("DIRECTOR:p-1");
    }

    @Test
    void changesNoMirrorRow() {
        Clients theirs = client("x-1", "Smith")
                .related("Director Of", "x-p-1", "2001-01-01", null)
                .related("Director", "x-p-1", "2019-07-01", null);
        Base base = Planned.after(smith(role(DIRECTOR, "p-1", "2019-07-01", null)), theirs);

        assertThat(Planned.followed(smith(role(DIRECTOR, "p-1", "2019-07-01", "2026-06-01")), theirs, base)
                        .roles())
                .extracting(write -> write instanceof RoleWrite.Change change ? change.relationshipId() : null)
                .containsExactly("r-2");
    }

    @Test
    void leavesAnAppointmentAloneThatBeganWhenOursWasOver() {
        Clients theirs = client("x-1", "Smith").related("Director", "x-p-1", "2018-07-01", null);

        assertThat(Planned.asked(smith(role(DIRECTOR, "p-1", "2010-01-01", "2015-01-01")), theirs, Base.NONE)
                        .roles())
                .isEmpty();
    }

    @Test
    void endsTheTermThatEndedBesideOneThatOnlyXpmKnows() {
        Clients theirs = client("x-1", "Smith")
                .related("Director", "x-p-1", "2018-07-01", null)
                .related("Director", "x-p-1", "2010-01-01", null);
        Base base = Planned.after(
                smith(role(DIRECTOR, "p-1", "2010-01-01", null)),
                client("x-1", "Smith").related("Director", "x-p-1", "2010-01-01", null));

        assertThat(Planned.asked(smith(role(DIRECTOR, "p-1", "2010-01-01", "2015-01-01")), theirs, base)
                        .roles())
                .containsExactly(new RoleWrite.Change(
                        "DIRECTOR:p-1", "r-2", RelationshipChange.endingOn(LocalDate.of(2015, 1, 1))));
    }

    @Test
    void givesEachTermItsOwnEnd() {
        Clients theirs = client("x-1", "Smith").related("Director", "x-p-1", "2010-01-01", null);
        Base base = Planned.after(smith(role(DIRECTOR, "p-1", "2010-01-01", null)), theirs);
        Entity.Builder ours = smith(
                role(DIRECTOR, "p-1", "2010-01-01", "2012-01-01"), role(DIRECTOR, "p-1", "2013-01-01", "2015-01-01"));

        assertThat(Planned.asked(ours, theirs, base).roles())
                .containsExactly(new RoleWrite.Change(
                        "DIRECTOR:p-1", "r-1", RelationshipChange.endingOn(LocalDate.of(2012, 1, 1))));
    }

    @Test
    void reopensARoleWithoutAFirstDayWhoseEndIsTakenBack() {
        Clients ended = client("x-1", "Smith").related("Director", "x-p-1", null, "2024-03-01");
        Base base = Planned.after(smith(role(DIRECTOR, "p-1", null, "2024-03-01")), ended);

        assertThat(Planned.followed(smith(role(DIRECTOR, "p-1", null, null)), ended, base)
                        .roles())
                .containsExactly(new RoleWrite.Change("DIRECTOR:p-1", "r-1", RelationshipChange.reopening()));
    }

    @Test
    void reopensARoleOfWhichOneSideKnowsNoFirstDay() {
        Clients ended = client("x-1", "Smith").related("Director", "x-p-1", null, "2024-03-01");
        Clients begun = client("x-1", "Smith").related("Director", "x-p-1", "2019-07-01", "2024-03-01");

        assertThat(Planned.followed(
                                smith(role(DIRECTOR, "p-1", "2019-07-01", null)),
                                ended,
                                Planned.after(smith(role(DIRECTOR, "p-1", "2019-07-01", "2024-03-01")), ended))
                        .roles())
                .containsExactly(new RoleWrite.Change("DIRECTOR:p-1", "r-1", RelationshipChange.reopening()));
        assertThat(Planned.followed(
                                smith(role(DIRECTOR, "p-1", null, null)),
                                begun,
                                Planned.after(smith(role(DIRECTOR, "p-1", null, "2024-03-01")), begun))
                        .roles())
                .containsExactly(new RoleWrite.Change("DIRECTOR:p-1", "r-1", RelationshipChange.reopening()));
    }

    @Test
    void correctsTheEndOfARoleWithoutAFirstDay() {
        Clients ended = client("x-1", "Smith").related("Director", "x-p-1", null, "2024-03-01");
        Base base = Planned.after(smith(role(DIRECTOR, "p-1", null, "2024-03-01")), ended);

        assertThat(Planned.followed(smith(role(DIRECTOR, "p-1", null, "2024-03-05")), ended, base)
                        .roles())
                .containsExactly(new RoleWrite.Change(
                        "DIRECTOR:p-1", "r-1", RelationshipChange.endingOn(LocalDate.of(2024, 3, 5))));
    }

    @Test
    void correctsTheEndOfARoleOfWhichXpmKnowsNoFirstDay() {
        Clients ended = client("x-1", "Smith").related("Director", "x-p-1", null, "2024-03-01");
        Base base = Planned.after(smith(role(DIRECTOR, "p-1", "2019-07-01", "2024-03-01")), ended);

        assertThat(Planned.followed(smith(role(DIRECTOR, "p-1", "2019-07-01", "2024-03-05")), ended, base)
                        .roles())
                .containsExactly(new RoleWrite.Change(
                        "DIRECTOR:p-1", "r-1", RelationshipChange.endingOn(LocalDate.of(2024, 3, 5))));
    }

    @Test
    void leavesToAPersonWhichOfSeveralTermsWithoutAFirstDayIsMeant() {
        Clients twice = client("x-1", "Smith")
                .related("Director", "x-p-1", null, "2015-01-01")
                .related("Director", "x-p-1", null, "2024-03-01");
        Base base = Planned.after(smith(role(DIRECTOR, "p-1", null, "2024-03-01")), twice);

        assertThat(Planned.followed(smith(role(DIRECTOR, "p-1", null, null)), twice, base)
                        .roles())
                .isEmpty();
        assertThat(Planned.followed(smith(role(DIRECTOR, "p-1", null, "2024-03-05")), twice, base)
                        .roles())
                .isEmpty();
    }

    @Test
    void reopensTheTermThatNoOtherOfOursStandsFor() {
        Clients twice = client("x-1", "Smith")
                .related("Director", "x-p-1", null, "2015-01-01")
                .related("Director", "x-p-1", null, "2024-03-01");
        Relationship first = role(DIRECTOR, "p-1", null, "2015-01-01");
        Base base = Planned.after(smith(first, role(DIRECTOR, "p-1", null, "2024-03-01")), twice);

        assertThat(Planned.followed(smith(first, role(DIRECTOR, "p-1", null, null)), twice, base)
                        .roles())
                .containsExactly(new RoleWrite.Change("DIRECTOR:p-1", "r-2", RelationshipChange.reopening()));
    }

    @Test
    void addsAnAppointmentBesideATermThatWasNeverAgreedOnOrEndedBeforeIt() {
        Clients ended = client("x-1", "Smith").related("Director", "x-p-1", null, "2015-01-01");
        Base never = Planned.after(smith(), ended);
        Base once = Planned.after(smith(role(DIRECTOR, "p-1", null, "2015-01-01")), ended);

        assertThat(Planned.asked(smith(role(DIRECTOR, "p-1", null, null)), ended, never)
                        .roles())
                .singleElement()
                .isInstanceOf(RoleWrite.Add.class);
        assertThat(Planned.asked(smith(role(DIRECTOR, "p-1", "2019-07-01", null)), ended, once)
                        .roles())
                .singleElement()
                .isInstanceOf(RoleWrite.Add.class);
    }

    @Test
    void endsARowWithoutAFirstDayWhenTheLastTermEnded() {
        Clients theirs = client("x-1", "Smith").related("Director", "x-p-1", null, null);
        Relationship first = role(DIRECTOR, "p-1", null, "2015-01-01");
        Base base = Planned.after(smith(first, role(DIRECTOR, "p-1", null, null)), theirs);

        assertThat(Planned.followed(smith(first, role(DIRECTOR, "p-1", null, "2024-03-01")), theirs, base)
                        .roles())
                .containsExactly(new RoleWrite.Change(
                        "DIRECTOR:p-1", "r-1", RelationshipChange.endingOn(LocalDate.of(2024, 3, 1))));
    }

    @Test
    void correctsTheEndThatDiffersAndNotTheNewest() {
        Clients theirs = client("x-1", "Smith")
                .related("Director", "x-p-1", "2010-01-01", "2015-01-01")
                .related("Director", "x-p-1", "2018-01-01", "2020-01-01");
        Relationship last = role(DIRECTOR, "p-1", "2018-01-01", "2020-01-01");
        Base base = Planned.after(smith(role(DIRECTOR, "p-1", "2010-01-01", "2015-01-01"), last), theirs);

        assertThat(Planned.followed(smith(role(DIRECTOR, "p-1", "2010-01-01", "2015-02-01"), last), theirs, base)
                        .roles())
                .containsExactly(new RoleWrite.Change(
                        "DIRECTOR:p-1", "r-1", RelationshipChange.endingOn(LocalDate.of(2015, 2, 1))));
    }

    @Test
    void writesAFirstDayIntoABlank() {
        Clients theirs = client("x-1", "Smith").related("Director", "x-p-1", null, null);
        RoleWrite written =
                new RoleWrite.Change("DIRECTOR:p-1", "r-1", new RelationshipChange(null, null, START, null));

        for (String before : new @Nullable String[] {null, "2018-07-01"}) {
            Base base = Planned.after(smith(role(DIRECTOR, "p-1", before, null)), theirs);
            assertThat(Planned.followed(smith(role(DIRECTOR, "p-1", "2019-07-01", null)), theirs, base)
                            .roles())
                    .as("after " + before)
                    .containsExactly(written);
        }
    }

    private static RelationshipDraft added(Entity.Builder entity) {
        @Nullable
        RoleWrite only =
                Planned.asked(entity, client("x-1", "Smith"), Base.NONE).roles().getFirst();
        assertThat(only).isInstanceOf(RoleWrite.Add.class);
        return ((RoleWrite.Add) only).draft();
    }

    private static Entity.Builder smith(Relationship... roles) {
        return company("c-1", "Smith").setRelationships(List.of(roles));
    }
}
