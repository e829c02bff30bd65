package com.nowinfinity.xpm.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    private static final String PERSON = "6f1d9a52-0e0c-4a3b-9a55-3d6f0a1b2c3d";

    private final Words unit = new Words(ZoneId.of("Australia/Sydney"));

    @ParameterizedTest
    @CsvSource(
            value = {
                "STRIKE_OFF, null, Being struck off",
                "ACTIVE, null, Active",
                "SUPER_FUND, kind, Super fund",
                "1970-01-02, person.dateOfBirth, 2 Jan 1970",
                "Jo Smith: from 2026-11-26 current, DIRECTOR:p-1, Jo Smith: from 26 Nov 2026 current",
                "Smith 2026-11-26, name, Smith 2026-11-26",
                "ACTIVE, name, ACTIVE",
                "null, email, –"
            },
            nullValues = "null")
    void showsNoRawValue(@Nullable String value, @Nullable String field, String shown) {
        assertThat(unit.value(value, field)).isEqualTo(shown);
    }

    @Test
    void namesWhoHoldsARole() {
        assertThat(unit.field("DIRECTOR:" + PERSON, Map.of(PERSON, "Mary Smith")))
                .isEqualTo("Director: Mary Smith");
        assertThat(unit.field("ALTERNATE_DIRECTOR:" + PERSON)).isEqualTo("Alternate director");
        assertThat(unit.fields(List.of("email", "addresses.PRINCIPAL_PLACE", "TRUSTEE:" + PERSON), Map.of()))
                .isEqualTo("E-mail, Principal place of business, Trustee");
    }

    @Test
    void leavesALabelAsThePracticeWroteIt() {
        assertThat(unit.kind("SMSF")).isEqualTo("SMSF");
        assertThat(unit.kind("SUPER_FUND")).isEqualTo("Super fund");
    }

    @Test
    void showsTimesInThePracticesZone() {
        assertThat(unit.time(Instant.parse("2026-11-25T22:05:00Z"))).isEqualTo("26 Nov 2026, 9:05 am");
    }
}
