package com.nowinfinity.xpm.worker.simulation;

import com.nowinfinity.xpm.worker.dispatch.IntakeProgress;
import java.time.Duration;
import java.util.Map;

/** An intake that is behind now and then, and in a surge at other times: by the clock, so that no chance is drawn. */
record SimIntake(Scheduler scheduler) implements IntakeProgress {

    private static final Duration BEHIND = Duration.ofSeconds(2);
    private static final Duration BEHIND_EVERY = Duration.ofSeconds(10);
    private static final Duration SURGE = Duration.ofSeconds(3);
    private static final Duration SURGE_EVERY = Duration.ofSeconds(11);

    @Override
    public boolean isPast(int partition, Map<String, Long> ends) {
        return !isOn(BEHIND, BEHIND_EVERY);
    }

    @Override
    public boolean isSurging() {
        return isOn(SURGE, SURGE_EVERY);
    }

    private boolean isOn(Duration length, Duration every) {
        return scheduler.nanos() % every.toNanos() < length.toNanos();
    }
}
