package com.nowinfinity.xpm.standalone.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Starts processes, starts those again that die, and ends them all. Until everything has been healthy once, a death
 * is a failed start; afterwards the system lives on without the process until it is back. Safe for use by several
 * threads: a signal may end what is still starting.
 */
public final class Supervisor implements AutoCloseable {

    private final Consumer<String> say;
    private final Duration patience;
    private final List<List<SupervisedChild>> started = new ArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private volatile boolean ready;

    /**
     * @param say told what a person should know, a sentence at a time
     * @param patience how long a process may take to become healthy
     */
    public Supervisor(Consumer<String> say, Duration patience) {
        this.say = say;
        this.patience = patience;
    }

    /**
     * Starts these and waits until all are up. They are ended together, before those that were started earlier.
     *
     * @param atOnce how many may be starting at the same time; one that answers, if only that it waits for another, has
     *     started
     */
    public void start(List<Child> children, int atOnce) {
        var turns = new Semaphore(atOnce, true);
        var group = children.stream()
                .map(child -> new SupervisedChild(child, closing, failure, () -> ready, say))
                .toList();
        synchronized (started) {
            started.add(group);
        }
        try (var starters = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var child : group) {
                starters.execute(() -> start(child, turns));
            }
        }
        if (failure.isCompletedExceptionally()) {
            await();
        }
    }

    /** From now on a process that dies is started again. */
    public void ready() {
        ready = true;
    }

    /** Waits for a death that nobody can put right, or for the end; throws what went wrong. */
    public void await() {
        try {
            failure.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartFailedException sentence ? sentence : e;
        }
    }

    /** Ends the processes, the youngest first; returns when all are gone. */
    @Override
    public void close() {
        closing.countDown();
        List<List<SupervisedChild>> groups;
        synchronized (started) {
            groups = List.copyOf(started).reversed();
        }
        for (var group : groups) {
            try (var ends = Executors.newVirtualThreadPerTaskExecutor()) {
                group.forEach(child -> ends.execute(child::end));
            }
        }
        failure.complete(null);
    }

    private void start(SupervisedChild child, Semaphore turns) {
        try {
            turns.acquireUninterruptibly();
            try {
                if (!failure.isDone()) {
                    child.start();
                    child.awaitHealth(Health.WAITING, patience);
                }
            } finally {
                turns.release();
            }
            child.awaitHealth(Health.UP, patience);
        } catch (RuntimeException e) {
            failure.completeExceptionally(e);
        }
    }
}
