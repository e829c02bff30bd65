package com.nowinfinity.xpm.worker.intake;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether events come in faster than they are taken, as batches tell: those of a backlog are large. A surge lasts while
 * one is being taken, however long that takes, and a moment longer, for the next one to come. Safe for many threads.
 */
final class Surge {

    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(500);

    private final int large;
    private final LongSupplier ticker;
    private int taking;
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

    synchronized void begins(int events) {
        if (events >= large) {
            taking++;
        }
    }

    synchronized void ends(int events) {
        if (events >= large) {
            taking--;
            last = ticker.getAsLong();
        }
    }

    synchronized boolean isOn() {
        return taking > 0 || ticker.getAsLong() - last < BETWEEN_BATCHES.toNanos();
    }
}
