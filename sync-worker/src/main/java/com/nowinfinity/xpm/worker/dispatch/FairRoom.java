package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.worker.outcome.Outcomes;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** A room for the JDK's threads. */
final class FairRoom implements Room {

    private final int size;
    private final Semaphore free;

    FairRoom(int places) {
        size = places;
        free = new Semaphore(places, true);
    }

    @Override
    public <T> T with(int places, Supplier<T> work) {
        int share = Math.clamp(places, 1, size);
        try {
            free.acquire(share);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Hold.NotOwner(Outcomes.reason("stopping", "The worker is stopping."));
        }
        try {
            return work.get();
        } finally {
            free.release(share);
        }
    }
}
