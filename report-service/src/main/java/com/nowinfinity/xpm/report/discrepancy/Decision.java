package com.nowinfinity.xpm.report.discrepancy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one discrepancy between runs, by a person's decision.
 *
 * @param acceptance the latest; null for none
 * @param resolvedAt when a write that was to end the discrepancy succeeded last; null for never
 */
public record Decision(
        @Nullable Acceptance acceptance, @Nullable Instant resolvedAt) {

    public static final Decision NONE = new Decision(null, null);
}
