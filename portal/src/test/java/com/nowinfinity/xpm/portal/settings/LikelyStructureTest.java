package com.nowinfinity.xpm.portal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LikelyStructureTest {

    @ParameterizedTest
    @CsvSource({
        "SMSF, SUPER_FUND",
        "S.M.S.F., SUPER_FUND",
        "S M S F, SUPER_FUND",
        "Self Managed Super Fund, SUPER_FUND",
        "Superannuation, SUPER_FUND",
        "Self-employed, SOLE_TRADER",
        "Self Employed, SOLE_TRADER",
        "SOLE TRADER, SOLE_TRADER",
        "Estate, TRUST.TESTAMENTARY",
        "Deceased Estate, TRUST.TESTAMENTARY",
        "Testamentary Trust, TRUST.TESTAMENTARY",
        "Unit Trust, TRUST.UNIT",
        "Family Trust, TRUST",
        "Pty Ltd, COMPANY",
        "Company (trustee), COMPANY",
        "Individuals, INDIVIDUAL",
        "Partnership, PARTNERSHIP",
        "Incorporated Association, OTHER"
    })
    void knowsALabelByItsWords(String label, String structure) {
        assertThat(LikelyStructure.of(label)).hasValue(structure);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bucket", "Personal", "Supervisor", "Trustee", "Company or Trust", "Fund", "Partner", "", "???"})
    void leavesAnyOtherToAPerson(String label) {
        assertThat(LikelyStructure.of(label)).isEmpty();
    }
}
