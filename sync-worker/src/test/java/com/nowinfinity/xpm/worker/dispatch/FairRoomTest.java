package com.nowinfinity.xpm.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class FairRoomTest {

    private static final int SIZE = 10;

    private final FairRoom room = new FairRoom(SIZE);

    @Test
    void letsTheNextInOnceThereIsRoom() throws InterruptedException {
        AtomicBoolean in = new AtomicBoolean();

        Thread next = room.with(SIZE - 3, () -> {
            Thread waiting = Thread.ofPlatform().start(() -> in.set(room.with(4, () -> true)));
            await().until(() -> waiting.getState() == Thread.State.WAITING);
            assertThat(in).isFalse();
            return waiting;
        });

        next.join();
        assertThat(in).isTrue();
    }

    @Test
    void letsInWhoeverNeedsMoreThanThereIs() {
        assertThat(room.with(SIZE * SIZE, () -> "alone")).isEqualTo("alone");
    }

    @Test
    void isFreeAgainAfterAFailure() {
        Throwable failure = catchThrowable(() -> room.with(SIZE, () -> {
            throw new IllegalStateException("Broken");
        }));

        assertThat(failure).hasMessage("Broken");
        assertThat(room.with(SIZE, () -> "free")).isEqualTo("free");
    }
}
