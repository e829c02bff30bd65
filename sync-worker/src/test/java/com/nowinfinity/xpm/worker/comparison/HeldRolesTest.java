package com.nowinfinity.xpm.worker.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.RelationshipType;
import com.nowinfinity.xpm.worker.Entities;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeldRolesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final Relationship ANNA = Entities.role(RelationshipType.DIRECTOR, "anna", "2020-01-01", null);
    private static final Relationship BEN = Entities.role(RelationshipType.SECRETARY, "ben", null, "2026-03-31");

    private final Map<String, String> clients = Map.of("anna", "x-1", "ben", "x-2");

    @Test
    void isTheSameInWhateverOrderTheyAreTold() {
        assertThat(form(ANNA, BEN)).isEqualTo(form(BEN, ANNA));
    }

    @Test
    void changesWithEveryRole() {
        assertThat(form(ANNA, BEN)).isNotEqualTo(form(ANNA)).isNotEqualTo(form(BEN));
        assertThat(form(Relationship.newBuilder(ANNA).setStartDate("2020-01-02").build()))
                .isNotEqualTo(form(ANNA));
        assertThat(form(Relationship.newBuilder(ANNA).setEndDate("2024-06-30").build()))
                .isNotEqualTo(form(ANNA));
    }

    @Test
    void changesWithWhoTheHolderIsInXpm() {
        assertThat(HeldRoles.form(company(ANNA), linked(Map.of("anna", "x-9")), TODAY))
                .isNotEqualTo(form(ANNA));
        assertThat(HeldRoles.form(company(ANNA), linked(Map.of()), TODAY)).isNotEqualTo(form(ANNA));
    }

    @Test
    void changesOnTheDayOnWhichOneEnds() {
        assertThat(HeldRoles.form(company(BEN), linked(clients), LocalDate.parse("2026-03-31")))
                .isNotEqualTo(form(BEN));
    }

    @Test
    void leavesOutWhatXpmCannotHold() {
        Relationship unitHolder = Entities.role(RelationshipType.UNIT_HOLDER, "ben", null, null);

        assertThat(form(ANNA, unitHolder)).isEqualTo(form(ANNA));
    }

    private String form(Relationship... roles) {
        return HeldRoles.form(company(roles), linked(clients), TODAY);
    }

    private static Entity company(Relationship... roles) {
        return Entities.company("c-1", "Smith Pty Ltd")
                .setRelationships(List.of(roles))
                .build();
    }

    private static Peers linked(Map<String, String> clients) {
        return new Peers() {
            @Override
            public Optional<String> clientOf(String entityId) {
                return Optional.ofNullable(clients.get(entityId));
            }

            @Override
            public String nameOfEntity(String entityId) {
                return entityId;
            }
        };
    }
}
