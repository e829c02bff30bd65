package com.nowinfinity.xpm.worker.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SurgeTest {

    private static final int LARGE = 250;
    private static final int PER_SECOND = 1_000;

    private long now;
    private final Surge surge = new Surge(LARGE, PER_SECOND, () -> now);

    @Test
    void isNoneBeforeTheFirstBatchNorOfASmallOne() {
        assertThat(surge.isOn()).isFalse();

        taken(LARGE - 1);

        assertThat(surge.isOn()).isFalse();
    }

    @Test
    void isNoneWhileLittleComesInEachSecond() {
        for (int batch = 0; batch < 100; batch++) {
            taken(PER_SECOND / 20);
            after(Duration.ofMillis(100));
            assertThat(surge.isOn()).isFalse();
        }
    }

    @Test
    void isOneOfManySmallBatchesAndEndsASecondAfterThem() {
        for (int batch = 0; batch < 20; batch++) {
            taken(PER_SECOND / 5);
            after(Duration.ofMillis(50));
        }
        assertThat(surge.isOn()).isTrue();

        after(Duration.ofSeconds(1));

        assertThat(surge.isOn()).isFalse();
    }

    @Test
    void lastsAsLongAsALargeBatchTakes() {
        surge.begins(LARGE);
        after(Duration.ofSeconds(10));
        assertThat(surge.isOn()).isTrue();
        surge.ends(LARGE);

        assertThat(surge.isOn()).isFalse();
    }

    private void taken(int events) {
        surge.begins(events);
        surge.ends(events);
    }

    private void after(Duration duration) {
        now += duration.toNanos();
    }
}
