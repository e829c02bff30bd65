package com.nowinfinity.xpm.worker.dispatch;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Whether intake takes in a great many events just now, and whoever can wait had better give way. Safe for many threads. */
final class Burst {

    /** It is over when no other batch is begun for so long. */
    private static final Duration GAP = Duration.ofMillis(250);
    /** However long it lasts, work goes on. */
    private static final Duration LONGEST = Duration.ofMillis(500);

    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Threads threads;
    private final LongSupplier ticker;
    private final int many;
    private final AtomicInteger batches = new AtomicInteger();
    private volatile long overFrom;

    /**
     * @param ticker a monotonic clock, in nanoseconds
     * @param many events of one batch; fewer are no burst
     */
    Burst(Threads threads, LongSupplier ticker, int many) {
        this.threads = threads;
        this.ticker = ticker;
        this.many = many;
        this.overFrom = ticker.getAsLong();
    }

    /** Intake takes in a batch of so many events. */
    void taking(int events, Runnable batch) {
        if (events < many) {
            batch.run();
            return;
        }
        batches.incrementAndGet();
        try {
            batch.run();
        } finally {
            overFrom = ticker.getAsLong() + GAP.toNanos();
            batches.decrementAndGet();
        }
    }

    /**
     * Waits for its end, but not for long.
     *
     * @param gone whether there is no need to wait any more
     */
    void giveWay(BooleanSupplier gone) {
        long until = ticker.getAsLong() + LONGEST.toNanos();
        while (lasts() && ticker.getAsLong() - until < 0 && !gone.getAsBoolean()) {
            threads.pause(GLANCE);
        }
    }

    boolean lasts() {
        return batches.get() > 0 || ticker.getAsLong() - overFrom < 0;
    }
}
