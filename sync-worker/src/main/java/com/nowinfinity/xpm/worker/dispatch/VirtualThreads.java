package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.worker.outcome.Outcomes;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** A virtual thread for each piece of work that is in progress. */
public final class VirtualThreads implements Threads, AutoCloseable {

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final LongSupplier ticker;

    /** @param ticker a monotonic clock, in nanoseconds */
    public VirtualThreads(LongSupplier ticker) {
        this.ticker = ticker;
    }

    @Override
    public void start(Runnable work) {
        executor.execute(work);
    }

    @Override
    public Turnstile turnstile() {
        return new FairTurnstile();
    }

    @Override
    public Room room(int places) {
        return new FairRoom(places);
    }

    @Override
    public void pause(Duration duration) {
        long until = ticker.getAsLong() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = until - ticker.getAsLong()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                throw new Hold.NotOwner(Outcomes.reason("stopping", "The worker is stopping."));
            }
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
