package com.nowinfinity.xpm.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who waits for intake costs nothing but a glance at its positions, and begins once it is far enough. */
class AwaitedIntakeTest {

    private static final DispatchSettings SETTINGS = LineSettings.of(5, 64);
    private static final int PARTITION = 7;
    private static final Work PUSH = new Work.OfPush("push");
    private static final Work RUN = new Work.OfRun("run");

    private final Deque<Runnable> glances = new ArrayDeque<>();
    private final Deque<Runnable> started = new ArrayDeque<>();
    private final List<Work> done = new ArrayList<>();
    private long position;
    private final AwaitedIntake awaited = new AwaitedIntake(
            (partition, ends) -> position >= ends.values().iterator().next(), (delay, glance) -> glances.add(glance));
    private final Line line = line();

    @Test
    void callsForWorkOnceIntakeIsPastItsEnds() {
        position = 10;
        assertThat(isBehind(PUSH, 11)).isTrue();
        assertThat(isBehind(RUN, 13)).isTrue();

        glance();
        assertThat(done).isEmpty();
        position = 11;
        glance();
        assertThat(done).containsExactly(PUSH);
        position = 13;
        glance();
        assertThat(done).containsExactly(PUSH, RUN);
    }

    @Test
    void keepsNobodyWaitingWhenIntakeIsPast() {
        position = 10;

        assertThat(isBehind(PUSH, 10)).isFalse();
        assertThat(glances).isEmpty();
    }

    @Test
    void glancesOnceForAllAndNeverForNobody() {
        isBehind(PUSH, 1);
        isBehind(RUN, 1);
        isBehind(RUN, 1);
        assertThat(glances).hasSize(1);

        position = 1;
        glance();

        assertThat(done).containsExactly(PUSH, RUN);
        assertThat(glances).isEmpty();
    }

    @Test
    void forgetsWhatBelongsToAnotherWorkerByNow() {
        isBehind(PUSH, 1);
        line.close();

        glance();

        assertThat(done).isEmpty();
        assertThat(glances).isEmpty();
    }

    private boolean isBehind(Work work, long end) {
        return awaited.isBehind(line, work, PARTITION, Map.of("entity-changed", end));
    }

    private void glance() {
        glances.remove().run();
        for (Runnable next = started.poll(); next != null; next = started.poll()) {
            next.run();
        }
    }

    private Line line() {
        return new Line(
                "harbour",
                new Line.Host() {
                    @Override
                    public Next advance(Work work) {
                        done.add(work);
                        return Next.DONE;
                    }

                    @Override
                    public void advanced() {}

                    @Override
                    public boolean foldsAtOnce() {
                        return true;
                    }
                },
                new LineThreads(started::add),
                (delay, action) -> {},
                () -> Instant.EPOCH,
                SETTINGS,
                new Remembering(SETTINGS),
                new Pace(() -> 0));
    }
}
