package com.nowinfinity.xpm.worker.normal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "03 9876 5432",
                "(03) 9876-5432",
                "0398765432",
                "+61 3 9876 5432",
                "+61398765432",
                "+61 (0)3 9876 5432",
                " +61 3 9876 5432 ",
                "0011 61 3 9876 5432"
            })
    void seesOneLandlineHoweverDialled(String typed) {
        assertThat(Phones.form(typed)).isEqualTo("0398765432");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0412 345 678", "0412345678", "+61 412 345 678", "0011 61 412 345 678"})
    void seesOneMobileHoweverDialled(String typed) {
        assertThat(Phones.form(typed)).isEqualTo("0412345678");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+64 9 123 4567", "0011 64 9 123 4567", "+6491234567"})
    void seesOneForeignNumberHoweverDialled(String typed) {
        assertThat(Phones.form(typed)).isEqualTo("6491234567");
    }

    @ParameterizedTest
    @CsvSource({"13 11 14, 131114", "1300 123 456, 1300123456", "6140 1234, 61401234"})
    void leavesNumbersThatAreNotInternationalAsTheyAre(String typed, String form) {
        assertThat(Phones.form(typed)).isEqualTo(form);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "n/a", "+"})
    void seesNoNumberWhereThereAreNoDigits(@Nullable String typed) {
        assertThat(Phones.form(typed)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com.au",
                "www.example.com.au",
                "http://example.com.au",
                "https://www.Example.com.au/",
                " HTTPS://WWW.EXAMPLE.COM.AU "
            })
    void seesOneWebsite(String typed) {
        assertThat(Text.website(typed)).isEqualTo("example.com.au");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"example.com/a, example.com/a", "' ', NULL", "http://, NULL", "NULL, NULL"},
            nullValues = "NULL")
    void keepsThePathOfAWebsite(@Nullable String typed, @Nullable String form) {
        assertThat(Text.website(typed)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "' a   b ', a b",
                "'a\u00a0b', a b",
                "'\t\n', NULL",
                "'', NULL",
                "NULL, NULL",
                "'1 High St\r\nCarlton', 1 High St Carlton"
            },
            nullValues = "NULL")
    void tidiesSpacesAndKnowsNoBlankText(@Nullable String typed, @Nullable String tidy) {
        assertThat(Text.tidy(typed)).isEqualTo(tidy);
    }

    @ParameterizedTest
    @CsvSource({"Jo@Example.COM, jo@example.com", "' jo@example.com ', jo@example.com"})
    void comparesMailWithoutCase(String typed, String form) {
        assertThat(Text.caseless(typed)).isEqualTo(form);
    }
}
