package com.nowinfinity.xpm.report.rendering;

import java.time.Instant;
import java.time.LocalDate;

/** One value of a report's table, with its type where a spreadsheet has one. */
sealed interface Cell {

    record Text(String value) implements Cell {}

    record Whole(long number) implements Cell {}

    record Day(LocalDate day) implements Cell {}

    record Moment(Instant moment) implements Cell {}

    /** An address to click on. */
    record Link(String address) implements Cell {}

    enum Blank implements Cell {
        BLANK
    }

    /** As text, where there are no types. */
    default String text() {
        return switch (this) {
            case Text(String value) -> value;
            case Whole(long number) -> Long.toString(number);
            case Day(LocalDate day) -> day.toString();
            case Moment(Instant moment) -> moment.toString();
            case Link(String address) -> address;
            case Blank blank -> "";
        };
    }
}
