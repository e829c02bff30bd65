package com.nowinfinity.xpm.simulator.practice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Predicate;

/** Seeded luck in the shapes a generator needs; the same seed brings the same practice on every machine. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    boolean percent(double share) {
        return random.nextDouble() * 100 < share;
    }

    /** Both bounds included. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    <T> T of(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    LocalDate between(LocalDate first, LocalDate last) {
        return LocalDate.ofEpochDay(random.nextLong(first.toEpochDay(), last.toEpochDay() + 1));
    }

    String uuid() {
        long high = (random.nextLong() & 0xffffffffffff0fffL) | 0x4000L;
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** So many different ones that fit, in random order; fewer when there are not enough. */
    <T> List<T> some(List<T> items, int count, Predicate<T> fitting) {
        List<T> pool = new ArrayList<>(items.stream().filter(fitting).toList());
        List<T> chosen = new ArrayList<>();
        while (chosen.size() < count && !pool.isEmpty()) {
            int index = random.nextInt(pool.size());
            chosen.add(pool.get(index));
            pool.set(index, pool.getLast());
            pool.removeLast();
        }
        return chosen;
    }
}
