package com.nowinfinity.xpm.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Who queues to fold. */
class FoldRoomTest {

    private static final int FIRST = 32;
    private static final int AGAIN = 1;

    private final List<Integer> entered = new ArrayList<>();
    private long nanos;
    private final FoldRoom room = new FoldRoom(new Counting(), () -> nanos);
    private final FoldRoom.Door door = room.door();

    @Test
    void letsInAtOnceWhoComesNowAndThen() {
        fold(door, Duration.ofMillis(3));
        nanos += Duration.ofSeconds(30).toNanos();
        fold(door, Duration.ofMillis(3));
        fold(room.door(), Duration.ofMillis(3));

        assertThat(entered).containsExactly(FIRST, FIRST, FIRST);
    }

    @Test
    void letsWhoWasThereAMomentAgoQueue() {
        fold(door, Duration.ofMinutes(1));
        nanos += Duration.ofSeconds(29).toNanos();
        fold(door, Duration.ofMillis(3));

        assertThat(entered).containsExactly(FIRST, AGAIN);
    }

    @Test
    void remembersWhoFailedToo() {
        assertThatThrownBy(() -> door.with(() -> {
                    throw new IllegalStateException("Broken");
                }))
                .hasMessage("Broken");
        fold(door, Duration.ofMillis(3));

        assertThat(entered).containsExactly(FIRST, AGAIN);
    }

    private void fold(FoldRoom.Door of, Duration time) {
        Next next = of.with(() -> {
            nanos += time.toNanos();
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
            throw new UnsupportedOperationException("Nobody rests");
        }
    }
}
