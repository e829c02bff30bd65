package com.nowinfinity.xpm.bus;

import static com.nowinfinity.xpm.events.Topics.ENTITY_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.events.Topics;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One consumer has a partition number of every topic, and another takes it over when that one goes. */
class RebalanceIT {

    private static final List<Topic<?>> OWNED = Topics.work().stream()
            .filter(topic -> topic.owner() == Topic.Owner.CONNECTOR_SERVICE)
            .toList();

    /** Believes what it is told. */
    private static final class Ledger implements AssignmentListener {
        private final Set<Integer> held = new ConcurrentSkipListSet<>();
        private final List<String> told = new CopyOnWriteArrayList<>();

        @Override
        public void onAssigned(Set<Integer> partitions) {
            told.add("+" + new TreeSet<>(partitions));
            held.addAll(partitions);
        }

        @Override
        public void onRevoked(Set<Integer> partitions) {
            told.add("-" + new TreeSet<>(partitions));
            held.removeAll(partitions);
        }
    }

    @Test
    void partitionsMoveWholeAndOnlyDifferencesAreTold() {
        try (TestBus bus = TestBus.owner()) {
            List<ReceivedEvent> received = new CopyOnWriteArrayList<>();
            Ledger one = new Ledger();
            Ledger other = new Ledger();
            EventSubscription first = bus.subscribe("pair", OWNED, received::addAll, one);
            await().untilAsserted(() -> assertThat(one.held).containsExactly(0, 1, 2));

            EventSubscription second = bus.subscribe("pair", OWNED, received::addAll, other);
            await().untilAsserted(() -> {
                assertThat(other.held).isNotEmpty();
                assertThat(Stream.concat(one.held.stream(), other.held.stream()))
                        .containsExactlyInAnyOrder(0, 1, 2);
            });
            // Range: the same numbers of every topic, or a position of one topic would be missing.
            for (int partition : first.partitions()) {
                assertThat(OWNED)
                        .allMatch(topic -> first.position(topic, partition).isPresent());
                assertThat(OWNED)
                        .allMatch(topic -> second.position(topic, partition).isEmpty());
            }
            assertThat(one.told).hasSize(2);

            first.close();
            assertThat(one.held).isEmpty();
            await().untilAsserted(() -> assertThat(other.held).containsExactly(0, 1, 2));
            assertThat(other.told).allMatch(change -> change.startsWith("+"));

            Stream.of("b-1", "b-2", "b-3", "b-4", "b-5")
                    .forEach(business -> bus.publisher().publish(ENTITY_CHANGED, Samples.change(business, 1)));
            await().until(() -> received.size() == 5);
        }
    }
}
