package com.nowinfinity.xpm.report.rendering;

import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.discrepancy.DiscrepancyKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column of the report.
 *
 * @param name the field of the contract's item
 * @param title what people read
 * @param width in characters
 */
record Column(String name, String title, int width, Function<Discrepancy, Cell> cell) {

    static Column text(String name, String title, int width, Function<Discrepancy, @Nullable String> value) {
        return new Column(name, title, width, row -> textCell(value.apply(row)));
    }

    static Column symbol(String name, String title, int width, Function<Discrepancy, @Nullable Enum<?>> value) {
        return new Column(name, title, width, row -> {
            Enum<?> symbol = value.apply(row);
            return symbol == null ? Cell.Blank.BLANK : new Cell.Code(symbol.name());
        });
    }

    static Column symbols(
            String name,
            String title,
            int width,
            Function<Discrepancy, ? extends Collection<? extends Enum<?>>> values) {
        return new Column(name, title, width, row -> {
            List<String> codes = values.apply(row).stream().map(Enum::name).toList();
            return codes.isEmpty() ? Cell.Blank.BLANK : new Cell.Codes(codes);
        });
    }

    static Column list(String name, String title, int width, Function<Discrepancy, Collection<?>> values) {
        return text(
                name,
                title,
                width,
                row -> values.apply(row).stream().map(Object::toString).collect(Collectors.joining("; ")));
    }

    static Column moment(String name, String title, Function<Discrepancy, @Nullable Instant> value) {
        return new Column(name, title, 17, row -> {
            Instant moment = value.apply(row);
            return moment == null ? Cell.Blank.BLANK : new Cell.Moment(moment);
        });
    }

    static Column day(String name, String title, Function<Discrepancy, @Nullable LocalDate> value) {
        return new Column(name, title, 12, row -> {
            LocalDate day = value.apply(row);
            return day == null ? Cell.Blank.BLANK : new Cell.Day(day);
        });
    }

    static Column link(String name, String title, int width, Function<Discrepancy, @Nullable String> value) {
        return new Column(name, title, width, row -> {
            String address = value.apply(row);
            return address != null && WebAddress.isSafe(address) ? new Cell.Link(address) : textCell(address);
        });
    }

    /** To be filled in by a person. */
    static Column blank(String name, String title, int width) {
        return new Column(name, title, width, row -> Cell.Blank.BLANK);
    }

    /** A value of one side, which is a symbol where the state of a record differs. */
    Column inWords() {
        return new Column(name, title, width, row -> {
            Cell value = of(row);
            return row.kind().equals(DiscrepancyKind.STATE_DIFFERS.code()) && value instanceof Cell.Text(String code)
                    ? new Cell.Code(code)
                    : value;
        });
    }

    /** The kind in words, with what to do where no action settles it; the other formats say its code. */
    static Column kindInWords() {
        return text("kind", "Discrepancy", 28, row -> DiscrepancyKind.adviceOf(row.kind()));
    }

    Cell of(Discrepancy row) {
        return cell.apply(row);
    }

    private static Cell textCell(@Nullable String text) {
        return text == null || text.isEmpty() ? Cell.Blank.BLANK : new Cell.Text(text);
    }
}
