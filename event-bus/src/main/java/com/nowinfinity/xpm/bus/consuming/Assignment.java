package com.nowinfinity.xpm.bus.consuming;

import com.nowinfinity.xpm.bus.AssignmentListener;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions that this consumer has, and how far it is in each. Range assignment takes all partitions away and
 * gives most of them back at each rebalance; the listener hears of the difference alone.
 *
 * <p>Written by the polling thread, read by any.
 */
final class Assignment {

    private static final Logger log = LoggerFactory.getLogger(Assignment.class);

    private final AssignmentListener listener;
    private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
    private volatile Set<Integer> told = Set.of();

    Assignment(AssignmentListener listener) {
        this.listener = listener;
    }

    Set<Integer> numbers() {
        return told;
    }

    OptionalLong position(TopicPartition partition) {
        Long position = positions.get(partition);
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }

    void moved(TopicPartition partition, long position) {
        positions.put(partition, position);
    }

    /** These and no others are ours from now on. */
    void replaced(Collection<TopicPartition> all) {
        positions.keySet().retainAll(Set.copyOf(all));
        tell(all.stream().map(TopicPartition::partition).collect(Collectors.toSet()));
    }

    /** Nothing is ours any more. */
    void lost() {
        replaced(Set.of());
    }

    private synchronized void tell(Set<Integer> now) {
        Set<Integer> before = told;
        told = Set.copyOf(now);
        tell(without(before, now), listener::onRevoked);
        tell(without(now, before), listener::onAssigned);
    }

    private static void tell(Set<Integer> change, Consumer<Set<Integer>> how) {
        if (change.isEmpty()) {
            return;
        }
        try {
            how.accept(change);
        } catch (RuntimeException e) {
            // The consumer must not die of it; the listener has its own ways to be healthy or not.
            log.error("A listener failed to take a change of partitions {}", change, e);
        }
    }

    private static Set<Integer> without(Set<Integer> some, Set<Integer> others) {
        Set<Integer> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
