package com.nowinfinity.xpm.standalone.mainjob.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Patience patience =
            new Patience(() -> nanos.addAndGet(Duration.ofSeconds(10).toNanos()));

    @Test
    void looksUntilThereIsSomething() {
        AtomicLong looks = new AtomicLong();

        assertThat(patience.until(
                        "thing",
                        Duration.ofSeconds(60),
                        () -> looks.incrementAndGet() < 3 ? Optional.empty() : Optional.of("there")))
                .isEqualTo("there");
    }

    @Test
    void namesWhatDidNotHappenInTime() {
        assertThatThrownBy(() -> patience.until("end of the run", Duration.ofSeconds(60), Optional::empty))
                .isInstanceOf(FellShortException.class)
                .hasMessage("No end of the run, for 60 s.");
    }
}
