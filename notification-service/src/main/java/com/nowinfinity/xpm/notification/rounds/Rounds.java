package com.nowinfinity.xpm.notification.rounds;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does something from time to time, and at once when it is asked to, on a thread of its own; one that fails is tried again. */
public abstract class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final String what;
    private final Duration interval;
    private final Duration patience;
    private final Semaphore wakings = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private volatile boolean running;

    /**
     * @param what for logs, as {@code mail}
     * @param interval between two rounds
     * @param patience how long a round may take to end when the service stops
     */
    protected Rounds(String what, Duration interval, Duration patience) {
        this.what = what;
        this.interval = interval;
        this.patience = patience;
    }

    protected abstract void round();

    /** After the last round. */
    protected void ended() {}

    protected final void wake() {
        wakings.release();
    }

    private void work() {
        while (running) {
            try {
                round();
            } catch (RuntimeException e) {
                LOG.warn("This waits: {}: {}", what, e.toString());
            }
            try {
                wakings.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                break;
            }
            wakings.drainPermits();
        }
        ended();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name(what).start(this::work);
    }

    @Override
    public void stop() {
        running = false;
        wake();
        Thread working = thread;
        if (working == null) {
            return;
        }
        try {
            if (!working.join(patience)) {
                working.interrupt();
            }
        } catch (InterruptedException e) {
            working.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
