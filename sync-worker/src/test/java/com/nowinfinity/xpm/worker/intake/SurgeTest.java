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

        surge.took(LARGE - 1);

        assertThat(surge.isOn()).isFalse();
    }

    @Test
    void lastsFromOneLargeBatchToTheNext() {
        surge.took(LARGE);
        after(Duration.ofMillis(400));
        surge.took(3);
        assertThat(surge.isOn()).isTrue();
        surge.took(LARGE);
        after(Duration.ofMillis(400));
        assertThat(surge.isOn()).isTrue();

        after(Duration.ofMillis(100));

        assertThat(surge.isOn()).isFalse();
    }

    private void after(Duration duration) {
        now += duration.toNanos();
    }
}
