package com.nowinfinity.xpm.benchmarks.suite;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Latencies left to a seeded chance. */
final class Jitter {

    private Jitter() {}

    /** Evenly spread between the two, both in milliseconds. */
    static Supplier<Duration> between(int low, int high, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return () -> {
            synchronized (random) {
                return Duration.ofMillis(random.nextInt(low, high + 1));
            }
        };
    }
}
