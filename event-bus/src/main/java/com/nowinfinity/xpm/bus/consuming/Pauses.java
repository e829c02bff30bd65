package com.nowinfinity.xpm.bus.consuming;

import com.nowinfinity.xpm.bus.EventBusProperties;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/**
 * Partitions that failed, each with its own count: a healthy one beside it neither shortens nor lengthens its pauses.
 * The consumer goes on polling meanwhile, so it stays in its group.
 */
final class Pauses {

    /** Stops and restarts the fetching of a partition; {@code in} is how long from now. */
    interface Switch {
        void pause(TopicPartition partition);

        void resume(TopicPartition partition, Duration in);
    }

    /** @param since the first failure in a row */
    record Failing(int times, Instant since, String reason) {}

    private final Duration first;
    private final Duration longest;
    private final InstantSource clock;
    private final Switch fetching;
    private final Map<TopicPartition, Failing> failing = new ConcurrentHashMap<>();

    Pauses(EventBusProperties.Consuming settings, InstantSource clock, Switch fetching) {
        this.first = settings.firstPause();
        this.longest = settings.longestPause();
        this.clock = clock;
        this.fetching = fetching;
    }

    /**
     * What a failure leads to.
     *
     * @param times failures in a row, with this one
     * @param length how long the partition rests
     */
    record Pause(int times, Duration length) {}

    Pause failed(TopicPartition partition, String reason, Duration atLeast) {
        Failing now = failing.compute(
                partition,
                (key, before) -> before == null
                        ? new Failing(1, clock.instant(), reason)
                        : new Failing(before.times() + 1, before.since(), reason));
        Duration pause = max(atLeast, length(now.times()));
        fetching.pause(partition);
        fetching.resume(partition, pause);
        return new Pause(now.times(), pause);
    }

    private Duration length(int times) {
        // The exponent is bounded so that the product is; it passes any longest pause long before.
        Duration doubled = first.multipliedBy(1L << Math.min(times - 1, 20));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    void succeeded(TopicPartition partition) {
        failing.remove(partition);
    }

    /** For partitions that are no longer ours: should they come back, they begin without a pause. */
    void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> {
            if (failing.remove(partition) != null) {
                fetching.resume(partition, Duration.ZERO);
            }
        });
    }

    Map<TopicPartition, Failing> failing() {
        return Map.copyOf(failing);
    }
}
