package com.nowinfinity.xpm.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How much folding takes of what intake needs. */
class FoldRoomTest {

    private final List<Duration> rests = new ArrayList<>();
    private boolean surging;
    private long nanos;
    private final FoldRoom room = new FoldRoom(new Intake(), new Resting(), () -> nanos);

    @Test
    void folds() {
        assertThat(room.with(() -> taking(Duration.ofMillis(3)))).isEqualTo(Next.DONE);
        assertThat(rests).isEmpty();
    }

    @Test
    void takesATenthOfTheTimeInASurge() {
        surging = true;

        assertThat(room.with(() -> taking(Duration.ofMillis(3)))).isEqualTo(Next.DONE);

        assertThat(rests).containsExactly(Duration.ofMillis(27));
    }

    @Test
    void restsForASecondAtMost() {
        surging = true;

        assertThat(room.with(() -> taking(Duration.ofSeconds(2)))).isEqualTo(Next.DONE);

        assertThat(rests).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void doesNotRestOnceTheSurgeIsOver() {
        surging = true;

        Next next = room.with(() -> {
            surging = false;
            return taking(Duration.ofMillis(3));
        });

        assertThat(next).isEqualTo(Next.DONE);
        assertThat(rests).isEmpty();
    }

    private Next taking(Duration time) {
        nanos += time.toNanos();
        return Next.DONE;
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
            return new FairRoom(places);
        }

        @Override
        public void pause(Duration duration) {
            rests.add(duration);
        }
    }
}
