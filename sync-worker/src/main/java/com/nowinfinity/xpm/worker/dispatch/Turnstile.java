package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.worker.outcome.Outcomes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One at a time, first come first served, and a place to wait for the next chance. */
final class Turnstile {

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition chance = lock.newCondition();

    <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /** Within {@link #locked}: lets others in until woken or the time is over. Then the caller asks again. */
    @SuppressWarnings({"WaitNotInLoop", "ResultOfMethodCallIgnored"}) // the loop is the caller's
    void await(Duration atMost) {
        try {
            chance.await(Math.max(1, atMost.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Hold.NotOwner(Outcomes.reason("stopping", "The worker is stopping."));
        }
    }

    /** Within {@link #locked}. */
    void wake() {
        chance.signalAll();
    }
}
