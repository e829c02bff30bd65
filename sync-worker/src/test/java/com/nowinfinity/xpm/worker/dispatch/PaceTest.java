package com.nowinfinity.xpm.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Pace unit = new Pace(nanos::get);

    @Test
    void nothingUnderWayIsNeverStill() {
        later(Duration.ofHours(3));
        assertThat(unit.still()).isZero();

        unit.began();
        later(Duration.ofHours(3));
        unit.ended();
        later(Duration.ofHours(3));
        assertThat(unit.still()).isZero();
    }

    @Test
    void isStillSinceTheLastStepOfAnyWork() {
        unit.began();
        later(Duration.ofMinutes(10));
        assertThat(unit.still()).hasMinutes(10);

        unit.step();
        later(Duration.ofMinutes(1));
        assertThat(unit.still()).hasMinutes(1);

        unit.began();
        later(Duration.ofMinutes(2));
        unit.ended();
        later(Duration.ofMinutes(3));
        assertThat(unit.still()).as("of the first one, which goes on").hasMinutes(3);
    }

    private void later(Duration by) {
        nanos.addAndGet(by.toNanos());
    }
}
