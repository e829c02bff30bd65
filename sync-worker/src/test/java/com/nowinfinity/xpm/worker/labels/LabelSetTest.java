package com.nowinfinity.xpm.worker.labels;

import static com.nowinfinity.xpm.worker.Entities.company;
import static com.nowinfinity.xpm.worker.Entities.entity;
import static com.nowinfinity.xpm.worker.Entities.labels;
import static com.nowinfinity.xpm.worker.Entities.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.TrustKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSetTest {

    private static final Entity COMPANY = company("c-1", "Smith Pty Ltd").build();

    private final LabelSet unit = labels(
            "COMPANY= Pty Ltd , Company,, Ltd",
            "TRUST=Trust, Estate",
            "TRUST.UNIT=Unit Trust",
            "SUPER_FUND=",
            "INDIVIDUAL=Person, Individual",
            "SOLE_TRADER=Person, Business Owner");

    @ParameterizedTest
    @ValueSource(strings = {"Pty Ltd", "Company", "Ltd", "company", "PTY LTD", " pty  ltd "})
    void recognisesEveryLabelWithoutCase(String label) {
        assertThat(unit.fits(COMPANY, label)).isTrue();
        assertThat(unit.kindsOf(label)).containsExactly(EntityKind.COMPANY);
    }

    @Test
    void writesTheFirstAsTyped() {
        assertThat(unit.toWrite(COMPANY)).contains("Pty Ltd");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"UNIT, Unit Trust", "DISCRETIONARY, Trust", "TESTAMENTARY, Trust", "NULL, Trust"},
            nullValues = "NULL")
    void fallsBackToTheKindWhereTheSortOfTrustHasNoLabels(@Nullable TrustKind sort, String label) {
        assertThat(unit.toWrite(trust(sort))).contains(label);
    }

    @Test
    void takesOneSortOfTrustForAnother() {
        assertThat(unit.fits(trust(TrustKind.UNIT), "Estate")).isTrue();
        assertThat(unit.fits(trust(TrustKind.DISCRETIONARY), "Unit Trust")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "DISCRETIONARY, Unit Trust, false",
        "UNIT, Discretionary Trust, false",
        "UNIT, unit trust, true",
        "UNIT, Trust, true",
        "HYBRID, Unit Trust, true",
    })
    void tellsSortsOfTrustsApartThatHaveLabelsOfTheirOwn(TrustKind sort, String label, boolean fits) {
        LabelSet sorts = labels("TRUST=Trust", "TRUST.UNIT=Unit Trust", "TRUST.DISCRETIONARY=Discretionary Trust");

        assertThat(sorts.fits(trust(sort), label)).isEqualTo(fits);
        assertThat(sorts.kindsOf(label)).as("nothing speaks against the link").containsExactly(EntityKind.TRUST);
    }

    @Test
    void doesNotHandleWhatHasNoLabels() {
        Entity fund = entity(EntityKind.SUPER_FUND, "f-1", "Smith Super Fund").build();
        Entity partnership =
                entity(EntityKind.PARTNERSHIP, "f-1", "Smith & Jones").build();

        assertThat(unit.handles(COMPANY)).isTrue();
        assertThat(unit.handles(fund)).isFalse();
        assertThat(unit.handles(partnership)).isFalse();
        assertThat(unit.toWrite(fund)).isEmpty();
    }

    @Test
    void doesNotHandleASortOfTrustWhoseOwnListIsEmpty() {
        LabelSet withoutUnitTrusts = labels("TRUST=Trust", "TRUST.UNIT= , ");

        assertThat(withoutUnitTrusts.handles(trust(TrustKind.UNIT))).isFalse();
        assertThat(withoutUnitTrusts.handles(trust(TrustKind.HYBRID))).isTrue();
    }

    @Test
    void letsOneLabelStandForSeveralKindsOfPerson() {
        assertThat(unit.kindsOf("person")).containsExactlyInAnyOrder(EntityKind.INDIVIDUAL, EntityKind.SOLE_TRADER);
        assertThat(unit.fits(person("p-1", "Jo", "Smith").build(), "PERSON")).isTrue();
        assertThat(unit.fits(COMPANY, "Person")).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "Charity", "Pty", "Compan"})
    void knowsNoKindOfAnUnknownLabel(@Nullable String label) {
        assertThat(unit.kindsOf(label)).isEmpty();
    }

    @Test
    void knowsNoKindOfAStructureThatIsNewerThanItself() {
        assertThat(labels("ROBOT=Robot", "COMPANY=Company").kindsOf("Robot")).isEmpty();
    }

    private static Entity trust(@Nullable TrustKind sort) {
        return entity(EntityKind.TRUST, "t-1", "Smith Trust").setTrustKind(sort).build();
    }
}
