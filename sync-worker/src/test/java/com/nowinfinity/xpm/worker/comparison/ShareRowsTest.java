package com.nowinfinity.xpm.worker.comparison;

import static com.nowinfinity.xpm.events.RelationshipType.SHAREHOLDER;
import static com.nowinfinity.xpm.worker.Clients.client;
import static com.nowinfinity.xpm.worker.Entities.company;
import static com.nowinfinity.xpm.worker.Entities.role;
import static com.nowinfinity.xpm.worker.Entities.shares;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.worker.Clients;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShareRowsTest {

    private static final String DIFFER = "shares-differ SHAREHOLDER:p-1 by UNKNOWN";

    @Test
    void comparesTheTotalOverClassesAndParcels() {
        Entity.Builder smith = smith(
                role(SHAREHOLDER, "p-1").setShares(60L).setShareClass("ORD").build(),
                role(SHAREHOLDER, "p-1").setShares(40L).setShareClass("A").build());

        assertThat(Rows.of(smith, holding(100L))).isEmpty();
        assertThat(Rows.of(smith, holding(60L))).containsExactly(DIFFER);
        assertThat(Rows.of(smith, holding(30L, 70L))).isEmpty();
    }

    @Test
    void countsEachOfTwoParcelsThatAreAlike() {
        assertThat(Rows.of(smith(shares("p-1", 50), shares("p-1", 50)), holding(50L, 50L)))
                .isEmpty();
        assertThat(Rows.of(smith(shares("p-1", 50)), holding(50L, 50L))).containsExactly(DIFFER);
    }

    @Test
    void letsParcelsOfDifferentDaysStandAsOneRelationship() {
        assertThat(Rows.of(
                        smith(parcel("2019-07-01", 60), parcel("2021-07-01", 40)),
                        client("x-1", "Smith").related("Shareholder", "x-p-1", "2021-07-01", null, 100L)))
                .isEmpty();
    }

    @Test
    void leavesParcelsOutThatAreSold() {
        Relationship sold =
                role(SHAREHOLDER, "p-1").setShares(60L).setEndDate("2020-01-01").build();

        assertThat(Rows.of(smith(sold, shares("p-1", 40)), holding(40L))).isEmpty();
    }

    @Test
    void doesNotCompareJointParcels() {
        assertThat(Rows.of(
                        smith(role(SHAREHOLDER, "p-1")
                                .setShares(60L)
                                .setJoint(true)
                                .build()),
                        holding(100L)))
                .isEmpty();
    }

    @Test
    void findsAJointParcelUnderAnyOfItsHolders() {
        Entity.Builder smith = smith(joint("p-1", 100), joint("p-2", 100));

        assertThat(Rows.of(smith, holding(100L))).isEmpty();
        assertThat(Rows.of(smith(joint("p-1", 100), shares("p-1", 50), joint("p-2", 100)), holding(150L)))
                .isEmpty();
    }

    @Test
    void findsAJointParcelUnderAClientOfItsOwn() {
        assertThat(Rows.of(
                        smith(joint("p-1", 100), joint("p-2", 100)),
                        client("x-1", "Smith").related("Shareholder", "x-both", null, null, 100L)))
                .isEmpty();
    }

    @Test
    void missesAJointHolderWhereTheParcelIsNowhereElse() {
        List<String> missing = List.of("role-missing-in-xpm SHAREHOLDER:p-2 by UNKNOWN");
        Entity.Builder smith = smith(joint("p-1", 100), shares("p-1", 50), joint("p-2", 100));

        assertThat(Rows.of(smith, holding(50L))).as("the other's own alone").isEqualTo(missing);
        assertThat(Rows.of(smith, holding((Long) null))).as("no count").isEqualTo(missing);
        assertThat(Rows.of(smith(shares("p-1", 100), joint("p-2", 100)), holding(100L)))
                .as("no fellow holder")
                .isEqualTo(missing);
        assertThat(Rows.of(smith(joint("p-1", 100), joint("p-2", 100), shares("p-2", 5)), holding(100L)))
                .as("a parcel of their own besides")
                .isEqualTo(missing);
    }

    @Test
    void missesAJointHolderWhomXpmHadByThemselves() {
        Entity.Builder smith = smith(joint("p-1", 100), joint("p-2", 100));
        Base both = Rows.after(smith, holding(100L).related("Shareholder", "x-p-2", null, null, 100L));

        assertThat(Rows.of(smith, holding(100L), both)).containsExactly("role-missing-in-xpm SHAREHOLDER:p-2 by XPM");
    }

    @Test
    void tellsTheSaleOfAJointParcel() {
        Entity.Builder smith = smith(joint("p-1", 100), joint("p-2", 100));
        Base both = Rows.after(smith, holding(100L).related("Shareholder", "x-p-2", null, null, 100L));

        assertThat(Rows.of(smith, client("x-1", "Smith").related("Shareholder", "x-buyer", null, null, 100L), both))
                .containsExactlyInAnyOrder(
                        "role-missing-in-xpm SHAREHOLDER:p-1 by XPM",
                        "role-missing-in-xpm SHAREHOLDER:p-2 by XPM",
                        "role-missing-in-nowinfinity SHAREHOLDER:x-buyer by XPM");
    }

    @Test
    void tellsAClientThatCannotBeThoseOfAJointParcel() {
        Entity.Builder smith = smith(joint("p-1", 100), joint("p-2", 100));
        List<String> unknown = List.of("role-missing-in-nowinfinity SHAREHOLDER:x-both by UNKNOWN");

        assertThat(Rows.of(smith, holding(100L).related("Shareholder", "x-both", null, null, 100L)))
                .as("the parcel stands under one of its holders")
                .isEqualTo(unknown);
        assertThat(Rows.of(smith, holding(100L).related("Shareholder", "x-both", null, null, 40L)))
                .as("another count")
                .isEqualTo(unknown);
    }

    @Test
    void doesNotCompareWhatIsHeldForSomebodyElse() {
        assertThat(Rows.of(
                        smith(role(SHAREHOLDER, "p-1")
                                .setShares(60L)
                                .setBeneficial(false)
                                .build()),
                        holding(100L)))
                .isEmpty();
    }

    @Test
    void missesACountThatXpmDoesNotHave() {
        assertThat(Rows.of(smith(shares("p-1", 60)), holding((Long) null))).containsExactly(DIFFER);
        assertThat(Rows.of(smith(role(SHAREHOLDER, "p-1", null, null)), holding(60L)))
                .isEmpty();
    }

    @Test
    void comparesNumbersBeyondThirtyTwoBits() {
        assertThat(Rows.of(smith(shares("p-1", 5_000_000_000L)), holding(5_000_000_000L)))
                .isEmpty();
        assertThat(Rows.of(smith(shares("p-1", 5_000_000_000L)), holding(705_032_704L)))
                .containsExactly(DIFFER);
    }

    private static Relationship joint(String holder, long shares) {
        return role(SHAREHOLDER, holder).setShares(shares).setJoint(true).build();
    }

    private static Relationship parcel(String start, long shares) {
        return role(SHAREHOLDER, "p-1").setStartDate(start).setShares(shares).build();
    }

    private static Entity.Builder smith(Relationship... roles) {
        return company("c-1", "Smith").setRelationships(List.of(roles));
    }

    private static Clients holding(@Nullable Long... parcels) {
        Clients client = client("x-1", "Smith");
        for (Long parcel : parcels) {
            client.related("Shareholder", "x-p-1", null, null, parcel);
        }
        return client;
    }
}
