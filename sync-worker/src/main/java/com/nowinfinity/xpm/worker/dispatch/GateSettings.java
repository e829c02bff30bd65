package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.worker.limits.Limits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * @param leaveWithin a call that has not left by then does not leave: the rest of the slot is for its answer
 * @param outagePause how long to leave XPM alone when it does not answer; doubled each time
 * @param ticker a monotonic clock, in nanoseconds
 */
public record GateSettings(
        Limits limits,
        Duration leaveWithin,
        Duration outagePause,
        InstantSource clock,
        LongSupplier ticker,
        Supplier<String> ids) {

    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofHours(1);

    /** How long to wait where XPM does not say. */
    Duration patience(XpmException.Limit limit) {
        return switch (limit) {
            case CONCURRENT -> SHORT;
            case MINUTE, APP_MINUTE, UNKNOWN -> limits.window();
            case DAY -> LONG;
        };
    }
}
