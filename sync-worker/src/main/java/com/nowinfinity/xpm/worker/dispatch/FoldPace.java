package com.nowinfinity.xpm.worker.dispatch;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Tells a business of which much comes in from one of which little does. Safe for many threads. */
final class FoldPace {

    private static final Duration WINDOW = Duration.ofSeconds(30);
    private static final int LITTLE = 8;

    private final LongSupplier ticker;
    private long since;
    private int folded;

    /** @param ticker a monotonic clock, in nanoseconds */
    FoldPace(LongSupplier ticker) {
        this.ticker = ticker;
        this.since = ticker.getAsLong();
    }

    /** Counts entities that are to be folded; whether these are more than a few in half a minute. */
    synchronized boolean isMuch(int entities) {
        long now = ticker.getAsLong();
        if (now - since >= WINDOW.toNanos()) {
            since = now;
            folded = 0;
        }
        folded += entities;
        return folded > LITTLE;
    }
}
