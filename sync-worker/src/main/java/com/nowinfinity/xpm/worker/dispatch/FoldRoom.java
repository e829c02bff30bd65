package com.nowinfinity.xpm.worker.dispatch;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Where changes are folded, with whatever of the same business waits by then. Who was here a moment ago stands in a
 * queue of its own, and the more come in the more is folded at each turn: a burst leaves the database to intake, and
 * keeps nobody waiting who comes now and then. Safe for many threads.
 */
final class FoldRoom {

    /** More at a time stand in each other's way. */
    private static final int PLACES = 32;

    private static final int AGAIN = 1;
    private static final Duration LATELY = Duration.ofSeconds(30);

    private final Room first;
    private final Room again;
    private final LongSupplier ticker;

    /** @param ticker a monotonic clock, in nanoseconds */
    FoldRoom(Threads threads, LongSupplier ticker) {
        this.first = threads.room(PLACES);
        this.again = threads.room(AGAIN);
        this.ticker = ticker;
    }

    /** The door of one business. */
    Door door() {
        return new Door(ticker.getAsLong() - LATELY.toNanos());
    }

    /** Remembers when its business was here. */
    final class Door {
        private volatile long left;

        private Door(long left) {
            this.left = left;
        }

        Next with(Supplier<Next> work) {
            boolean lately = ticker.getAsLong() - left < LATELY.toNanos();
            return (lately ? again : first).with(1, () -> {
                try {
                    return work.get();
                } finally {
                    left = ticker.getAsLong();
                }
            });
        }
    }
}
