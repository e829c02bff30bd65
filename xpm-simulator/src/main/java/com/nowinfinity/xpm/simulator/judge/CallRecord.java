package com.nowinfinity.xpm.simulator.judge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One data call, remembered.
 *
 * @param number from 1, without gaps
 * @param effect what it did, in a few words; null when it was turned away
 * @param problem the limit it broke, or the text of a business error
 */
public record CallRecord(
        long number,
        Instant at,
        String method,
        String path,
        String query,
        @Nullable String tenantId,
        int status,
        @Nullable String effect,
        @Nullable String problem) {}
