package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.worker.limits.AppQuota;
import com.nowinfinity.xpm.worker.limits.AppQuota.Share;
import com.nowinfinity.xpm.worker.limits.Limits;
import com.nowinfinity.xpm.worker.limits.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two workers that share the app's minute. */
class AppQuotaTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int A_MINUTE = SimWorld.ALLOWED.app();
    private static final Limits LIMITS = SimWorld.limits(SimWorld.ALLOWED);
    private static final Duration A_LITTLE_LATER = Duration.ofMillis(10);

    private final MemoryShelf shelf = new MemoryShelf();
    private final AppQuota one = quota();
    private final AppQuota other = quota();
    private Duration passed = Duration.ZERO;
    private int portions;

    @Test
    void isSharedBetweenWorkers() {
        calls(one, 5);

        assertThat(callsAll(other)).isEqualTo(A_MINUTE - 5);
        assertThat(callsAll(one)).isZero();

        passes(LIMITS.window().plus(A_LITTLE_LATER));

        assertThat(callsAll(one)).isEqualTo(5);
        assertThat(callsAll(other)).isEqualTo(A_MINUTE - 5);
    }

    @Test
    void isNotFreeBeforeAWindowHasPassedSinceTheAnswer() {
        List<Share> open = takesAll(one);
        assertThat(open).hasSize(A_MINUTE);
        passes(Duration.ofSeconds(30));
        open.forEach(Share::answered);

        passes(LIMITS.window().minus(A_LITTLE_LATER));
        assertThat(callsAll(one)).isZero();

        passes(A_LITTLE_LATER.multipliedBy(2));
        assertThat(callsAll(one)).isEqualTo(A_MINUTE);
    }

    @Test
    void isLessForEverybodyOnceXpmSaysThatLessIsLeft() {
        calls(one, 1);
        one.corrected(2);

        assertThat(callsAll(other)).isEqualTo(2);
        assertThat(callsAll(one)).isZero();

        passes(LIMITS.window().plus(A_LITTLE_LATER));

        assertThat(callsAll(one)).isEqualTo(A_MINUTE - 2);
        assertThat(callsAll(other)).isEqualTo(2);
    }

    @Test
    void isNotMoreWhenXpmSaysThatMoreIsLeft() {
        calls(one, 4);
        one.corrected(A_MINUTE - 1);

        assertThat(callsAll(one) + callsAll(other)).isEqualTo(A_MINUTE - 4);
    }

    @Test
    void isHeldForEverybodyWhileXpmRefuses() {
        one.refused(Duration.ofSeconds(30));

        assertThat(callsAll(one) + callsAll(other)).isZero();
        assertThat(other.retryIn()).isEqualTo(Duration.ofSeconds(30));

        passes(Duration.ofSeconds(30));

        assertThat(callsAll(other)).isEqualTo(A_MINUTE);
    }

    @Test
    void isGivenBackForWhoIsGoneOnceHisCallsCannotCountAnyMore() {
        assertThat(takesAll(other)).hasSize(A_MINUTE);
        assertThat(callsAll(one)).isZero();

        passes(LIMITS.slotLength(Slot.Purpose.READ).plus(LIMITS.window()));
        assertThat(callsAll(one)).isZero();

        passes(LIMITS.window());
        assertThat(callsAll(one)).isEqualTo(A_MINUTE);
    }

    @Test
    void isFreeAgainSoonWhereNoCallLeft() {
        takesAll(one).forEach(Share::unused);

        passes(LIMITS.window().dividedBy(12).plus(A_LITTLE_LATER));

        assertThat(callsAll(one)).isEqualTo(A_MINUTE);
    }

    private AppQuota quota() {
        return new AppQuota(
                shelf, LIMITS, () -> START.plus(passed), () -> passed.toNanos(), () -> "portion-" + ++portions);
    }

    private void passes(Duration time) {
        passed = passed.plus(time);
    }

    private static void calls(AppQuota quota, int times) {
        for (int i = 0; i < times; i++) {
            quota.take(Slot.Purpose.READ).orElseThrow().answered();
        }
    }

    /** How many calls are made until there is nothing left. */
    private static int callsAll(AppQuota quota) {
        List<Share> taken = takesAll(quota);
        taken.forEach(Share::answered);
        return taken.size();
    }

    private static List<Share> takesAll(AppQuota quota) {
        List<Share> taken = new ArrayList<>();
        Optional<Share> next = quota.take(Slot.Purpose.READ);
        while (next.isPresent()) {
            taken.add(next.get());
            next = quota.take(Slot.Purpose.READ);
        }
        return taken;
    }
}
