package com.nowinfinity.xpm.worker.dispatch;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/**
 * Where changes are folded. Who comes again and again stands in a queue of its own, in which one folds at a time: while
 * he waits more comes in, and is folded at the same turn; and he gives way to intake. So a burst has the database almost
 * for itself, and who comes now and then is not behind it (decision 621). Safe for many threads.
 */
final class FoldRoom {

    /** More at a time stand in each other's way. */
    private static final int PLACES = 32;

    /** So many entities are folded at a turn, with few commands. */
    private static final int MOST = 32;

    /** For each a business has one turn in which it does not queue with those who come again and again. */
    private static final Duration WINDOW = Duration.ofSeconds(30);

    private final Room all;
    private final Room again;
    private final Burst burst;
    private final LongSupplier ticker;
    /** Nobody saves up for longer, in nanoseconds. */
    private final long longestSaving;

    /**
     * @param ticker a monotonic clock, in nanoseconds
     * @param freeTurns how many a business may have saved up
     */
    FoldRoom(Threads threads, Burst burst, LongSupplier ticker, int freeTurns) {
        this.all = threads.room(PLACES);
        this.again = threads.room(1);
        this.burst = burst;
        this.ticker = ticker;
        this.longestSaving = WINDOW.toNanos() * freeTurns;
    }

    /** The door of one business. */
    Door door() {
        return new Door(ticker.getAsLong());
    }

    /** Knows how many free turns its business has. */
    final class Door {
        /** Each window since then is a free turn. */
        private long savedSince;

        private Door(long now) {
            savedSince = now - longestSaving;
        }

        /**
         * At its turn.
         *
         * @param gone whether the business is another worker's by then, or forgotten; then nothing is done
         * @param work by how many entities it may fold; a free turn while a burst lasts is for one
         */
        Next with(BooleanSupplier gone, IntFunction<Next> work) {
            IntFunction<Next> unlessGone = most -> gone.getAsBoolean() ? Next.LOST : work.apply(most);
            if (entersFreely()) {
                return all.with(1, () -> unlessGone.apply(burst.lasts() ? 1 : MOST));
            }
            return again.with(1, () -> {
                burst.giveWay(gone);
                return unlessGone.apply(MOST);
            });
        }

        /** Whether who comes now need not queue. */
        synchronized boolean isOpen() {
            return ticker.getAsLong() - savedSince >= WINDOW.toNanos();
        }

        /** Whoever comes next does not queue: a person waits for it. */
        synchronized void holdOpen() {
            if (!isOpen()) {
                savedSince = ticker.getAsLong() - WINDOW.toNanos();
            }
        }

        private synchronized boolean entersFreely() {
            boolean open = isOpen();
            if (open) {
                savedSince = Math.max(savedSince, ticker.getAsLong() - longestSaving) + WINDOW.toNanos();
            }
            return open;
        }
    }
}
