package com.nowinfinity.xpm.simulator.practice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person's name by parts, as one side has it.
 *
 * @param other the name she goes by
 * @param born null where this side does not say
 */
record PersonName(
        String first,
        @Nullable String middle,
        String last,
        @Nullable String other,
        @Nullable LocalDate born) {

    PersonName withFirst(String newFirst) {
        return new PersonName(newFirst, middle, last, other, born);
    }

    PersonName withMiddle(@Nullable String newMiddle) {
        return new PersonName(first, newMiddle, last, other, born);
    }

    PersonName withLast(String newLast) {
        return new PersonName(first, middle, newLast, other, born);
    }

    PersonName withOther(String newOther) {
        return new PersonName(first, middle, last, newOther, born);
    }

    PersonName bornOn(@Nullable LocalDate day) {
        return new PersonName(first, middle, last, other, day);
    }

    String full() {
        return first + (middle == null ? " " : " " + middle + " ") + last;
    }
}
