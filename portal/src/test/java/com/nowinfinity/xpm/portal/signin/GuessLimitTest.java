package com.nowinfinity.xpm.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class GuessLimitTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final GuessLimit unit = new GuessLimit(() -> now);

    @Test
    void closesANameAfterSomeFailuresFromWherever() {
        for (int i = 0; i < GuessLimit.TRIES_OF_NAME; i++) {
            assertThat(unit.isClosed("mia", "a")).isFalse();
            unit.failed("Mia ", "address " + i);
        }

        assertThat(unit.isClosed("mia", "another")).isTrue();
        assertThat(unit.isClosed("max", "another")).isFalse();
    }

    @Test
    void closesAnAddressThatTriesManyNames() {
        for (int i = 0; i < GuessLimit.TRIES_FROM_ADDRESS; i++) {
            unit.failed("name " + i, "a");
        }

        assertThat(unit.isClosed("mia", "a")).isTrue();
        assertThat(unit.isClosed("mia", "b")).isFalse();
    }

    @Test
    void opensAgainAfterAWhile() {
        for (int i = 0; i < GuessLimit.TRIES_OF_NAME; i++) {
            unit.failed("mia", "a");
        }

        now = now.plus(GuessLimit.PAUSE).plusSeconds(1);

        assertThat(unit.isClosed("mia", "a")).isFalse();
    }

    @Test
    void forgetsFailuresOfWhoSignsIn() {
        for (int i = 1; i < GuessLimit.TRIES_OF_NAME; i++) {
            unit.failed("mia", "a");
        }
        unit.succeeded("mia");
        unit.failed("mia", "a");

        assertThat(unit.isClosed("mia", "a")).isFalse();
    }
}
