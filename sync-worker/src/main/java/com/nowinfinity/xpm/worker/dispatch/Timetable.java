package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.worker.dispatch.Queues.Rank;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a line looks at which work again, with one alarm for the earliest of it. Guarded by its line. */
final class Timetable {

    private static final int MOST = 64;

    /** @param rank what it is among then */
    private record Entry(Instant time, Rank rank) {}

    private final Remembering remembering;
    private final Alarm alarm;
    private final InstantSource clock;
    private final Consumer<Instant> ring;
    private final Map<Work, Entry> entries = new HashMap<>();
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
        return entries.isEmpty();
    }

    boolean isFull() {
        return entries.size() >= remembering.share(MOST);
    }

    void put(Work work, Instant time, Rank rank) {
        entries.put(work, new Entry(time, rank));
    }

    boolean contains(Work work) {
        return entries.containsKey(work);
    }

    void remove(Work work) {
        entries.remove(work);
    }

    Map<Work, Rank> all() {
        return due(Instant.MAX);
    }

    /** What is to be looked at by now. */
    Map<Work, Rank> due(Instant now) {
        return entries.entrySet().stream()
                .filter(entry -> !entry.getValue().time().isAfter(now))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().rank()));
    }

    Stream<Instant> times() {
        return entries.values().stream().map(Entry::time);
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
