package com.nowinfinity.xpm.simulator.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Instant now = Instant.parse("2026-11-02T00:00:00Z");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void neverLetsMoreThroughInAnyWindowAndTurnsNobodyAwayWhoFits(long seed) {
        Judge judge = judge(new Limits(7, 100, 1_000_000, 1_000_000, MINUTE));
        Random random = new Random(seed);
        List<Instant> let = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            now = now.plusMillis(random.nextInt(12_000));
            long inWindow =
                    let.stream().filter(at -> at.isAfter(now.minus(MINUTE))).count();
            boolean granted = judge.admit("t") instanceof Admission.Granted;
            assertThat(granted).isEqualTo(inWindow < 7);
            if (granted) {
                judge.release("t");
                let.add(now);
            }
        }
    }

    @Test
    void tellsExactlyWhenThePlaceIsFree() {
        Judge judge = judge(new Limits(2, 5, 100, 100, MINUTE));
        pass(judge, "t");
        now = now.plusSeconds(20);
        pass(judge, "t");

        Admission.Throttled throttled = throttled(judge, "t");
        assertThat(throttled.problem()).isEqualTo(Problem.MINUTE);
        assertThat(throttled.retryAfter()).isEqualTo(Duration.ofSeconds(40));
        now = now.plusSeconds(40);
        pass(judge, "t");
        throttled(judge, "t");
    }

    @Test
    void countsTheDayOverTwentyFourHoursAndNotByTheCalendar() {
        Judge judge = judge(new Limits(100, 5, 2, 100, MINUTE));
        now = now.plus(Duration.ofHours(23));
        pass(judge, "t");
        pass(judge, "t");
        now = now.plus(Duration.ofHours(2));

        Admission.Throttled throttled = throttled(judge, "t");
        assertThat(throttled.problem()).isEqualTo(Problem.DAY);
        assertThat(throttled.retryAfter()).isEqualTo(Duration.ofHours(22));
    }

    @Test
    void countsTheAppOverAllOrganisations() {
        Judge judge = judge(new Limits(100, 5, 100, 3, MINUTE));
        pass(judge, "one");
        pass(judge, "two");
        assertThat(judge.admitForApp()).isInstanceOf(Admission.Granted.class);

        assertThat(throttled(judge, "three").problem()).isEqualTo(Problem.APPMINUTE);
        assertThat(judge.admitForApp()).isInstanceOf(Admission.Throttled.class);
    }

    @Test
    void countsWhoIsInProgressUntilReleased() {
        Judge judge = judge(new Limits(100, 2, 100, 100, MINUTE));
        judge.admit("t");
        judge.admit("t");
        Admission.Throttled third = throttled(judge, "t");
        assertThat(third.problem()).isEqualTo(Problem.CONCURRENT);
        assertThat(third.retryAfter()).isNull();

        judge.release("t");
        assertThat(judge.admit("t")).isInstanceOf(Admission.Granted.class);
        assertThat(judge.broken()).containsOnly(Map.entry(Problem.CONCURRENT, 1));
    }

    @Test
    void remembersCallsOfAnEarlierLife() {
        Judge judge = judge(new Limits(1, 5, 100, 100, MINUTE));
        judge.recall("t", now.minusSeconds(59));

        throttled(judge, "t");
        now = now.plusSeconds(1);
        pass(judge, "t");
    }

    @ParameterizedTest
    @CsvSource({"0,5,5,5,60", "5,0,5,5,60", "5,5,0,5,60", "5,5,5,-1,60", "5,5,5,5,0"})
    void refusesLimitsThatWouldLetNobodyThrough(int minute, int atOnce, int day, int app, int seconds) {
        assertThatThrownBy(() -> new Limits(minute, atOnce, day, app, Duration.ofSeconds(seconds)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void pass(Judge judge, String tenant) {
        assertThat(judge.admit(tenant)).isInstanceOf(Admission.Granted.class);
        judge.release(tenant);
    }

    private static Admission.Throttled throttled(Judge judge, String tenant) {
        Admission admission = judge.admit(tenant);
        assertThat(admission).isInstanceOf(Admission.Throttled.class);
        return (Admission.Throttled) admission;
    }

    private Judge judge(Limits limits) {
        return new Judge(limits, () -> now);
    }
}
