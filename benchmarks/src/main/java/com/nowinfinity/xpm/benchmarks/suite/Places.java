package com.nowinfinity.xpm.benchmarks.suite;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A rolling quota as places, each taken by a call for a window.
 *
 * @param count how many calls a window allows
 */
record Places(int count, Duration window) {

    /**
     * How long places stood free, together: each from a window after its call until the next one took it.
     *
     * @param calls all before the end, since the first ever, oldest first
     */
    Duration lost(List<Instant> calls, Instant from, Instant to) {
        Duration lost = Duration.ZERO;
        for (int i = 0; i < calls.size() + count; i++) {
            Instant free = i < count ? from : latest(from, calls.get(i - count).plus(window));
            Instant taken = i < calls.size() ? calls.get(i) : to;
            if (taken.isAfter(free)) {
                lost = lost.plus(Duration.between(free, taken));
            }
        }
        return lost;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
