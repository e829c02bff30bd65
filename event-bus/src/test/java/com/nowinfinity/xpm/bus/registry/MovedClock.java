package com.nowinfinity.xpm.bus.registry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Stands still until it is moved. */
final class MovedClock implements InstantSource {

    private Instant now = Instant.parse("2026-03-01T00:00:00Z");

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
