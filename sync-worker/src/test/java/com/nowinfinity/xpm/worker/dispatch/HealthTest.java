package com.nowinfinity.xpm.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.Allowance;
import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.worker.limits.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long whom is left alone when calls fail. */
class HealthTest {

    private static final Limits LIMITS = new Limits(
            60, 5, 5_000, Duration.ofMinutes(1), 0.2, 10_000, Duration.ofSeconds(40), Duration.ofMinutes(16));

    private long ticker;
    private final Health health = new Health(new GateSettings(
            LIMITS, Duration.ofSeconds(5), Duration.ofSeconds(15), () -> Instant.EPOCH, () -> ticker, () -> ""));

    @Test
    void asksEverMoreSeldomForTheOnlyOneThereIs() {
        List<Long> pauses = new ArrayList<>();
        for (int failures = 0; failures < 4; failures++) {
            Health.Failure failure = failed("one");
            assertThat(failure.everybody()).isFalse();
            pauses.add(failure.pause().toSeconds());
        }

        assertThat(pauses).containsExactly(15L, 30L, 60L, 60L);
    }

    @Test
    void asksEvenMoreSeldomAfterHalfAnHour() {
        for (int failures = 0; failures < 30; failures++) {
            assertThat(failed("one").pause()).isLessThanOrEqualTo(Duration.ofMinutes(1));
        }

        assertThat(failed("one").pause()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void doesNotKnockAgainAndAgainThoughXpmSaysAtOnce() {
        List<Long> pauses = new ArrayList<>();
        for (int failures = 0; failures < 8; failures++) {
            pauses.add(unavailable(Duration.ZERO).pause().toSeconds());
        }

        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 64L);
        assertThat(unavailable(Duration.ofHours(3)).pause()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void leavesAllAloneWhenTwoFailInARow() {
        failed("one");

        assertThat(failed("another").everybody()).isTrue();
    }

    @Test
    void beginsAnewOnceXpmHasAnswered() {
        failed("one");
        failed("one");
        health.fine("another");

        assertThat(failed("one").pause()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void tellsHowOthersFare() {
        assertThat(failed("one").othersFare()).isFalse();
        assertThat(failed("one").othersFare()).isFalse();

        health.fine("another");

        assertThat(failed("one").othersFare()).isTrue();
    }

    @Test
    void takesCallsThatFailTogetherForOneFailure() {
        long left = ++ticker;
        ticker++;
        List<Long> pauses = new ArrayList<>();
        for (String subject : List.of("one", "two", "three", "four", "five")) {
            pauses.add(failed(subject, left).pause().toSeconds());
        }
        assertThat(pauses).containsOnly(15L);

        assertThat(failed("one").pause()).as("of a call that left later").isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void takesCallsThatAreRefusedTogetherForOneRefusal() {
        long left = ++ticker;
        ticker++;
        List<Long> waits = new ArrayList<>();
        for (int refused = 0; refused < 5; refused++) {
            waits.add(health.patience(throttled(), left).toSeconds());
        }
        assertThat(waits).containsOnly(1L);

        ticker++;
        assertThat(health.patience(throttled(), ticker)).isEqualTo(Duration.ofSeconds(2));
    }

    private static XpmException.Throttled throttled() {
        return new XpmException.Throttled(XpmException.Limit.MINUTE, Duration.ZERO, Allowance.UNSAID);
    }

    private Health.Failure unavailable(Duration retryAfter) {
        return health.failed("one", new XpmException.Unavailable("Down", retryAfter, Allowance.UNSAID, null), ++ticker);
    }

    /** Of a call that left after all before had failed. */
    private Health.Failure failed(String subject) {
        return failed(subject, ++ticker);
    }

    private Health.Failure failed(String subject, long left) {
        return health.failed(subject, new XpmException.Unavailable("Down", null, Allowance.UNSAID, null), left);
    }
}
