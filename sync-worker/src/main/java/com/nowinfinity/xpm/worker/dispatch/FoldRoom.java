package com.nowinfinity.xpm.worker.dispatch;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Where changes are folded. Who comes again and again stands in a queue of its own, in which one folds at a time: while
 * he waits more comes in, and is folded at the same turn. So a burst leaves the database to intake, and who comes now
 * and then is not behind it. Safe for many threads.
 */
final class FoldRoom {

    /** More at a time stand in each other's way. */
    private static final int PLACES = 32;

    private static final Duration WINDOW = Duration.ofSeconds(30);
    /** An edit, a push right after it, and one thing more. */
    private static final int NOW_AND_THEN = 3;

    private final Room all;
    private final Room again;
    private final LongSupplier ticker;

    /** @param ticker a monotonic clock, in nanoseconds */
    FoldRoom(Threads threads, LongSupplier ticker) {
        this.all = threads.room(PLACES);
        this.again = threads.room(1);
        this.ticker = ticker;
    }

    /** The door of one business. */
    Door door() {
        return new Door(ticker.getAsLong());
    }

    /** Counts how often its business comes. */
    final class Door {
        private long since;
        private int turns;

        private Door(long now) {
            since = now;
        }

        Next with(Supplier<Next> work) {
            return (isNowAndThen() ? all : again).with(1, work);
        }

        private synchronized boolean isNowAndThen() {
            long now = ticker.getAsLong();
            if (now - since >= WINDOW.toNanos()) {
                since = now;
                turns = 0;
            }
            return ++turns <= NOW_AND_THEN;
        }
    }
}
