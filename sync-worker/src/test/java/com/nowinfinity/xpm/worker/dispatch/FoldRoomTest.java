package com.nowinfinity.xpm.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Who queues to fold. */
class FoldRoomTest {

    private static final int MANY = 32;
    private static final int ONE = 1;
    private static final int BURST = 100;

    private final List<Integer> entered = new ArrayList<>();
    private final List<Integer> folded = new ArrayList<>();
    private long nanos;
    private final Threads threads = new Counting();
    private final Burst burst = new Burst(threads, () -> nanos, BURST);
    private final FoldRoom room = new FoldRoom(threads, burst, () -> nanos, 1);
    private final FoldRoom.Door door = room.door();

    @Test
    void letsInAtOnceWhoComesNowAndThen() {
        fold(door);
        nanos += Duration.ofSeconds(30).toNanos();
        fold(door);

        assertThat(entered).containsExactly(MANY, MANY);
    }

    @Test
    void letsInAtOnceWhoseChangesComeInThrees() {
        FoldRoom.Door another = new FoldRoom(threads, burst, () -> nanos, 3).door();
        for (int hour = 0; hour < 2; hour++) {
            fold(another);
            fold(another);
            fold(another);
            fold(another);
            nanos += Duration.ofHours(1).toNanos();
        }

        assertThat(entered).containsExactly(MANY, MANY, MANY, ONE, MANY, MANY, MANY, ONE);
    }

    @Test
    void savesOneMoreEachHalfMinute() {
        FoldRoom.Door another = new FoldRoom(threads, burst, () -> nanos, 3).door();
        for (int turn = 0; turn < 4; turn++) {
            fold(another);
        }
        entered.clear();

        nanos += Duration.ofSeconds(60).toNanos();
        fold(another);
        fold(another);
        fold(another);

        assertThat(entered).containsExactly(MANY, MANY, ONE);
    }

    @Test
    void letsWhoComesAgainSoonQueueWhateverComesMeanwhile() {
        for (int turn = 0; turn < 4; turn++) {
            fold(door);
            nanos += Duration.ofSeconds(9).toNanos();
        }
        nanos += Duration.ofSeconds(9).toNanos();
        fold(door);

        assertThat(entered).containsExactly(MANY, ONE, ONE, ONE, MANY);
    }

    @Test
    void letsInAtOnceWhatAPersonWaitsFor() {
        fold(door);
        door.holdOpen();
        fold(door);
        fold(door);

        assertThat(entered).containsExactly(MANY, MANY, ONE);
    }

    @Test
    void knowsEachDoorByItself() {
        fold(door);
        fold(door);
        fold(room.door());

        assertThat(entered).containsExactly(MANY, ONE, MANY);
    }

    @Test
    void letsTheQueueGiveWayToABurst() {
        fold(door);
        burst.taking(BURST, () -> {});
        fold(door);

        assertThat(Duration.ofNanos(nanos)).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void letsTheQueueGoOnHoweverLongABurstLasts() {
        fold(door);
        burst.taking(BURST, () -> fold(door));

        assertThat(Duration.ofNanos(nanos)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void letsNobodyElseGiveWay() {
        burst.taking(BURST, () -> fold(door));

        assertThat(nanos).as("who has a free turn").isZero();
    }

    @Test
    void takesAFewForNoBurst() {
        fold(door);
        burst.taking(BURST - 1, () -> fold(door));

        assertThat(nanos).isZero();
    }

    @Test
    void spendsNoTimeOnWhoIsGone() {
        fold(door);
        burst.taking(
                BURST,
                () -> assertThat(door.with(() -> true, most -> Next.DONE)).isEqualTo(Next.LOST));

        assertThat(nanos).isZero();
    }

    @Test
    void foldsOneAtAFreeTurnWhileABurstLastsAndManyAtAnyOther() {
        fold(door);
        burst.taking(BURST, () -> {
            fold(room.door());
            fold(door);
        });

        assertThat(folded).containsExactly(MANY, ONE, MANY);
    }

    private void fold(FoldRoom.Door by) {
        Next next = by.with(() -> false, most -> {
            folded.add(most);
            return Next.ON_PERSON;
        });
        assertThat(next).isEqualTo(Next.ON_PERSON);
    }

    private final class Counting implements Threads {
        @Override
        public void start(Runnable work) {
            throw new UnsupportedOperationException("Whoever folds has a thread");
        }

        @Override
        public Turnstile turnstile() {
            throw new UnsupportedOperationException("A room takes no turns");
        }

        @Override
        public Room room(int places) {
            Room fair = new FairRoom(places);
            return new Room() {
                @Override
                public <T> T with(int asked, Supplier<T> work) {
                    entered.add(places);
                    return fair.with(asked, work);
                }
            };
        }

        @Override
        public void pause(Duration duration) {
            nanos += duration.toNanos();
        }
    }
}
