package com.nowinfinity.xpm.connector.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Instant NOW = Instant.parse("2026-01-15T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Schedule atTwo = new Schedule("0 2 * * *");

    @Test
    void keepsTheClocksOfSydneyInSummerAndWinter() {
        assertThat(atTwo.newest(Instant.parse("2026-01-14T00:00:00Z"), NOW))
                .isEqualTo(Instant.parse("2026-01-14T15:00:00Z"));
        assertThat(atTwo.newest(Instant.parse("2026-07-14T00:00:00Z"), Instant.parse("2026-07-15T00:00:00Z")))
                .isEqualTo(Instant.parse("2026-07-14T16:00:00Z"));
    }

    @Test
    void namesTheNewestOfSeveralMissedTimesOnly() {
        assertThat(atTwo.newest(Instant.parse("2026-01-01T00:00:00Z"), NOW))
                .isEqualTo(Instant.parse("2026-01-14T15:00:00Z"));
        assertThat(new Schedule("*/10 * * * *").newest(NOW.minusSeconds(100), NOW))
                .isEqualTo(NOW);
    }

    @Test
    void asksForNothingWhileNoTimeHasPassed() {
        assertThat(atTwo.newest(NOW.minusSeconds(60), NOW)).isNull();
        assertThat(new Schedule("*/10 * * * *").newest(NOW, NOW))
                .as("kept already")
                .isNull();
    }

    @Test
    void letsATimeGoThatIsTooFarBack() {
        Instant lastWeek = NOW.minus(Duration.ofDays(7));

        assertThat(atTwo.newest(lastWeek, NOW, HOUR)).isNull();
        assertThat(atTwo.newest(lastWeek, NOW, Duration.ofHours(10))).isEqualTo(Instant.parse("2026-01-14T15:00:00Z"));
    }

    @Test
    void isUsableOnlyWithATimeToCome() {
        assertThat(atTwo.isUsable(NOW)).isTrue();
        assertThat(new Schedule("0 0 2 * * *").isUsable(NOW))
                .as("seconds first")
                .isTrue();
        assertThat(new Schedule("0 2 30 2 *").isUsable(NOW)).as("no such day").isFalse();
        assertThat(new Schedule("every night").isUsable(NOW)).isFalse();
        assertThat(new Schedule("").isUsable(NOW)).isFalse();
    }
}
