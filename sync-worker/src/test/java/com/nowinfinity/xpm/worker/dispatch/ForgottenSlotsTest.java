package com.nowinfinity.xpm.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.worker.limits.Limits;
import com.nowinfinity.xpm.worker.limits.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForgottenSlotsTest {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration LIST = Duration.ofMinutes(15);

    private Duration passed = Duration.ZERO;
    private final LeftSlots left = new LeftSlots(new GateSettings(
            new Limits(60, 5, 5_000, Duration.ofMinutes(1), 0.2, 10_000, Duration.ofSeconds(40), LIST),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            () -> START.plus(passed),
            () -> passed.toNanos(),
            () -> "any"));

    @Test
    void aLeftSlotIsOverAlsoWhereNothingWasTakenUntilItIsNoLongerRemembered() {
        Slot lost = list("lost");
        left.seen(List.of(lost));
        passed = LIST.plus(LeftSlots.CLOCKS_APART).plusSeconds(1);

        left.seen(List.of(list("of another business")));

        assertThat(left.isOver(lost)).isTrue();
    }

    @Test
    void aSlotOfOurOwnIsOurs() {
        Slot own = list("own");
        passed = LIST;

        assertThat(left.isOver(own)).isFalse();
    }

    private Slot list(String id) {
        return new Slot(id, Slot.Purpose.LIST, "clients", START.plus(passed));
    }
}
