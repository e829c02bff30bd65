package com.nowinfinity.xpm.worker.normal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "Smith & Co Pty Ltd,              SMITH AND COMPANY PROPRIETARY LIMITED",
        "Smith & Co Pty Ltd,              Smith&Co. Pty. Ltd.",
        "Acme Holdings Pty Ltd,           ACME  HOLDINGS PTY LIMITED",
        "O'Brien Pty Ltd,                 O’BRIEN PTY LTD",
        "The Smith Family Trust,          Smith Family Trust",
        "The Trustee for Smith Trust,     SMITH TRUST",
        "The Trustee for The Smith Trust, Smith Trust",
        "Smith Superannuation Fund,       Smith Super Fund",
        "Carlton Bowls Club Incorporated, Carlton Bowls Club Inc.",
        "Café Nord Pty Ltd,               CAFE NORD PTY LTD",
        "Smith-Jones Pty Ltd,             Smith Jones Pty Ltd",
        "Wesfarmers Limited,              WESFARMERS LTD"
    })
    void seesOneFirm(String one, String other) {
        assertThat(Names.firm(one)).isNotNull().isEqualTo(Names.firm(other));
    }

    @ParameterizedTest
    @CsvSource({
        "Smith Pty Ltd,          Smith Ltd",
        "Smith Holdings Pty Ltd, Smith Pty Ltd",
        "Smith Trust,            Smith Family Trust",
        "Smith No 1 Pty Ltd,     Smith No 2 Pty Ltd",
        "Theodore Pty Ltd,       odore Pty Ltd",
        "Andrews Pty Ltd,        &rews Pty Ltd",
        "Unlimited Pty Ltd,      Unltd Pty Ltd"
    })
    void keepsFirmsApartThatDiffer(String one, String other) {
        assertThat(Names.firm(one)).isNotEqualTo(Names.firm(other));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "-", "..."})
    void seesNoNameWhereThereIsNone(@Nullable String typed) {
        assertThat(Names.firm(typed)).isNull();
        assertThat(Names.part(typed)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "O'Brien,     OBRIEN",
        "O'Brien,     O’Brien",
        "O'Brien,     O´Brien",
        "Ó'Brien,     O'BRIEN",
        "Smith-Jones, SMITH JONES",
        "Müller,      MULLER",
        "' Smith ',   smith",
        "McDonald,    MCDONALD",
        "Нестерёв,    Нестерев",
        "Ρένα,        ΡΕΝΑ"
    })
    void seesOnePartOfAPersonsName(String one, String other) {
        assertThat(Names.part(one)).isNotNull().isEqualTo(Names.part(other));
    }

    @ParameterizedTest
    @CsvSource({"कि, की", "か, が", "รัก, รก"})
    void keepsThePartsOfOtherScriptsApart(String one, String other) {
        assertThat(Names.part(one)).isNotNull().isNotEqualTo(Names.part(other));
        assertThat(Names.part(one)).isEqualTo(Names.part(" " + one + ". "));
    }

    @ParameterizedTest
    @CsvSource({
        "john, john, true",
        "john, j,    true",
        "j,    john, true",
        "j,    j,    true",
        "john, joan, false",
        "j,    peter, false",
        "jo,   john, false",
        "я,    яна,  true",
        "明,   明华, false",
        "明,   明,   true"
    })
    void takesAnInitialForTheName(String one, String other, boolean same) {
        assertThat(Names.samePart(one, other)).isEqualTo(same);
    }
}
