package com.nowinfinity.xpm.worker.comparison;

import static com.nowinfinity.xpm.worker.Clients.client;
import static com.nowinfinity.xpm.worker.Entities.company;
import static com.nowinfinity.xpm.worker.Entities.role;
import static com.nowinfinity.xpm.worker.comparison.Rows.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityStatus;
import com.nowinfinity.xpm.events.RelationshipType;
import com.nowinfinity.xpm.events.Severity;
import com.nowinfinity.xpm.worker.Clients;
import com.nowinfinity.xpm.worker.Entities;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WholeRowsTest {

    @ParameterizedTest
    @EnumSource(names = {"DEREGISTERED", "DECEASED", "CEASED"})
    void replacesAllRowsByOneForTheState(EntityStatus over) {
        Entity.Builder entity = differing().setStatus(over);

        assertThat(Rows.of(entity, client("x-1", "Jones"))).containsExactly("state-differs");
        assertThat(Rows.compare(entity, client("x-1", "Jones"), Base.NONE)
                        .differences()
                        .getFirst())
                .isEqualTo(FieldDifference.ofWhole(DifferenceKind.STATE_DIFFERS, over.name(), "ACTIVE"));
    }

    @ParameterizedTest
    @EnumSource(names = {"DEREGISTERED", "DECEASED", "CEASED"})
    void isAtPeaceWithWhatIsOverHereAndArchivedThere(EntityStatus over) {
        assertThat(Rows.of(
                        company("c-1", "Smith").setStatus(over),
                        client("x-1", "Smith").archived()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"ACTIVE", "UNKNOWN"})
    void comparesFieldsWhileItLives(EntityStatus status) {
        assertThat(Rows.of(differing().setStatus(status), client("x-1", "Jones")))
                .containsExactly("field-differs name by UNKNOWN", "role-missing-in-xpm DIRECTOR:p-1 by UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"Company, ''", "COMPANY, ''", "NULL, ''", "' ', ''", "Charity, ''", "Trust, structure-differs"},
            nullValues = "NULL")
    void tellsWrongLabelsAndLeavesUnknownOnesToTheWholePractice(@Nullable String label, String row) {
        assertThat(Rows.of(company("c-1", "Smith"), client("x-1", "Smith").label(label)))
                .isEqualTo(row.isEmpty() ? List.of() : List.of(row));
    }

    @Test
    void showsTheLabelThatWeWouldWrite() {
        Clients client = client("x-1", "Smith").label("Trust");
        Comparison comparison = EntityComparator.compare(
                company("c-1", "Smith").build(),
                client.build(),
                Base.NONE,
                Entities.labels("COMPANY=Pty Ltd, Company", "TRUST=Trust"),
                Peers.NONE,
                TODAY);

        assertThat(comparison.differences())
                .containsExactly(FieldDifference.ofWhole(DifferenceKind.STRUCTURE_DIFFERS, "Pty Ltd", "Trust"));
    }

    @Test
    void spellsEachKindAsTheContractDoes() {
        assertThat(DifferenceKind.values())
                .extracting(DifferenceKind::code)
                .containsExactly(
                        "missing-in-xpm",
                        "missing-in-nowinfinity",
                        "archived-in-xpm",
                        "duplicate-in-xpm",
                        "prospect-in-xpm",
                        "ambiguous-match",
                        "link-contradicted",
                        "recorded-differently",
                        "field-differs",
                        "asic-change-due",
                        "number-invalid",
                        "number-missing",
                        "trustee-number-on-trust",
                        "label-unknown",
                        "structure-differs",
                        "state-differs",
                        "role-missing-in-xpm",
                        "role-missing-in-nowinfinity",
                        "role-ceased",
                        "role-dates-differ",
                        "shares-differ",
                        "another-app-changes");
        assertThat(DifferenceKind.ROLE_CEASED.severity()).isEqualTo(Severity.HIGH);
    }

    private static Entity.Builder differing() {
        return company("c-1", "Smith")
                .setRelationships(List.of(role(RelationshipType.DIRECTOR, "p-1", "2020-01-01", null)));
    }
}
