package com.nowinfinity.xpm.simulator;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Lets a call take as long as it is told to. */
record Latency(Supplier<Duration> length) implements Runnable {

    @Override
    public void run() {
        long until = System.nanoTime() + length.get().toNanos();
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
