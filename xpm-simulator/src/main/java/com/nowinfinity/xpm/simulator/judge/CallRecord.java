package com.nowinfinity.xpm.simulator.judge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One data call, remembered.
 *
 * @param number from 1, without gaps
 * @param counted whether the limits count it: it was let through to its organisation
 * @param effect what it did, in a few words; null when it was turned away
 * @param status 0 when the script dropped it without an answer
 * @param problem the limit it broke, or the text of a business error
 * @param fault the faults of the script that struck it
 */
public record CallRecord(
        long number,
        Instant at,
        String method,
        String path,
        String query,
        @Nullable String tenantId,
        int status,
        boolean counted,
        @Nullable String effect,
        @Nullable String problem,
        @Nullable String fault) {}
