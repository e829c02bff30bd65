package com.nowinfinity.xpm.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final Patience patience = new Patience(12, Duration.ofMinutes(1));

    @Test
    void growsUpToSixHoursAndEnds() {
        assertThat(patience.after(1)).hasValue(Duration.ofMinutes(1));
        assertThat(patience.after(2)).hasValue(Duration.ofMinutes(2));
        assertThat(patience.after(9)).hasValue(Duration.ofMinutes(256));
        assertThat(patience.after(10)).hasValue(Duration.ofHours(6));
        assertThat(patience.after(11)).hasValue(Duration.ofHours(6));
        assertThat(patience.after(12)).isEmpty();
    }
}
