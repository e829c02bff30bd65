package com.nowinfinity.xpm.worker.limits;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The time of day as it was when the worker started, and from then on by a monotonic clock: when the machine's clock is
 * set forward or back, no slot is free too early and no wait is longer. What it was wrong by at the start it stays
 * wrong by until the next start.
 */
public final class SteadyClock implements InstantSource {

    private final Instant start;
    private final long startTicks;
    private final LongSupplier ticker;

    /** @param ticker a monotonic clock, in nanoseconds */
    public SteadyClock(InstantSource wall, LongSupplier ticker) {
        this.start = wall.instant();
        this.startTicks = ticker.getAsLong();
        this.ticker = ticker;
    }

    @Override
    public Instant instant() {
        return start.plusNanos(ticker.getAsLong() - startTicks);
    }
}
