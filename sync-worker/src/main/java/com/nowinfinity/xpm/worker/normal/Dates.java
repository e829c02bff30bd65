package com.nowinfinity.xpm.worker.normal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Days, as people and programs write them in Australia: the day before the month. */
public final class Dates {

    private static final List<DateTimeFormatter> WRITTEN = Stream.of(
                    "uuuu-M-d", "uuuuMMdd", "d/M/uuuu", "d-M-uuuu", "d.M.uuuu", "d MMM uuuu", "d MMMM uuuu")
            .map(Dates::written)
            .toList();

    private Dates() {}

    /** Empty for what is no day of the calendar. A time of day is left out. */
    public static Optional<LocalDate> read(@Nullable String typed) {
        String tidy = Text.tidy(typed);
        if (tidy == null) {
            return Optional.empty();
        }
        String day = tidy.replaceFirst("T\\d\\d:.*$", "");
        return WRITTEN.stream().flatMap(format -> read(day, format).stream()).findFirst();
    }

    /** {@code yyyy-MM-dd}; what is no day stands for itself. */
    public static @Nullable String form(@Nullable String typed) {
        return read(typed).map(LocalDate::toString).orElseGet(() -> Text.tidy(typed));
    }

    private static Optional<LocalDate> read(String day, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(day, format));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter written(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
