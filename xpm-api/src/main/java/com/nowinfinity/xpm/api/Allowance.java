package com.nowinfinity.xpm.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an answer's headers say is left of Xero's limits: calls in this minute and day for the organisation, calls in
 * this minute for the app. Null means that the header was missing or made no sense, never zero.
 *
 * @param serverTime the answer's Date header, in whole seconds
 */
public record Allowance(
        @Nullable Integer minuteLeft,
        @Nullable Integer dayLeft,
        @Nullable Integer appMinuteLeft,
        @Nullable Instant serverTime) {

    /** Nothing was said. */
    public static final Allowance UNSAID = new Allowance(null, null, null, null);
}
