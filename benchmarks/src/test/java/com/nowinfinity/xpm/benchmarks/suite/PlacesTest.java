package com.nowinfinity.xpm.benchmarks.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final Instant FROM = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Places unit = new Places(2, MINUTE);

    @Test
    void losesEveryPlaceOfWhoNeverCalls() {
        assertThat(lost()).isEqualTo(MINUTE.multipliedBy(2));
    }

    @Test
    void losesNothingWhereEveryPlaceIsTakenAgainAtOnce() {
        assertThat(lost(-50, -30, 10, 30)).isZero();
    }

    @Test
    void losesThePauseOfWhoStillMakesAllCallsInTheMinute() {
        assertThat(lost(-50, -30, 40, 41)).isEqualTo(Duration.ofSeconds(30 + 11));
    }

    @Test
    void losesWhatIsFreeUntilTheEnd() {
        assertThat(lost(-50, -30, 10)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void countsOnlyWhatIsLostInTheMinute() {
        assertThat(lost(-200, -199, -5, 5)).isEqualTo(Duration.ofSeconds(5 + 5));
    }

    @Test
    void losesThePlacesThatWereNeverTakenBefore() {
        assertThat(lost(20)).isEqualTo(Duration.ofSeconds(20 + 60));
    }

    private Duration lost(int... seconds) {
        List<Instant> calls = IntStream.of(seconds).mapToObj(FROM::plusSeconds).toList();
        return unit.lost(calls, FROM, FROM.plus(MINUTE));
    }
}
