package com.nowinfinity.xpm.simulator.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** At most so many in any stretch of that length; not thread-safe. */
final class RollingWindow {

    private final int most;
    private final Duration length;
    private final Deque<Instant> taken = new ArrayDeque<>();

    RollingWindow(int most, Duration length) {
        this.most = most;
        this.length = length;
    }

    boolean isFull(Instant now) {
        return left(now) == 0;
    }

    int left(Instant now) {
        Instant before = now.minus(length);
        while (!taken.isEmpty() && !taken.getFirst().isAfter(before)) {
            taken.removeFirst();
        }
        return Math.max(0, most - taken.size());
    }

    void take(Instant now) {
        taken.addLast(now);
    }

    /** How long until the oldest one leaves. */
    Duration untilFree(Instant now) {
        return taken.isEmpty()
                ? Duration.ZERO
                : Duration.between(now, taken.getFirst().plus(length));
    }
}
