package com.nowinfinity.xpm.simulator.faults;

import java.time.Duration;
import java.util.Optional;

/**
 * The wait that a scripted 429 asks for.
 *
 * @param forApp whether all organisations are meant, not only that of the call
 */
public record Quiet(Duration length, boolean forApp) {

    /** Nothing when no sensible time is named. */
    static Optional<Quiet> of(Effect.Throttle throttle) {
        boolean forApp = "appminute".equals(throttle.limit());
        if (throttle.retryAt() != null) {
            return Optional.of(new Quiet(throttle.retryAt(), forApp));
        }
        String seconds = throttle.retryAfter();
        return seconds != null && seconds.matches("\\d{1,5}")
                ? Optional.of(new Quiet(Duration.ofSeconds(Long.parseLong(seconds)), forApp))
                : Optional.empty();
    }
}
