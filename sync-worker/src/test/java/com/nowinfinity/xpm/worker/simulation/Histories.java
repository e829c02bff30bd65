package com.nowinfinity.xpm.worker.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;

/** Runs one seed after the other, a few side by side, until one breaks a promise. */
final class Histories {

    private static final int SIDE_BY_SIDE = Runtime.getRuntime().availableProcessors();

    private Histories() {}

    /**
     * The first break that was found; its message begins with the seed.
     *
     * @param history the world of a seed, ready to run
     */
    static Optional<AssertionError> broken(long first, long count, LongFunction<SimWorld> history) {
        return broken(first, count, history, broken -> true);
    }

    /** @param sought which breaks end the search */
    static Optional<AssertionError> broken(
            long first, long count, LongFunction<SimWorld> history, Predicate<AssertionError> sought) {
        AtomicLong next = new AtomicLong(first);
        // Thousands of planned faults would each be told with a stack trace.
        Logger engine = (Logger) LoggerFactory.getLogger("com.nowinfinity.xpm.worker");
        Level level = engine.getLevel();
        engine.setLevel(Level.ERROR);
        // A virtual thread hands over to a history's virtual threads many times faster than a platform thread.
        try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Optional<AssertionError>>> running = new ArrayList<>();
            for (int lane = 0; lane < SIDE_BY_SIDE; lane++) {
                running.add(CompletableFuture.supplyAsync(() -> lane(next, first + count, history, sought), lanes));
            }
            return running.stream()
                    .map(CompletableFuture::join)
                    .flatMap(Optional::stream)
                    .findFirst();
        } finally {
            engine.setLevel(level);
        }
    }

    private static Optional<AssertionError> lane(
            AtomicLong next, long end, LongFunction<SimWorld> history, Predicate<AssertionError> sought) {
        for (long seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
            try {
                Objects.requireNonNull(history.apply(seed)).run().verify();
            } catch (AssertionError broken) {
                if (sought.test(broken)) {
                    next.set(end);
                    return Optional.of(broken);
                }
            }
        }
        return Optional.empty();
    }
}
