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

    /**
     * What a refusal says of the other limits. Of the one that refused nothing is left, and how long that lasts its
     * Retry-After says, not the length of the limit.
     */
    public Allowance beside(XpmException.Limit refused) {
        return switch (refused) {
            case MINUTE -> new Allowance(null, dayLeft, appMinuteLeft, serverTime);
            case DAY -> new Allowance(minuteLeft, null, appMinuteLeft, serverTime);
            case APP_MINUTE -> new Allowance(minuteLeft, dayLeft, null, serverTime);
            case CONCURRENT -> this;
            case UNKNOWN ->
                new Allowance(unlessUsedUp(minuteLeft), unlessUsedUp(dayLeft), unlessUsedUp(appMinuteLeft), serverTime);
        };
    }

    private static @Nullable Integer unlessUsedUp(@Nullable Integer left) {
        return left != null && left == 0 ? null : left;
    }
}
