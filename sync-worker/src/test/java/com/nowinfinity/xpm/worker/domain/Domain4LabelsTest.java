package com.nowinfinity.xpm.worker.domain;

import static com.nowinfinity.xpm.worker.Clients.client;
import static com.nowinfinity.xpm.worker.Entities.company;
import static com.nowinfinity.xpm.worker.Entities.entity;
import static com.nowinfinity.xpm.worker.Entities.labels;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.TrustKind;
import com.nowinfinity.xpm.worker.Clients;
import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.comparison.Comparison;
import com.nowinfinity.xpm.worker.comparison.DifferenceKind;
import com.nowinfinity.xpm.worker.comparison.EntityComparator;
import com.nowinfinity.xpm.worker.comparison.FieldDifference;
import com.nowinfinity.xpm.worker.comparison.Peers;
import com.nowinfinity.xpm.worker.labels.LabelSet;
import com.nowinfinity.xpm.worker.planning.Permission;
import com.nowinfinity.xpm.worker.planning.Writes;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Section 4.6 of the domain: what the practice calls its structures. */
class Domain4LabelsTest {

    private static final LabelSet LABELS =
            labels("COMPANY=Pty Ltd, Company", "TRUST=Trust, Estate", "INDIVIDUAL=Person", "SOLE_TRADER=Person");
    private static final Entity SMITH = company("c-1", "Smith Pty Ltd").build();

    @Test
    @DisplayName("4.6 every label of a structure is recognised, without case")
    void everyLabelIsRecognised() {
        assertThat(EntityComparator.structure(
                        SMITH, client("x-1", "Smith").label("COMPANY").build(), LABELS))
                .isEmpty();
        assertThat(EntityComparator.structure(
                        SMITH, client("x-1", "Smith").label("pty ltd").build(), LABELS))
                .isEmpty();
        assertThat(EntityComparator.structure(
                        SMITH, client("x-1", "Smith").label("Estate").build(), LABELS))
                .isPresent();
    }

    @Test
    @DisplayName("4.6 the label of another sort of trust is wrong, and stays as it is")
    void theLabelOfAnotherSortIsWrong() {
        LabelSet sorts = labels("TRUST.UNIT=Unit Trust", "TRUST.DISCRETIONARY=Discretionary Trust");
        Entity trust = entity(EntityKind.TRUST, "t-1", "Smith Family Trust")
                .setTrustKind(TrustKind.DISCRETIONARY)
                .setEmail("ours@example.com")
                .build();
        PracticeClient client =
                client("x-1", "Smith Family Trust").label("Unit Trust").build();
        Comparison comparison = EntityComparator.compare(trust, client, Base.NONE, sorts, Peers.NONE, Sample.TODAY);
        Writes writes = Writes.of(
                comparison, new Permission(Base.NONE, Set.of(), true), trust, client, Peers.NONE, Sample.TODAY);

        assertThat(comparison.differences().getFirst())
                .isEqualTo(
                        FieldDifference.ofWhole(DifferenceKind.STRUCTURE_DIFFERS, "Discretionary Trust", "Unit Trust"));
        assertThat(writes.labelling(trust, client, sorts).patch().elements().keySet())
                .as("both are trusts: the rest is written")
                .containsExactly(ClientElement.EMAIL);
    }

    @Test
    @DisplayName("4.6 one label may stand for several kinds of person")
    void oneLabelMayStandForSeveralKindsOfPerson() {
        Entity trader = entity(EntityKind.SOLE_TRADER, "p-1", "Mary Jones").build();

        assertThat(EntityComparator.structure(
                        trader, client("x-1", "Mary Jones").label("Person").build(), LABELS))
                .isEmpty();
    }

    @Test
    @DisplayName("4.6 the first label is written on create, as it was typed")
    void theFirstLabelIsWrittenOnCreate() {
        assertThat(Writes.ofNew(SMITH, LABELS).elements()).containsEntry(ClientElement.BUSINESS_STRUCTURE, "Pty Ltd");
    }

    @Test
    @DisplayName("4.6 a push fills a blank label and leaves every other one")
    void aPushFillsABlankLabelOnly() {
        assertThat(pushed(client("x-1", "Smith Pty Ltd")).elements())
                .containsEntry(ClientElement.BUSINESS_STRUCTURE, "Pty Ltd");
        assertThat(pushed(client("x-1", "Smith Pty Ltd").label("Company")).elements())
                .isEmpty();
        assertThat(pushed(client("x-1", "Smith Pty Ltd").label("Charity")).elements())
                .isEmpty();
    }

    @Test
    @DisplayName("4.6 an empty list means that the practice does not handle the structure")
    void anEmptyListMeansNotHandled() {
        assertThat(LABELS.handles(
                        entity(EntityKind.SUPER_FUND, "f-1", "Smith Fund").build()))
                .isFalse();
    }

    private static ClientPatch pushed(Clients theirs) {
        return Writes.of(
                        EntityComparator.compare(SMITH, theirs.build(), Base.NONE, LABELS, Peers.NONE, Sample.TODAY),
                        new Permission(Base.NONE, Set.of(), true),
                        SMITH,
                        theirs.build(),
                        Peers.NONE,
                        Sample.TODAY)
                .labelling(SMITH, theirs.build(), LABELS)
                .patch();
    }
}
