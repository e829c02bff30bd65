package com.nowinfinity.xpm.worker.intake;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether events come in faster than they are taken, as batches tell: those of a backlog are large. Intake and what
 * looks at its events share a database; in a surge taking in goes first, for as long as others may be kept waiting for
 * that. Safe for many threads.
 */
final class Surge {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(500);

    private final int large;
    private final LongSupplier ticker;
    private long began;
    private long last;

    /**
     * @param large from how many events on a batch is one of a backlog
     * @param ticker a monotonic clock, in nanoseconds
     */
    Surge(int large, LongSupplier ticker) {
        this.large = large;
        this.ticker = ticker;
        this.last = ticker.getAsLong() - BETWEEN_BATCHES.toNanos();
        this.began = last;
    }

    synchronized void took(int events) {
        if (events < large) {
            return;
        }
        long now = ticker.getAsLong();
        if (now - last >= BETWEEN_BATCHES.toNanos()) {
            began = now;
        }
        last = now;
    }

    synchronized boolean isOn() {
        long now = ticker.getAsLong();
        return now - last < BETWEEN_BATCHES.toNanos() && now - began < LONGEST.toNanos();
    }
}
