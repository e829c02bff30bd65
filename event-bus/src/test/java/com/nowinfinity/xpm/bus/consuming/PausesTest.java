package com.nowinfinity.xpm.bus.consuming;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.bus.EventBusProperties;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PausesTest {

    private static final TopicPartition ONE = new TopicPartition("t", 1);
    private static final TopicPartition TWO = new TopicPartition("t", 2);
    private static final EventBusProperties.Consuming SETTINGS = new EventBusProperties.Consuming(
            500,
            Duration.ofMinutes(5),
            Duration.ofSeconds(10),
            Duration.ofMillis(200),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10));

    private final List<String> switched = new ArrayList<>();
    private final Pauses unit = new Pauses(SETTINGS, InstantSource.fixed(Instant.EPOCH), new Pauses.Switch() {
        @Override
        public void pause(TopicPartition partition) {
            switched.add("pause " + partition);
        }

        @Override
        public void resume(TopicPartition partition, Duration in) {
            switched.add("resume " + partition + " in " + in.toMillis());
        }
    });

    @Test
    void doublesUpToTheLongestAndStaysThere() {
        assertThat(IntStream.range(0, 100).mapToObj(i -> fail(ONE)).limit(8))
                .containsExactly(200L, 400L, 800L, 1600L, 3200L, 6400L, 10_000L, 10_000L);
        assertThat(IntStream.range(0, 100).mapToObj(i -> fail(ONE))).allMatch(length -> length == 10_000L);
    }

    @Test
    void countsEachPartitionByItself() {
        fail(ONE);
        fail(ONE);

        assertThat(fail(TWO)).isEqualTo(200L);
        unit.succeeded(TWO);
        assertThat(fail(ONE)).isEqualTo(800L);
    }

    @Test
    void beginsAnewAfterASuccess() {
        fail(ONE);
        unit.succeeded(ONE);

        assertThat(unit.failing()).isEmpty();
        assertThat(fail(ONE)).isEqualTo(200L);
    }

    @Test
    void restsAtLeastAsLongAsItIsTold() {
        assertThat(unit.failed(ONE, "doubtful", Duration.ofSeconds(7)).length()).hasSeconds(7);
    }

    @Test
    void stopsTheFetchingAndLetsItGoOn() {
        fail(ONE);
        unit.forget(List.of(ONE, TWO));

        assertThat(switched).containsExactly("pause t-1", "resume t-1 in 200", "resume t-1 in 0");
    }

    private long fail(TopicPartition partition) {
        return unit.failed(partition, "away", Duration.ZERO).length().toMillis();
    }
}
