package com.nowinfinity.xpm.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** How much folding takes of what intake needs. */
class FoldRoomTest {

    private final List<Duration> rests = new ArrayList<>();
    private final List<Integer> entered = new ArrayList<>();
    private boolean surging;
    private long nanos;
    private final FoldRoom room = new FoldRoom(new Intake(), new Resting(), () -> nanos);

    @Test
    void letsManyFoldAtATimeAndInASurgeOneOfThoseWithMuch() {
        fold(true, Duration.ofMillis(3));
        surging = true;
        fold(false, Duration.ofMillis(3));
        fold(true, Duration.ofMillis(3));

        assertThat(entered).containsExactly(32, 32, 1);
        assertThat(rests).isEmpty();
    }

    @Test
    void takesATenthOfTheTimeForThoseWithMuchInASurge() {
        surging = true;

        fold(true, Duration.ofMillis(3));
        nanos += Duration.ofMillis(7).toNanos();
        fold(true, Duration.ofMillis(5));
        fold(true, Duration.ofMillis(1));

        assertThat(rests).containsExactly(Duration.ofMillis(20), Duration.ofMillis(45));
    }

    @Test
    void restsForASecondAtMost() {
        surging = true;

        fold(true, Duration.ofSeconds(2));
        fold(true, Duration.ofSeconds(2));

        assertThat(rests).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void doesNotRestForABusinessThatHasLittleToFold() {
        surging = true;

        fold(true, Duration.ofMillis(3));
        fold(false, Duration.ofMillis(3));

        assertThat(rests).isEmpty();
    }

    @Test
    void doesNotRestOnceTheSurgeIsOver() {
        surging = true;
        fold(true, Duration.ofMillis(3));
        surging = false;

        fold(true, Duration.ofMillis(3));

        assertThat(rests).isEmpty();
    }

    private void fold(boolean much, Duration time) {
        Next next = room.with(much, () -> {
            nanos += time.toNanos();
            return Next.ON_PERSON;
        });
        assertThat(next).isEqualTo(Next.ON_PERSON);
    }

    private final class Intake implements IntakeProgress {
        @Override
        public boolean isPast(int partition, Map<String, Long> ends) {
            return true;
        }

        @Override
        public boolean isSurging() {
            return surging;
        }
    }

    private final class Resting implements Threads {
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
            rests.add(duration);
            nanos += duration.toNanos();
        }
    }
}
