package com.nowinfinity.xpm.report.rendering;

import com.nowinfinity.xpm.events.InWords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values as an Australian reader has them. */
final class Spoken {

    private static final Locale AUSTRALIA = Locale.of("en", "AU");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, h:mm a", AUSTRALIA);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", AUSTRALIA);

    private Spoken() {}

    static String of(Cell cell, ZoneId zone) {
        return switch (cell) {
            case Cell.Code(String code) -> InWords.of(code);
            case Cell.Codes(var codes) -> codes.stream().map(InWords::of).collect(Collectors.joining("; "));
            case Cell.Day(LocalDate day) -> day(day);
            case Cell.Moment(Instant moment) -> time(moment, zone);
            case Cell.Text text -> text.text();
            case Cell.Whole number -> number.text();
            case Cell.Link link -> link.text();
            case Cell.Blank blank -> "";
        };
    }

    static String time(Instant moment, ZoneId zone) {
        return TIME.format(moment.atZone(zone)).replace('\u202f', ' ');
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
