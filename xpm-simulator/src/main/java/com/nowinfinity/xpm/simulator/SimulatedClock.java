package com.nowinfinity.xpm.simulator;

import com.nowinfinity.xpm.simulator.admin.AdminPaths;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Another clock's time, moved forward by whatever tests have asked for; never backwards. */
final class SimulatedClock implements InstantSource, AdminPaths.MovableClock {

    private final InstantSource source;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    SimulatedClock(InstantSource source) {
        this.source = source;
    }

    @Override
    public Instant instant() {
        return source.instant().plus(ahead.get());
    }

    @Override
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("Time does not go back");
        }
        ahead.accumulateAndGet(by, Duration::plus);
    }
}
