package com.nowinfinity.xpm.report.discrepancy;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person's word that a discrepancy may stay, whatever its values become.
 *
 * @param by subject of the person's token
 * @param until the last day (UTC) on which it may stay; null for ever
 */
public record Acceptance(
        Instant at, String by, String reason, @Nullable LocalDate until) {

    boolean holdsOn(LocalDate day) {
        return until == null || !day.isAfter(until);
    }
}
