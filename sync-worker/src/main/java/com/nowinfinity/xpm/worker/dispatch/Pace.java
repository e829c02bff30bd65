package com.nowinfinity.xpm.worker.dispatch;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether the work of one business goes on: something begins, ends, or turns to Practice Manager for the next call. By
 * a monotonic clock. Safe for many threads.
 */
final class Pace {

    private final LongSupplier ticker;
    private int underWay;
    private long lastStep;

    Pace(LongSupplier ticker) {
        this.ticker = ticker;
    }

    synchronized void began() {
        underWay++;
        step();
    }

    synchronized void step() {
        lastStep = ticker.getAsLong();
    }

    synchronized void ended() {
        underWay--;
        step();
    }

    /** How long nothing has gone on although something is under way; zero while nothing is. */
    synchronized Duration still() {
        return underWay == 0 ? Duration.ZERO : Duration.ofNanos(ticker.getAsLong() - lastStep);
    }
}
