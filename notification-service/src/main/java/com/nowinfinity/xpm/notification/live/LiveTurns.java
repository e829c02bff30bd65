package com.nowinfinity.xpm.notification.live;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Turns the hub: from time to time, and at once when somebody came. Ends all streams before the server stops. */
final class LiveTurns implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveTurns.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LiveHub hub;
    private final Duration interval;
    private final Semaphore came = new Semaphore(0);
    private final Thread thread = Thread.ofPlatform().name("live-hub").unstarted(this::work);
    private volatile boolean running;

    LiveTurns(LiveHub hub, Duration interval) {
        this.hub = hub;
        this.interval = interval;
    }

    void somebodyCame() {
        came.release();
    }

    private void work() {
        while (running) {
            try {
                hub.turn();
            } catch (RuntimeException e) {
                LOG.warn("Live streams wait: {}", e.toString());
            }
            try {
                came.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                break;
            }
            came.drainPermits();
        }
        hub.endAll();
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        came.release();
        try {
            if (!thread.join(PATIENCE)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
