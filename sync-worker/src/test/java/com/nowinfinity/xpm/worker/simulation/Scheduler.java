package com.nowinfinity.xpm.worker.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Decides who goes on. Every task has a thread, but only one of all threads runs at any time, from one of its yields to
 * the next; which one, chance says, and so does what time it is. The same seed makes the same history.
 */
final class Scheduler {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    final Random chance;
    /** A history that goes on for longer does not come to rest. */
    int mostSteps = 60_000;

    private final List<Task> ready = new ArrayList<>();
    private final Set<Task> begun = new LinkedHashSet<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timer::at).thenComparingLong(Timer::number));
    private final Thread driver = Thread.currentThread();
    private long nanos;
    private long timerNumber;
    long steps;
    private @Nullable Task current;
    private @Nullable Throwable failure;

    Scheduler(long seed) {
        chance = new Random(seed);
    }

    private record Timer(long at, long number, Runnable action) {}

    /** Thrown into a task whose process is killed. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed", null, false, false);
        }
    }

    /** A thread of a process. */
    final class Task {
        final Mortal process;
        private final Thread thread;
        private volatile boolean mayRun;
        private volatile boolean stopped;
        private boolean over;

        private Task(Mortal process, Runnable work) {
            this.process = process;
            this.thread = Thread.ofVirtual().unstarted(() -> {
                awaitTurn();
                try {
                    if (process.alive) {
                        work.run();
                    }
                } catch (Killed killed) {
                    // As it would be without us.
                } catch (Throwable unexpected) {
                    if (failure == null) {
                        failure = unexpected;
                    }
                } finally {
                    over = true;
                    begun.remove(this);
                    stopped = true;
                    LockSupport.unpark(driver);
                }
            });
        }

        private void awaitTurn() {
            while (!mayRun) {
                LockSupport.park(this);
            }
            mayRun = false;
        }

        /** Lets the others go on; returns when it is this one's turn again. */
        private void handOver() {
            stopped = true;
            LockSupport.unpark(driver);
            awaitTurn();
            if (!process.alive) {
                throw new Killed();
            }
        }

        private void runUntilYield() {
            stopped = false;
            mayRun = true;
            LockSupport.unpark(thread);
            while (!stopped) {
                LockSupport.park(this);
            }
        }
    }

    Instant now() {
        return START.plusNanos(nanos);
    }

    long nanos() {
        return nanos;
    }

    boolean chance(double probability) {
        return chance.nextDouble() < probability;
    }

    void start(Mortal process, Runnable work) {
        Task task = new Task(process, work);
        ready.add(task);
        begun.add(task);
        task.thread.start();
    }

    void after(Duration delay, Runnable action) {
        timers.add(new Timer(nanos + Math.max(0, delay.toNanos()), timerNumber++, action));
    }

    Task current() {
        if (current == null) {
            throw new IllegalStateException("Only a task can wait");
        }
        return current;
    }

    /** Whether the caller runs in a task; the world around the processes does not. */
    boolean inTask() {
        return current != null;
    }

    /** A point at which anything may happen. */
    void step() {
        if (current != null) {
            Task me = current;
            ready.add(me);
            me.handOver();
        }
    }

    /** Waits until {@link #wake}. */
    void sleep() {
        current().handOver();
    }

    void wake(Task task) {
        // Who is awake need not be woken.
        if (!task.over && task != current && !ready.contains(task)) {
            ready.add(task);
        }
    }

    /**
     * Runs until nobody has anything to do.
     *
     * @param betweenSteps what happens in the world; may kill, pause and restart processes
     */
    void run(Runnable betweenSteps) {
        while (true) {
            if (failure != null) {
                throw new AssertionError("A task failed", failure);
            }
            if (++steps > mostSteps) {
                throw new AssertionError(
                        "Does not come to rest within %d steps; it is %s: %s".formatted(mostSteps, now(), busy()));
            }
            betweenSteps.run();
            Task next = pick();
            Timer timer = timers.peek();
            boolean timerFirst = next == null
                    || (timer != null
                            && timer.at() - nanos < Duration.ofSeconds(2).toNanos()
                            && chance(0.15));
            if (timerFirst && timer != null) {
                timers.poll();
                nanos = Math.max(nanos, timer.at());
                timer.action().run();
            } else if (next != null) {
                ready.remove(next);
                nanos += chance.nextInt(2_000_000);
                current = next;
                next.runUntilYield();
                current = null;
            } else {
                return;
            }
        }
    }

    /** Ends every thread that is left, asleep or not: a thread that waits for ever keeps its whole world in memory. */
    void abandon(List<Mortal> processes) {
        processes.forEach(process -> process.alive = false);
        while (!begun.isEmpty()) {
            current = begun.iterator().next();
            current.runUntilYield();
            current = null;
        }
    }

    private String busy() {
        return ready.stream()
                .flatMap(task -> Arrays.stream(task.thread.getStackTrace())
                        .filter(frame -> frame.getClassName().contains(".dispatch."))
                        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                        .limit(5))
                .toList()
                .toString();
    }

    private @Nullable Task pick() {
        int runnable = 0;
        Task picked = null;
        for (Task task : ready) {
            if (!task.process.paused && chance.nextInt(++runnable) == 0) {
                picked = task;
            }
        }
        return picked;
    }

    /** What lives and dies together. */
    static final class Mortal {
        final String name;
        boolean alive = true;
        boolean paused;
        final List<Task> asleep = new ArrayList<>();

        Mortal(String name) {
            this.name = name;
        }
    }
}
