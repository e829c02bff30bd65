package com.nowinfinity.xpm.portal.registers;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item of {@code GET /activity}. */
record Happening(
        Instant at,
        String what,
        @Nullable Long version,
        @Nullable String outcome,
        @Nullable Why reason,
        @Nullable List<String> fields,
        @Nullable List<Step> steps) {

    /** A call to Practice Manager, in words. */
    record Step(Instant at, String text) {}

    /** A code for programs, a text for people. */
    record Why(String code, @Nullable String text) {

        public String shown() {
            return text == null || text.isBlank() ? code : text;
        }
    }
}
