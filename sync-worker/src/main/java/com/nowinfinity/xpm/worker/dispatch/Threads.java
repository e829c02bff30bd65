package com.nowinfinity.xpm.worker.dispatch;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;

/**
 * Where work runs and waits. Everything of the engine that blocks, but for its stores, events and calls, blocks here, so
 * that a simulation can decide who goes on, and when.
 */
public interface Threads {

    /** @throws RejectedExecutionException when the worker is stopping */
    void start(Runnable work);

    Turnstile turnstile();

    /** @param places how many there are */
    Room room(int places);

    /**
     * Waits on a monotonic clock.
     *
     * @throws Hold.NotOwner when the worker is stopping
     */
    void pause(Duration duration);
}
