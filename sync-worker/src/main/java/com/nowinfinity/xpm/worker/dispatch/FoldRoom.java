package com.nowinfinity.xpm.worker.dispatch;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Where changes are folded, an entity or a page of them at a time. While intake is in a surge it has the database: of
 * businesses of which much comes in, one folds at a time, and the next one begins nine times as long after it as it
 * took. Who has little to fold does so as ever. Safe for many threads.
 */
final class FoldRoom {

    /** More at a time stand in each other's way. */
    private static final int PLACES = 32;

    private static final int RESTS = 9;
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);

    private final IntakeProgress intake;
    private final Threads threads;
    private final LongSupplier ticker;
    private final Room all;
    private final Room inSurge;
    /** Of whoever is in the room for a surge. */
    private volatile long notBefore;

    FoldRoom(IntakeProgress intake, Threads threads, LongSupplier ticker) {
        this.intake = intake;
        this.threads = threads;
        this.ticker = ticker;
        this.all = threads.room(PLACES);
        this.inSurge = threads.room(1);
        this.notBefore = ticker.getAsLong();
    }

    /** @param much whether much of the business comes in */
    Next with(boolean much, Supplier<Next> work) {
        return much && intake.isSurging() ? inSurge.with(1, () -> rested(work)) : all.with(1, work);
    }

    private Next rested(Supplier<Next> work) {
        long left = notBefore - ticker.getAsLong();
        if (left > 0 && intake.isSurging()) {
            threads.pause(Duration.ofNanos(left));
        }
        long began = ticker.getAsLong();
        try {
            return work.get();
        } finally {
            long now = ticker.getAsLong();
            notBefore = now + Math.min((now - began) * RESTS, LONGEST_REST.toNanos());
        }
    }
}
