package com.nowinfinity.xpm.worker.dispatch;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Where changes are folded, an entity or a page of them at a time. While intake is in a surge, one folds at a time and
 * then rests nine times as long: intake has the database, and what is folded all the same keeps others from waiting for
 * the end of it. Safe for many threads.
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

    FoldRoom(IntakeProgress intake, Threads threads, LongSupplier ticker) {
        this.intake = intake;
        this.threads = threads;
        this.ticker = ticker;
        this.all = threads.room(PLACES);
        this.inSurge = threads.room(1);
    }

    Next with(Supplier<Next> work) {
        return all.with(1, () -> intake.isSurging() ? inSurge.with(1, () -> thenRest(work)) : work.get());
    }

    private Next thenRest(Supplier<Next> work) {
        long began = ticker.getAsLong();
        Next next = work.get();
        Duration rest = Duration.ofNanos(ticker.getAsLong() - began).multipliedBy(RESTS);
        if (intake.isSurging()) {
            threads.pause(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST);
        }
        return next;
    }
}
