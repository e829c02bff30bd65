package com.nowinfinity.xpm.simulator.wire;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lets real time pass on the calling thread; an interrupt ends it early and stays set. */
public final class Pause {

    private Pause() {}

    public static void of(Duration length) {
        long until = System.nanoTime() + length.toNanos();
        for (long left = until - System.nanoTime();
                left > 0 && !Thread.currentThread().isInterrupted();
                left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
