package com.nowinfinity.xpm.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldPaceTest {

    private long now;
    private final FoldPace pace = new FoldPace(() -> now);

    @Test
    void callsTheNinthFoldOfHalfAMinuteMuch() {
        assertThat(IntStream.range(0, 8)).allMatch(fold -> !pace.isMuch());

        assertThat(pace.isMuch()).isTrue();
    }

    @Test
    void countsAnewInTheNextHalfMinute() {
        IntStream.range(0, 20).forEach(fold -> pace.isMuch());
        now += Duration.ofSeconds(30).toNanos();

        assertThat(pace.isMuch()).isFalse();
    }
}
