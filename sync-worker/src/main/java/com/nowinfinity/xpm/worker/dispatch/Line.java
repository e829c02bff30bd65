package com.nowinfinity.xpm.worker.dispatch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line of one business: work is done as it is called for, each piece by one thread at a time and a few pieces
 * together. Businesses have lines of their own, so none waits for another. Safe for many threads.
 */
final class Line {

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    private final String businessId;
    private final Function<Work, Next> advance;
    private final Runnable onFailure;
    private final ExecutorService threads;
    private final Alarm alarm;
    private final InstantSource clock;
    private final Duration patience;
    private final Semaphore together;

    private final Set<Work> running = new HashSet<>();
    private final Set<Work> again = new HashSet<>();
    private final Set<Work> onConnection = new HashSet<>();
    private final Set<Work> onPerson = new HashSet<>();
    private final Set<Work> onTime = new HashSet<>();
    private boolean closed;

    Line(
            String businessId,
            Function<Work, Next> advance,
            Runnable onFailure,
            ExecutorService threads,
            Alarm alarm,
            InstantSource clock,
            DispatchSettings settings) {
        this.businessId = businessId;
        this.advance = advance;
        this.onFailure = onFailure;
        this.threads = threads;
        this.alarm = alarm;
        this.clock = clock;
        this.patience = settings.patience();
        this.together = new Semaphore(settings.together(), true);
    }

    /** Calls for work; if it is being done just now, it is looked at once more afterwards. */
    synchronized void call(Work work) {
        if (closed) {
            return;
        }
        onConnection.remove(work);
        onPerson.remove(work);
        onTime.remove(work);
        if (!running.add(work)) {
            again.add(work);
            return;
        }
        try {
            threads.execute(() -> run(work));
        } catch (RejectedExecutionException e) {
            // The worker is stopping; what is due is read back at the next start.
            running.remove(work);
        }
    }

    synchronized void connectionChanged() {
        // What is being done just now may have looked before the change.
        again.addAll(running);
        Set.copyOf(onConnection).forEach(this::call);
    }

    synchronized int waiting() {
        return onTime.size() + onConnection.size();
    }

    synchronized int parked() {
        return onPerson.size();
    }

    /** Takes no more work. What is in progress finds out at its next slot or write. */
    synchronized void close() {
        closed = true;
    }

    private void run(Work work) {
        try {
            together.acquire();
            try {
                finished(work, advance.apply(work));
            } finally {
                together.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
        } catch (RuntimeException e) {
            LOG.warn("{} of {} failed and is tried again: {}", work, businessId, e.toString(), e);
            onFailure.run();
            finished(work, new Next.At(clock.instant().plus(patience)));
        }
    }

    private synchronized void finished(Work work, Next next) {
        running.remove(work);
        if (again.remove(work)) {
            call(work);
            return;
        }
        switch (next) {
            case Next.Done done -> {}
            case Next.OnConnection connection -> onConnection.add(work);
            case Next.OnPerson person -> onPerson.add(work);
            case Next.At at -> {
                onTime.add(work);
                alarm.after(Duration.between(clock.instant(), at.time()), () -> wake(work));
            }
        }
    }

    /** Unless somebody else has called for it in the meantime. */
    private synchronized void wake(Work work) {
        if (onTime.contains(work)) {
            call(work);
        }
    }
}
