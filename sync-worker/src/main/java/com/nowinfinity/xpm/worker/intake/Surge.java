package com.nowinfinity.xpm.worker.intake;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether events come in faster than they are taken, as batches tell: those of a backlog are large. Safe for many
 * threads.
 */
final class Surge {

    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(500);

    private final int large;
    private final LongSupplier ticker;
    private long last;

    /**
     * @param large from how many events on a batch is one of a backlog
     * @param ticker a monotonic clock, in nanoseconds
     */
    Surge(int large, LongSupplier ticker) {
        this.large = large;
        this.ticker = ticker;
        this.last = ticker.getAsLong() - BETWEEN_BATCHES.toNanos();
    }

    synchronized void took(int events) {
        if (events >= large) {
            last = ticker.getAsLong();
        }
    }

    synchronized boolean isOn() {
        return ticker.getAsLong() - last < BETWEEN_BATCHES.toNanos();
    }
}
