package com.nowinfinity.xpm.worker.intake;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether more events come in than a quiet stream of them: more than a large batch in a second, and until a second
 * after; or a large batch that is being taken, however long that takes. Safe for many threads.
 */
final class Surge {

    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    private final int large;
    private final LongSupplier ticker;
    private int taking;
    /** Rises with what comes in and falls by as much as a large batch in a second. */
    private double level;

    private long levelAt;

    /**
     * @param large from how many events on a batch is large
     * @param ticker a monotonic clock, in nanoseconds
     */
    Surge(int large, LongSupplier ticker) {
        this.large = large;
        this.ticker = ticker;
        this.levelAt = ticker.getAsLong();
    }

    synchronized void begins(int events) {
        if (events >= large) {
            taking++;
        }
        rise(events);
    }

    synchronized void ends(int events) {
        if (events >= large) {
            taking--;
            rise(events);
        }
    }

    synchronized boolean isOn() {
        fall();
        return taking > 0 || level >= large;
    }

    private void rise(int events) {
        fall();
        level = Math.min(level + events, 2.0 * large);
    }

    private void fall() {
        long now = ticker.getAsLong();
        level = Math.max(0, level - large * ((now - levelAt) / SECOND));
        levelAt = now;
    }
}
