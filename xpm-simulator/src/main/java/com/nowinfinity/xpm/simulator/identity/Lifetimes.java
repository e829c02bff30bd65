package com.nowinfinity.xpm.simulator.identity;

import java.time.Duration;

/**
 * How long things are good for.
 *
 * @param grace how long a refresh token still works after its first use, for answers that were lost
 */
public record Lifetimes(Duration code, Duration accessToken, Duration refreshToken, Duration grace) {

    public static Lifetimes ofXero() {
        return new Lifetimes(
                Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofDays(60), Duration.ofMinutes(30));
    }
}
