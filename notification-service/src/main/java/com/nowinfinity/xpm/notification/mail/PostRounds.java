package com.nowinfinity.xpm.notification.mail;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Sends the postman round, again and again, on a thread of its own. */
final class PostRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PostRounds.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Postman postman;
    private final Duration interval;
    private final Semaphore over = new Semaphore(0);
    private final Thread thread = Thread.ofVirtual().name("post").unstarted(this::work);
    private volatile boolean running;

    PostRounds(Postman postman, Duration interval) {
        this.postman = postman;
        this.interval = interval;
    }

    private void work() {
        try {
            while (!over.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                round();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            postman.round();
        } catch (RuntimeException e) {
            LOG.warn("Mail waits: {}", e.toString());
        }
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        over.release();
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
