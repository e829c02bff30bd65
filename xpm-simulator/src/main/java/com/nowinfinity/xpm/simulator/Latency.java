package com.nowinfinity.xpm.simulator;

import com.nowinfinity.xpm.simulator.wire.Pause;
import java.time.Duration;
import java.util.function.Supplier;

/** Lets a call take as long as it is told to. */
record Latency(Supplier<Duration> length) implements Runnable {

    @Override
    public void run() {
        Pause.of(length.get());
    }
}
