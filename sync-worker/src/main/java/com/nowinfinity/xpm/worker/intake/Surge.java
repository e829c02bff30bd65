package com.nowinfinity.xpm.worker.intake;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether more events come in than can be folded as fast: so many in a second, and until a second after; or a large
 * batch that is being taken, however long that takes. Safe for many threads.
 */
final class Surge {

    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    private final int large;
    private final int perSecond;
    private final LongSupplier ticker;
    private int taking;
    /** Rises with what comes in and falls by {@link #perSecond} in a second. */
    private double level;

    private long levelAt;

    /**
     * @param large from how many events on a batch is large
     * @param perSecond how many events in a second are a surge
     * @param ticker a monotonic clock, in nanoseconds
     */
    Surge(int large, int perSecond, LongSupplier ticker) {
        this.large = large;
        this.perSecond = perSecond;
        this.ticker = ticker;
        this.levelAt = ticker.getAsLong();
    }

    synchronized void begins(int events) {
        if (events >= large) {
            taking++;
        }
        fall();
        level = Math.min(level + events, 2.0 * perSecond);
    }

    synchronized void ends(int events) {
        if (events >= large) {
            taking--;
        }
    }

    synchronized boolean isOn() {
        fall();
        return taking > 0 || level >= perSecond;
    }

    private void fall() {
        long now = ticker.getAsLong();
        level = Math.max(0, level - perSecond * ((now - levelAt) / SECOND));
        levelAt = now;
    }
}
