package com.nowinfinity.xpm.bus.consuming;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.bus.AssignmentListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    private final List<String> told = new ArrayList<>();
    private final Assignment unit = new Assignment(new AssignmentListener() {
        @Override
        public void onAssigned(Set<Integer> partitions) {
            told.add("+" + new TreeSet<>(partitions));
        }

        @Override
        public void onRevoked(Set<Integer> partitions) {
            told.add("-" + new TreeSet<>(partitions));
        }
    });

    @Test
    void tellsANumberOnceHoweverManyTopicsHaveIt() {
        unit.replaced(List.of(at("a", 0), at("a", 1), at("b", 0), at("b", 1)));

        assertThat(told).containsExactly("+[0, 1]");
        assertThat(unit.numbers()).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void tellsDifferencesOnlyAndWhatIsLostFirst() {
        unit.replaced(List.of(at("a", 0), at("a", 1)));
        told.clear();

        unit.replaced(List.of(at("a", 0), at("a", 1)));
        assertThat(told).isEmpty();
        unit.replaced(List.of(at("a", 1), at("a", 2)));
        assertThat(told).containsExactly("-[0]", "+[2]");
        unit.lost();
        assertThat(told).containsExactly("-[0]", "+[2]", "-[1, 2]");
    }

    @Test
    void forgetsThePositionOfWhatIsLost() {
        unit.replaced(List.of(at("a", 0), at("a", 1)));
        unit.moved(at("a", 0), 5);
        unit.moved(at("a", 1), 6);

        unit.replaced(List.of(at("a", 1)));

        assertThat(unit.position(at("a", 0))).isEmpty();
        assertThat(unit.position(at("a", 1))).hasValue(6);
    }

    @Test
    void outlivesAListenerThatFails() {
        Assignment fragile = new Assignment(new AssignmentListener() {
            @Override
            public void onAssigned(Set<Integer> partitions) {
                throw new IllegalStateException("not now");
            }

            @Override
            public void onRevoked(Set<Integer> partitions) {}
        });

        fragile.replaced(List.of(at("a", 0)));

        assertThat(fragile.numbers()).containsExactly(0);
    }

    private static TopicPartition at(String topic, int partition) {
        return new TopicPartition(topic, partition);
    }
}
