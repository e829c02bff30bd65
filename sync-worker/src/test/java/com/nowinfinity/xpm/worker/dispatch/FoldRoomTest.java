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

    private final List<Integer> entered = new ArrayList<>();
    private long nanos;
    private final FoldRoom room = new FoldRoom(new Counting(), () -> nanos);
    private final FoldRoom.Door door = room.door();

    @Test
    void letsInAtOnceWhoComesNowAndThen() {
        for (int turn = 0; turn < 3; turn++) {
            fold(door);
        }
        nanos += Duration.ofSeconds(30).toNanos();
        fold(door);

        assertThat(entered).containsExactly(MANY, MANY, MANY, MANY);
    }

    @Test
    void letsWhoComesAgainAndAgainQueue() {
        for (int turn = 0; turn < 5; turn++) {
            fold(door);
            nanos += Duration.ofSeconds(2).toNanos();
        }

        assertThat(entered).containsExactly(MANY, MANY, MANY, ONE, ONE);
    }

    @Test
    void countsForEachDoorByItself() {
        for (int turn = 0; turn < 4; turn++) {
            fold(door);
        }
        fold(room.door());

        assertThat(entered).endsWith(ONE, MANY);
    }

    private static void fold(FoldRoom.Door door) {
        assertThat(door.with(() -> Next.ON_PERSON)).isEqualTo(Next.ON_PERSON);
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
            throw new UnsupportedOperationException("Nobody rests");
        }
    }
}
