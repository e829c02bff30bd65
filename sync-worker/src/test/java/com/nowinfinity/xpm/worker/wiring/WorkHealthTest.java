package com.nowinfinity.xpm.worker.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.worker.dispatch.Standing;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class WorkHealthTest {

    private final AtomicReference<Duration> still = new AtomicReference<>(Duration.ZERO);
    private final WorkHealth unit = new WorkHealth(() -> new Standing(5, 1, still.get()), Duration.ofMinutes(40));

    @Test
    void isDownWhenWorkUnderWayTakesNoStepForTooLong() {
        assertThat(unit.health().getStatus()).isEqualTo(Status.UP);

        still.set(Duration.ofMinutes(40));
        assertThat(unit.health().getStatus()).isEqualTo(Status.UP);

        still.set(Duration.ofMinutes(41));
        assertThat(unit.health().getStatus()).isEqualTo(Status.DOWN);
    }
}
