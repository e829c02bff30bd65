package com.nowinfinity.xpm.standalone.mainjob.calls;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Waits for what must happen, and not forever. */
public final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final LongSupplier nanoTime;

    public Patience(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Looks until there is something.
     *
     * @param what ends the sentence "No …, for 60 s"
     */
    public <T> T until(String what, Duration limit, Supplier<Optional<T>> look) {
        long start = nanoTime.getAsLong();
        while (true) {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            if (nanoTime.getAsLong() - start > limit.toNanos()) {
                throw new FellShortException("No %s, for %d s.".formatted(what, limit.toSeconds()));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
