package com.nowinfinity.xpm.connector.store;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does the chores while the service runs. One that fails is done again at its next time, and holds up no other. */
final class Chores implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);

    private final List<Chore> chores;
    private ScheduledExecutorService threads = idle();

    Chores(List<Chore> chores) {
        this.chores = List.copyOf(chores);
    }

    @Override
    public synchronized void start() {
        threads = Executors.newScheduledThreadPool(
                Math.max(1, chores.size()), Thread.ofVirtual().name("chore-", 0).factory());
        for (Chore chore : chores) {
            long millis = chore.every().toMillis();
            var unused = threads.scheduleWithFixedDelay(() -> doOne(chore), millis, millis, TimeUnit.MILLISECONDS);
        }
    }

    private static void doOne(Chore chore) {
        try {
            chore.work().run();
        } catch (RuntimeException e) {
            LOG.warn("Not done this time, {}: {}", chore.name(), e.toString());
        }
    }

    @Override
    public synchronized void stop() {
        threads.shutdownNow();
        threads = idle();
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isShutdown();
    }

    private static ScheduledExecutorService idle() {
        ScheduledExecutorService none = Executors.newSingleThreadScheduledExecutor();
        none.shutdown();
        return none;
    }
}
