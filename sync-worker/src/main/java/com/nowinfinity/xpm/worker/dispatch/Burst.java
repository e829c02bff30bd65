package com.nowinfinity.xpm.worker.dispatch;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Whether intake takes in a great many events just now, and whoever can wait had better give way. Safe for many threads. */
final class Burst {

    /** Of one batch: fewer are no burst. */
    private static final int MANY = 100;
    /** It is over when no other batch has come for so long. */
    private static final Duration GAP = Duration.ofMillis(250);
    /** However long it lasts, work goes on. */
    private static final Duration LONGEST = Duration.ofMillis(500);

    private static final Duration GLANCE = Duration.ofMillis(10);

    private final Threads threads;
    private final LongSupplier ticker;
    private volatile long overFrom;

    /** @param ticker a monotonic clock, in nanoseconds */
    Burst(Threads threads, LongSupplier ticker) {
        this.threads = threads;
        this.ticker = ticker;
        this.overFrom = ticker.getAsLong();
    }

    /** @param events of a batch that intake begins or ends with */
    void taking(int events) {
        if (events >= MANY) {
            overFrom = ticker.getAsLong() + GAP.toNanos();
        }
    }

    /** Waits for its end, but not for long. */
    void giveWay() {
        long until = ticker.getAsLong() + LONGEST.toNanos();
        for (long now = ticker.getAsLong(); now - overFrom < 0 && now - until < 0; now = ticker.getAsLong()) {
            threads.pause(GLANCE);
        }
    }
}
