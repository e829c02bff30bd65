package com.nowinfinity.xpm.worker.simulation;

import com.nowinfinity.xpm.worker.dispatch.IntakeProgress;
import java.time.Duration;
import java.util.Map;

/** An intake that is behind now and then: by the clock, so that no chance is drawn. */
record SimIntake(Scheduler scheduler) implements IntakeProgress {

    private static final Duration BEHIND = Duration.ofSeconds(2);
    private static final Duration EVERY = Duration.ofSeconds(10);

    @Override
    public boolean isPast(int partition, Map<String, Long> ends) {
        return scheduler.nanos() % EVERY.toNanos() >= BEHIND.toNanos();
    }
}
