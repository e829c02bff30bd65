package com.nowinfinity.xpm.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallRatesTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final CallRates rates = new CallRates(10, 3, nanos::get);

    @Test
    void letsABurstThroughAndThenSaysHowLongToWait() {
        for (int i = 0; i < 3; i++) {
            assertThat(rates.take("ann")).isZero();
        }

        assertThat(rates.take("ann")).isEqualTo(Duration.ofMillis(100));
        pass(Duration.ofMillis(40));
        assertThat(rates.take("ann")).as("asking costs nothing").isEqualTo(Duration.ofMillis(60));
        pass(Duration.ofMillis(60));
        assertThat(rates.take("ann")).isZero();
        assertThat(rates.take("ann")).isPositive();
    }

    @Test
    void holdsNobodyUpForAnother() {
        for (int i = 0; i < 9; i++) {
            rates.take("ann");
        }

        assertThat(rates.take("ben")).isZero();
    }

    @Test
    void savesUpNoMoreThanABurst() {
        pass(Duration.ofHours(1));
        for (int i = 0; i < 3; i++) {
            assertThat(rates.take("ann")).isZero();
        }
        assertThat(rates.take("ann")).isPositive();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
