package com.nowinfinity.xpm.worker.dispatch;

import java.time.Duration;
import java.util.function.Supplier;

/** One at a time, first come first served, and a place to wait for the next chance. */
public interface Turnstile {

    <T> T locked(Supplier<T> action);

    /**
     * Within {@link #locked}: lets others in until woken or the time is over. Then the caller asks again.
     *
     * @throws Hold.NotOwner when the worker is stopping
     */
    void await(Duration atMost);

    /** Within {@link #locked}. */
    void wake();
}
