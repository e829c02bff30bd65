package com.nowinfinity.xpm.standalone.process;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One process under a {@link Supervisor}, over all the times that it has to be started. */
final class SupervisedChild {

    private static final long PAUSE_MILLIS = 250;
    private static final Duration GRACE = Duration.ofSeconds(8);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONG_LIFE = Duration.ofMinutes(2);

    private final Child child;
    private final CountDownLatch closing;
    private final CompletableFuture<Void> failure;
    private final BooleanSupplier restarts;
    private final Consumer<String> say;
    private @Nullable Process process;

    SupervisedChild(
            Child child,
            CountDownLatch closing,
            CompletableFuture<Void> failure,
            BooleanSupplier restarts,
            Consumer<String> say) {
        this.child = child;
        this.closing = closing;
        this.failure = failure;
        this.restarts = restarts;
        this.say = say;
    }

    /** Starts it. */
    void start() {
        var launched = launch();
        if (launched != null) {
            Thread.ofVirtual().name("watch-" + child.name()).start(() -> watch(launched));
        }
    }

    /** Returns when it is at least that well, or when the system ends meanwhile; throws when patience runs out. */
    void awaitHealth(Health least, Duration patience) {
        long began = System.nanoTime();
        while (!failure.isDone() && child.health().get().compareTo(least) < 0) {
            if (System.nanoTime() - began > patience.toNanos()) {
                throw StartFailedException.of(
                        "%s is not healthy after %d s.".formatted(child.name(), patience.toSeconds()), child.log());
            }
            if (overWithin(PAUSE_MILLIS)) {
                return;
            }
        }
    }

    void end() {
        Process running;
        synchronized (this) {
            running = process;
        }
        if (running != null) {
            Stopping.stop(running, GRACE);
        }
    }

    /** Null when the system is ending: nothing starts any more. */
    private synchronized @Nullable Process launch() {
        if (closing.getCount() == 0) {
            return null;
        }
        process = child.start().get();
        return process;
    }

    private void watch(Process first) {
        var pause = FIRST_PAUSE;
        @Nullable Process running = first;
        while (running != null) {
            long began = System.nanoTime();
            int code = waitFor(running);
            if (closing.getCount() == 0) {
                return;
            }
            if (!restarts.getAsBoolean()) {
                failure.completeExceptionally(StartFailedException.of(
                        "%s ended with code %d while the system was starting.".formatted(child.name(), code),
                        child.log()));
                return;
            }
            boolean lived = System.nanoTime() - began > LONG_LIFE.toNanos();
            pause = lived ? FIRST_PAUSE : pause;
            say.accept("%s ended with code %d; starting it again in %d s (see %s)."
                    .formatted(child.name(), code, pause.toSeconds(), child.log()));
            if (overWithin(pause.toMillis())) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            running = launch();
        }
    }

    private static int waitFor(Process process) {
        return process.onExit().join().exitValue();
    }

    /** Waits that long; true at once when the system ends. */
    private boolean overWithin(long millis) {
        try {
            return closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
