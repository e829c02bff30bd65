package com.nowinfinity.xpm.simulator.practicemanager;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Dates as requests may write them. */
final class Dates {

    private Dates() {}

    /** Both 19701126 and 1970-11-26, with or without a time behind it; null for none, refused when it is no date. */
    static @Nullable LocalDate day(@Nullable String text, String element) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        String day = text.contains("T") ? text.substring(0, text.indexOf('T')) : text;
        try {
            return LocalDate.parse(
                    day, day.contains("-") ? DateTimeFormatter.ISO_LOCAL_DATE : DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeParseException invalid) {
            throw new RefusedException("Invalid date for " + element);
        }
    }

    /** As {@link #day}, but in one of the two forms only where that is how XPM is read. */
    static @Nullable LocalDate birth(String text, String element, Conventions.BirthDates forms) {
        boolean iso = text.contains("-");
        boolean taken = switch (forms) {
            case EITHER -> true;
            case BASIC_ONLY -> !iso;
            case ISO_ONLY -> iso;
        };
        if (!taken) {
            throw new RefusedException("Invalid date for " + element);
        }
        return day(text, element);
    }

    /** A moment in UTC, with or without its Z. */
    static Instant moment(String text) {
        try {
            return LocalDateTime.parse(text.endsWith("Z") ? text.substring(0, text.length() - 1) : text)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException invalid) {
            throw new RefusedException("Invalid date for modifiedsince");
        }
    }
}
