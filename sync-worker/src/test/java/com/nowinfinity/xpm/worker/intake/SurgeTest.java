package com.nowinfinity.xpm.worker.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SurgeTest {

    private static final int LARGE = 250;

    private long now;
    private final Surge surge = new Surge(LARGE, () -> now);

    @Test
    void isNoneBeforeTheFirstBatchNorOfSmallOnes() {
        assertThat(surge.isOn()).isFalse();

        taken(LARGE - 1);

        assertThat(surge.isOn()).isFalse();
    }

    @Test
    void lastsFromOneLargeBatchToTheNext() {
        taken(LARGE);
        after(Duration.ofMillis(400));
        taken(3);
        assertThat(surge.isOn()).isTrue();
        taken(LARGE);
        after(Duration.ofMillis(400));
        assertThat(surge.isOn()).isTrue();

        after(Duration.ofMillis(100));

        assertThat(surge.isOn()).isFalse();
    }

    @Test
    void lastsAsLongAsALargeBatchTakes() {
        surge.begins(LARGE);
        after(Duration.ofSeconds(10));
        assertThat(surge.isOn()).isTrue();
        surge.ends(LARGE);

        after(Duration.ofMillis(500));

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
