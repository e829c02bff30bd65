package com.nowinfinity.xpm.report.discrepancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldNamesTest {

    @ParameterizedTest
    @CsvSource({
        "name,Name",
        "person.lastName,Last name",
        "addresses.PRINCIPAL_PLACE,Principal place of business",
        "DIRECTOR:p-1,Director: Jane Smith",
        "PUBLIC_OFFICER:p-2,Public officer: p-2",
        "kind:Estate,Business structure “Estate”",
        "kind:,No business structure",
        "something.of.tomorrow,something.of.tomorrow"
    })
    void saysAFieldAsPeopleDo(String field, String words) {
        assertThat(FieldNames.of(field, Map.of("p-1", "Jane Smith"))).isEqualTo(words);
    }

    @Test
    void hasNoNameForARecordAsAWhole() {
        assertThat(FieldNames.of(null, Map.of())).isNull();
    }
}
