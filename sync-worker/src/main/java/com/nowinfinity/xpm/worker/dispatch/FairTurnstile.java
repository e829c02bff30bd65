package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.worker.outcome.Outcomes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A turnstile for the JDK's threads. */
final class FairTurnstile implements Turnstile {

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition chance = lock.newCondition();

    @Override
    public <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    @SuppressWarnings({"WaitNotInLoop", "ResultOfMethodCallIgnored"}) // the loop is the caller's
    public void await(Duration atMost) {
        try {
            chance.await(Math.max(1, atMost.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Hold.NotOwner(Outcomes.reason("stopping", "The worker is stopping."));
        }
    }

    @Override
    public void wake() {
        chance.signalAll();
    }
}
