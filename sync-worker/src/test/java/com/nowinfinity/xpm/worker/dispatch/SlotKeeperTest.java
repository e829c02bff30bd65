package com.nowinfinity.xpm.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.worker.limits.AppQuota;
import com.nowinfinity.xpm.worker.limits.Limits;
import com.nowinfinity.xpm.worker.limits.Organisations;
import com.nowinfinity.xpm.worker.limits.Slot;
import com.nowinfinity.xpm.worker.simulation.MemoryShelf;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Where many businesses stand at the app's door. */
class SlotKeeperTest {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration LEAVE_WITHIN = Duration.ofSeconds(5);
    private static final Duration AT_THE_DOOR = LEAVE_WITHIN.multipliedBy(3);
    private static final Duration STORING = LEAVE_WITHIN.plusSeconds(1);
    private static final String HARBOUR = "harbour";

    private Duration passed = Duration.ZERO;
    private int ids;
    private final GateSettings settings = new GateSettings(
            new Limits(
                    60, 5, 5_000, Duration.ofMinutes(1), 0.2, 10_000, Duration.ofSeconds(40), Duration.ofMinutes(15)),
            LEAVE_WITHIN,
            Duration.ofSeconds(15),
            () -> START.plus(passed),
            () -> passed.toNanos(),
            () -> "id-" + ++ids);
    private final Organisations organisations = new Organisations(new SlowShelf());
    private final SlotKeeper slots = new SlotKeeper(
            organisations.takeOver(HARBOUR),
            organisations,
            new AppDoor(
                    new AppQuota(
                            new MemoryShelf(), settings.limits(), settings.clock(), settings.ticker(), settings.ids()),
                    new Queue(AT_THE_DOOR)),
            settings,
            new Queue(Duration.ZERO),
            new LeftSlots(settings));

    @Test
    void aSlotCountsFromItsTurnAtTheAppsDoorSoThatItsCallCanStillLeave() {
        SlotKeeper.Taken taken = slots.take(new Gate.Errand(Slot.Purpose.READ, "harbour-1", "tenant", true));

        assertThat(taken.from()).isEqualTo(AT_THE_DOOR.toNanos());
        assertThat(organisations.find(HARBOUR).slots()).containsExactly(taken.slot());
        assertThat(taken.slot().takenAt()).isEqualTo(START.plus(AT_THE_DOOR));
    }

    /** What is stored so slowly, another may have taken over by then. */
    @Test
    void theTimeToLeaveBeginsBeforeTheSlotIsStored() {
        SlotKeeper.Taken taken = slots.take(new Gate.Errand(Slot.Purpose.READ, "harbour-1", "tenant", true));

        assertThat(passed.toNanos() - taken.from()).isGreaterThan(LEAVE_WITHIN.toNanos());
    }

    private final class SlowShelf extends MemoryShelf {
        @Override
        public boolean replace(Document document, long revision) {
            passed = passed.plus(STORING);
            return super.replace(document, revision);
        }
    }

    /** Whose turn comes after so much time. */
    private final class Queue implements Turnstile {

        private final Duration length;

        private Queue(Duration length) {
            this.length = length;
        }

        @Override
        public <T> T locked(Supplier<T> action) {
            passed = passed.plus(length);
            return action.get();
        }

        @Override
        public void await(Duration atMost) {
            passed = passed.plus(atMost);
        }

        @Override
        public void wake() {}
    }
}
