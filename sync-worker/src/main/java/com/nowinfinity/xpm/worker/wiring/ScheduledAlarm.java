package com.nowinfinity.xpm.worker.wiring;

import com.nowinfinity.xpm.worker.dispatch.Alarm;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One thread that rings; what rings is short. */
final class ScheduledAlarm implements Alarm, AutoCloseable {

    private final ScheduledExecutorService bell = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("alarm").daemon().factory());

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // who is called reports its own failures
    public void after(Duration delay, Runnable action) {
        try {
            bell.schedule(action, Math.max(1, delay.toMillis()), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The worker is stopping; what is due is read back at the next start.
            return;
        }
    }

    @Override
    public void close() {
        bell.shutdownNow();
    }
}
