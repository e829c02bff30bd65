package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.worker.outcome.Outcomes;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Waits on a monotonic clock. */
final class Patience {

    private final LongSupplier ticker;

    Patience(LongSupplier ticker) {
        this.ticker = ticker;
    }

    void await(Duration duration) {
        long until = ticker.getAsLong() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = until - ticker.getAsLong()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                throw new Hold.NotOwner(Outcomes.reason("stopping", "The worker is stopping."));
            }
        }
    }
}
