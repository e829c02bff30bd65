package com.nowinfinity.xpm.worker.normal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "51 824 753 556",
                "53 004 085 616",
                "83 914 571 673",
                "43 002 724 334",
                "25 010 499 966",
                "42 021 773 747",
                "51824753556",
                "ABN: 51-824-753-556"
            })
    void takesATrueAbnHoweverTyped(String abn) {
        assertThat(Numbers.validAbn(abn)).isEqualTo(abn.replaceAll("[^0-9]", ""));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "51 824 753 557",
                "99 999 999 999",
                "11 111 111 111",
                "00 000 000 000",
                "5182475355",
                "518247535561",
                "004085616",
                "TBA",
                ""
            })
    void refusesWhatIsNoAbn(@Nullable String abn) {
        assertThat(Numbers.validAbn(abn)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "004 085 616",
                "010 499 966",
                "002 724 334",
                "005 749 986",
                "001 000 004",
                "001 999 999",
                "000 000 019",
                "000 250 000",
                "123 456 780"
            })
    void takesATrueAcnHoweverTyped(String acn) {
        assertThat(Numbers.validAcn(acn)).isEqualTo(acn.replace(" ", ""));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "123 456 789",
                "004 085 617",
                "999 999 999",
                "000 000 000",
                "04 085 616",
                "53 004 085 616",
                "pending",
                ""
            })
    void refusesWhatIsNoAcn(@Nullable String acn) {
        assertThat(Numbers.validAcn(acn)).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "BHP Group Limited,                 004028077, 49004028077",
        "Commonwealth Bank of Australia,    123123124, 48123123124",
        "CSL Limited,                       051588348, 99051588348",
        "National Australia Bank Limited,   004044937, 12004044937",
        "Woolworths Group Limited,          000014675, 88000014675",
        "Telstra Group Limited,             650620303, 56650620303",
        "Qantas Airways Limited,            009661901, 16009661901",
        "Origin Energy Limited,             000051696, 30000051696",
        "BlueScope Steel Limited,           000011058, 16000011058",
        "Ramsay Health Care Limited,        001288768, 57001288768"
    })
    void takesTheNumbersOfCompaniesThatExist(String name, String acn, String abn) {
        assertThat(Numbers.validAcn(acn)).as(name).isEqualTo(acn);
        assertThat(Numbers.validAbn(abn)).as(name).isEqualTo(abn).endsWith(acn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"53004085616", "51824753556"})
    void noticesEverySingleDigitMistypedInAnAbn(String abn) {
        for (int at = 0; at < abn.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String mistyped = abn.substring(0, at) + digit + abn.substring(at + 1);
                assertThat(Numbers.validAbn(mistyped)).isEqualTo(mistyped.equals(abn) ? abn : null);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            value = {"' 12 a3 ', 123", "'a', NULL", "'', NULL", "NULL, NULL", "'٣1', 1"},
            nullValues = "NULL")
    void keepsDigitsOnly(@Nullable String typed, @Nullable String digits) {
        assertThat(Numbers.digits(typed)).isEqualTo(digits);
    }
}
