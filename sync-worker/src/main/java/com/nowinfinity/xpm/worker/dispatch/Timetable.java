package com.nowinfinity.xpm.worker.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a line looks at which work again, with one alarm for the earliest of it. Guarded by its line. */
final class Timetable {

    private static final int MOST = 64;

    private final Remembering remembering;
    private final Alarm alarm;
    private final InstantSource clock;
    private final Consumer<Instant> ring;
    private final Map<Work, Instant> times = new HashMap<>();
    private @Nullable Instant alarmAt;

    /**
     * An empty one.
     *
     * @param ring hears of an alarm, by the time that it was set for
     */
    Timetable(Remembering remembering, Alarm alarm, InstantSource clock, Consumer<Instant> ring) {
        this.remembering = remembering;
        this.alarm = alarm;
        this.clock = clock;
        this.ring = ring;
    }

    boolean isEmpty() {
        return times.isEmpty();
    }

    boolean isFull() {
        return times.size() >= remembering.share(MOST);
    }

    void put(Work work, Instant time) {
        times.put(work, time);
    }

    boolean contains(Work work) {
        return times.containsKey(work);
    }

    void remove(Work work) {
        times.remove(work);
    }

    /** What is to be looked at by now. */
    Set<Work> due(Instant now) {
        return times.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    Stream<Instant> times() {
        return times.values().stream();
    }

    void ringAt(Instant time) {
        if (alarmAt == null || time.isBefore(alarmAt)) {
            alarmAt = time;
            Duration delay = Duration.between(clock.instant(), time);
            alarm.after(delay.isNegative() ? Duration.ZERO : delay, () -> ring.accept(time));
        }
    }

    /** The alarm that was set for this time has rung. */
    void rung(Instant time) {
        if (time.equals(alarmAt)) {
            alarmAt = null;
        }
    }
}
