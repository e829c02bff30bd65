package com.nowinfinity.xpm.report.rendering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One value of a report's table, with its type where a spreadsheet has one. */
sealed interface Cell {

    record Text(String value) implements Cell {}

    /** A symbol of the contract, which people read in words. */
    record Code(String code) implements Cell {}

    record Codes(List<String> codes) implements Cell {}

    record Whole(long number) implements Cell {}

    record Day(LocalDate day) implements Cell {}

    record Moment(Instant moment) implements Cell {}

    /** An address to click on. */
    record Link(String address) implements Cell {}

    enum Blank implements Cell {
        BLANK
    }

    /** As programs read it, where there are no types. */
    default String text() {
        return switch (this) {
            case Text(String value) -> value;
            case Code(String code) -> code;
            case Codes(List<String> codes) -> String.join("; ", codes);
            case Whole(long number) -> Long.toString(number);
            case Day(LocalDate day) -> day.toString();
            case Moment(Instant moment) -> moment.toString();
            case Link(String address) -> address;
            case Blank blank -> "";
        };
    }
}
