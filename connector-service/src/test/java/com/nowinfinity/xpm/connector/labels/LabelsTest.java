package com.nowinfinity.xpm.connector.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nowinfinity.xpm.events.StructureLabels;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {

    @Test
    void startsWithWhatXpmCallsThem() {
        assertThat(Labels.initial().rows())
                .containsExactly(rows(
                        "COMPANY=Company",
                        "TRUST=Trust",
                        "SUPER_FUND=Superannuation Fund",
                        "INDIVIDUAL=Individual",
                        "PARTNERSHIP=Partnership",
                        "SOLE_TRADER=Sole Trader",
                        "OTHER="));
    }

    @Test
    void keepsLabelsAsTypedAndEachOnce() {
        assertThat(Labels.initial()
                        .with(List.of(rows("TRUST= Trust , estate,,TRUST, Unit   Trust ")))
                        .rows())
                .contains(rows("TRUST=Trust, estate, Unit Trust"));
    }

    @Test
    void keepsTheOthersAndTakesAnEmptyListForNotHandled() {
        Labels labels = Labels.initial().with(List.of(rows("PARTNERSHIP=")));

        assertThat(labels.rows()).contains(rows("PARTNERSHIP=", "COMPANY=Company"));
        assertThat(labels.with(List.of(rows("COMPANY=Pty Ltd"))).rows())
                .contains(rows("PARTNERSHIP=", "COMPANY=Pty Ltd"));
    }

    @Test
    void letsKindsOfPersonAndSortsOfTrustShareALabel() {
        assertThat(Labels.initial()
                        .with(List.of(rows(
                                "INDIVIDUAL=Individual", "SOLE_TRADER=individual", "TRUST=Trust", "TRUST.UNIT=Trust")))
                        .rows())
                .contains(rows("SOLE_TRADER=individual", "TRUST.UNIT=Trust"));
    }

    @Test
    void refusesALabelThatMeansTwoKindsOfThing() {
        assertThatThrownBy(() -> Labels.initial().with(List.of(rows("TRUST=Trust, COMPANY"))))
                .hasMessageContaining("COMPANY")
                .hasMessageContaining("TRUST");
        assertThatThrownBy(() -> Labels.initial().with(List.of(rows("SUPER_FUND=Trust"))))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> Labels.initial().with(List.of(rows("PARTNERSHIP=Individual"))))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void findsAnAmbiguityWithAStructureThatWasNotGiven() {
        Labels before = Labels.initial().with(List.of(rows("TRUST.TESTAMENTARY=Estate")));

        assertThatThrownBy(() -> before.with(List.of(rows("OTHER=estate"))))
                .hasMessageContainingAll("OTHER", "TRUST.TESTAMENTARY");
    }

    @Test
    void listsASortOfTrustThatIsNotHandled() {
        Labels withoutUnitTrusts = Labels.initial().with(List.of(rows("TRUST.UNIT=")));

        assertThat(withoutUnitTrusts.rows()).contains(rows("TRUST=Trust", "TRUST.UNIT="));
        assertThat(Labels.stored(withoutUnitTrusts.rows())).isEqualTo(withoutUnitTrusts);
    }

    @Test
    void readsBackWhatWasStoredWithStructuresOfANewerVersion() {
        Labels stored = Labels.stored(List.of(rows("COMPANY=Firm", "MUTUAL=Mutual")));

        assertThat(stored.rows()).contains(rows("COMPANY=Firm", "TRUST=Trust", "MUTUAL=Mutual"));
        assertThat(Labels.stored(stored.rows())).isEqualTo(stored).hasSameHashCodeAs(stored);
    }

    private static StructureLabels[] rows(String... rows) {
        return Arrays.stream(rows)
                .map(row ->
                        new StructureLabels(row.substring(0, row.indexOf('=')), row.substring(row.indexOf('=') + 1)))
                .toArray(StructureLabels[]::new);
    }
}
