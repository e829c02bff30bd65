package com.nowinfinity.xpm.connector.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LeasesTest {

    private final AtomicLong nanos = new AtomicLong(-5);
    private final Leases leases = new Leases(Duration.ofSeconds(30), nanos::get);

    @Test
    void isOverAfterItsFullLengthOnTheWatchersClock() {
        assertThat(leases.isOver("b-1", "l-1")).isFalse();
        pass(30);
        assertThat(leases.isOver("b-1", "l-1")).isFalse();
        pass(1);
        assertThat(leases.isOver("b-1", "l-1")).isTrue();
    }

    @Test
    void beginsAnewWithAnotherLease() {
        leases.isOver("b-1", "l-1");
        pass(40);

        assertThat(leases.isOver("b-1", "l-2")).isFalse();
        assertThat(leases.isOver("b-2", "l-1")).isFalse();
        pass(31);
        assertThat(leases.isOver("b-1", "l-2")).isTrue();
    }

    @Test
    void forgetsALeaseThatWasTaken() {
        leases.isOver("b-1", "l-1");
        pass(40);
        leases.forget("b-1");

        assertThat(leases.isOver("b-1", "l-1")).isFalse();
    }

    private void pass(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
