package com.nowinfinity.xpm.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RememberingTest {

    private static final int RECORDS = 1_024;

    private final Remembering remembering = new Remembering(LineSettings.of(5, RECORDS));

    @Test
    void letsALineAloneRememberAsMuchAsItWants() {
        assertThat(remembering.share(512)).isEqualTo(512);
        remembering.change(1);

        assertThat(remembering.share(512)).isEqualTo(512);
    }

    @Test
    void sharesAmongAllThatHaveWork() {
        remembering.change(5_000);
        assertThat(remembering.share(512)).isEqualTo(RECORDS * 100 / 5_000);

        remembering.change(-4_999);

        assertThat(remembering.share(512)).isEqualTo(512);
    }

    @Test
    void letsALineDoLessAtATimeAmongMany() {
        remembering.change(800);
        assertThat(remembering.together(5)).isEqualTo(5);

        remembering.change(1_200);

        assertThat(remembering.together(5)).isEqualTo(2);
    }

    @Test
    void leavesEachALittle() {
        remembering.change(1_000_000);

        assertThat(remembering.share(512)).isEqualTo(16);
        assertThat(remembering.together(5)).isEqualTo(1);
    }
}
