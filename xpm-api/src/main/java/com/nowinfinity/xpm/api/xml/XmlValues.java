package com.nowinfinity.xpm.api.xml;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The forms of XPM's values. What cannot be read is null: no optional value spoils a client. */
final class XmlValues {

    private XmlValues() {}

    /** Reads one trimmed text. */
    interface Form<T> {
        @Nullable
        T read(String text);
    }

    /** {@code 2010-01-31}, {@code 1970-11-26T00:00:00} or {@code 20091023}; the year 1 is .NET's "no date". */
    static @Nullable LocalDate date(String text) {
        try {
            boolean compact = text.length() == 8;
            LocalDate date = compact
                    ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
                    : LocalDate.parse(text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text);
            return date.getYear() <= 1 ? null : date;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** Integers, also when written as {@code 1000.00}. */
    static @Nullable Long whole(String text) {
        try {
            BigDecimal number = decimal(text);
            return number == null ? null : number.longValueExact();
        } catch (ArithmeticException unreadable) {
            return null;
        }
    }

    static @Nullable BigDecimal decimal(String text) {
        try {
            // Longer ones are no amount; without the bound 1e999999999 would take a long time to expand.
            return text.length() > 30 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0 ? null : new BigDecimal(text);
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }

    static @Nullable Integer month(String text) {
        Long number = whole(text);
        return number == null || number < 1 || number > 12 ? null : number.intValue();
    }
}
