package com.nowinfinity.xpm.portal.entities;

import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.bus.Traces;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Brings changes to Kafka: one thread that publishes what is unpublished when woken, and looks again by itself, so that
 * nothing stays behind when the broker or this process was away. An event may go out twice, with the same id.
 */
final class Publication implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);
    private static final int BATCH = 500;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration AFTER_SUCCESS = Duration.ofSeconds(30);

    private final EntityStore store;
    private final EventPublisher publisher;
    private final Traces traces;
    /** Of changes that are not out yet; those from before a restart are in no trace. */
    private final Map<String, String> tracesOf = new ConcurrentHashMap<>();

    private final Semaphore wakings = new Semaphore(1);
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    Publication(EntityStore store, EventPublisher publisher, Traces traces) {
        this.store = store;
        this.publisher = publisher;
        this.traces = traces;
    }

    /** There is a change; its event goes out in the trace of whoever made it. */
    void wake(String eventId) {
        String trace = traces.current();
        if (trace != null) {
            tracesOf.put(eventId, trace);
        }
        wake();
    }

    void wake() {
        wakings.release();
    }

    private void publishUntilStopped() {
        boolean former = false;
        while (running) {
            try {
                former = former || findFormer();
                boolean all = former && publishAll();
                Duration pause = all ? AFTER_SUCCESS : AFTER_FAILURE;
                wakings.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                wakings.drainPermits();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private boolean findFormer() {
        try {
            store.findFormerUnpublished();
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Changes wait to be published: {}", e.toString());
            return false;
        }
    }

    /** False when something is left for later. */
    private boolean publishAll() {
        try {
            List<EntityChanged> batch = store.unpublished(BATCH);
            while (!batch.isEmpty()) {
                List<EntityChanged> out = publish(batch);
                store.published(out);
                if (out.size() < batch.size()) {
                    return false;
                }
                batch = store.unpublished(BATCH);
            }
            // Of changes that went out before their trace was noted.
            tracesOf.clear();
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Changes wait to be published: {}", e.toString());
            return false;
        }
    }

    /** Those that the broker has. */
    private List<EntityChanged> publish(List<EntityChanged> batch) {
        List<CompletableFuture<Void>> sends = new ArrayList<>(batch.size());
        for (EntityChanged change : batch) {
            sends.add(traces.continuing(
                    tracesOf.remove(change.getEventId()),
                    "publish",
                    () -> publisher.publishAsync(Topics.ENTITY_CHANGED, change)));
        }
        List<EntityChanged> out = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            try {
                sends.get(i).join();
                out.add(batch.get(i));
            } catch (CompletionException e) {
                LOG.warn("A change waits for the broker: {}", String.valueOf(e.getCause()));
            }
        }
        return out;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("publication").start(this::publishUntilStopped);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
