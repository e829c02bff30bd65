package com.nowinfinity.xpm.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FoldPaceTest {

    private long now;
    private final FoldPace pace = new FoldPace(() -> now);

    @Test
    void callsNineEntitiesInHalfAMinuteMuch() {
        assertThat(pace.isMuch(1)).isFalse();
        assertThat(pace.isMuch(7)).isFalse();

        assertThat(pace.isMuch(1)).isTrue();
    }

    @Test
    void countsAnewInTheNextHalfMinute() {
        assertThat(pace.isMuch(32)).isTrue();
        now += Duration.ofSeconds(30).toNanos();

        assertThat(pace.isMuch(8)).isFalse();
    }
}
