package com.nowinfinity.xpm.api.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlValuesTest {

    @ParameterizedTest
    @CsvSource({
        "2010-01-31, 2010-01-31",
        "1970-11-26T00:00:00, 1970-11-26",
        "1970-11-26T00:00:00.0000000Z, 1970-11-26",
        "20091023, 2009-10-23",
    })
    void readsEveryFormOfADate(String text, LocalDate date) {
        assertThat(XmlValues.date(text)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00",
                "2010-02-30",
                "31/01/2010",
                "2010",
                "2010-01",
                "soon",
                "T",
                "2010-01-31 12"
            })
    void takesAnUnreadableDateForNone(String text) {
        assertThat(XmlValues.date(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000", "1000.00, 1000", "-5, -5", "9223372036854775807, 9223372036854775807"})
    void readsWholeNumbers(String text, long number) {
        assertThat(XmlValues.whole(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "many", "9223372036854775808", "1e5", "1E999999999", "1,000"})
    @Timeout(1)
    void takesOtherNumbersForNone(String text) {
        assertThat(XmlValues.whole(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "12, 12", "0,", "13,", "Jun,"})
    void readsMonthsOfTheYear(String text, Integer month) {
        assertThat(XmlValues.month(text)).isEqualTo(month);
    }
}
