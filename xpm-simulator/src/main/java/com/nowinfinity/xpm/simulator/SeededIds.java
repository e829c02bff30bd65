package com.nowinfinity.xpm.simulator;

import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

/** UUIDs in an order that a seed decides. Thread-safe. */
final class SeededIds implements Supplier<String> {

    private final SplittableRandom random;

    SeededIds(long seed) {
        this.random = new SplittableRandom(seed);
    }

    @Override
    public synchronized String get() {
        long high = (random.nextLong() & 0xffffffffffff0fffL) | 0x4000L;
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }
}
