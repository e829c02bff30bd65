package com.nowinfinity.xpm.worker.dispatch;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Where changes are folded. Who comes again and again stands in a queue of its own, in which one folds at a time: while
 * he waits more comes in, and is folded at the same turn; and he gives way to intake. So a burst has the database almost
 * for itself, and who comes now and then is not behind it (decision 621). Safe for many threads.
 */
final class FoldRoom {

    /** More at a time stand in each other's way. */
    private static final int PLACES = 32;

    /** A business has one turn in which it does not queue with those who come again and again. */
    private static final Duration WINDOW = Duration.ofSeconds(30);

    private final Room all;
    private final Room again;
    private final Burst burst;
    private final LongSupplier ticker;

    /** @param ticker a monotonic clock, in nanoseconds */
    FoldRoom(Threads threads, Burst burst, LongSupplier ticker) {
        this.all = threads.room(PLACES);
        this.again = threads.room(1);
        this.burst = burst;
        this.ticker = ticker;
    }

    /** The door of one business. */
    Door door() {
        return new Door(ticker.getAsLong());
    }

    /** Knows when its business came last without standing in the queue. */
    final class Door {
        private long freeFrom;

        private Door(long now) {
            freeFrom = now;
        }

        Next with(Supplier<Next> work) {
            return isFree()
                    ? all.with(1, work)
                    : again.with(1, () -> {
                        burst.giveWay();
                        return work.get();
                    });
        }

        /** Whoever comes next does not queue: a person waits for it. */
        synchronized void holdOpen() {
            freeFrom = ticker.getAsLong();
        }

        private synchronized boolean isFree() {
            long now = ticker.getAsLong();
            boolean free = now - freeFrom >= 0;
            if (free) {
                freeFrom = now + WINDOW.toNanos();
            }
            return free;
        }
    }
}
