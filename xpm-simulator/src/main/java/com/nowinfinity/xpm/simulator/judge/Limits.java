package com.nowinfinity.xpm.simulator.judge;

import java.time.Duration;

/**
 * What XPM allows.
 *
 * @param perMinute calls of an organisation in any one window
 * @param concurrent calls of an organisation in progress at once
 * @param perDay calls of an organisation in any 24 hours
 * @param appPerMinute calls of the app, over all organisations, in any one window
 * @param window how long a minute lasts; shorter in tests
 */
public record Limits(int perMinute, int concurrent, int perDay, int appPerMinute, Duration window) {

    public Limits {
        if (perMinute < 1 || concurrent < 1 || perDay < 1 || appPerMinute < 1 || !window.isPositive()) {
            throw new IllegalArgumentException("Every limit must be at least 1 and the window longer than nothing");
        }
    }

    public static Limits ofXero() {
        return new Limits(60, 5, 5_000, 10_000, Duration.ofMinutes(1));
    }
}
