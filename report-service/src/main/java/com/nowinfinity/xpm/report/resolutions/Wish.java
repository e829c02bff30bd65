package com.nowinfinity.xpm.report.resolutions;

import com.nowinfinity.xpm.report.discrepancy.DiscrepancyAction;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants for one discrepancy.
 *
 * @param id of the discrepancy
 * @param clientId with LINK: to which client
 * @param reason with ACCEPT: why it may stay
 * @param until with ACCEPT: the last day on which it may; null for ever
 * @param seen hash of the two values that the person saw; null for those that stand now
 */
public record Wish(
        String id,
        DiscrepancyAction action,
        @Nullable String clientId,
        @Nullable String reason,
        @Nullable LocalDate until,
        @Nullable String seen) {}
