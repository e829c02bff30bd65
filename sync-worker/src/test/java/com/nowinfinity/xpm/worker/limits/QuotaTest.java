package com.nowinfinity.xpm.worker.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.Allowance;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuotaTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Limits LIMITS = new Limits(
            60, 5, 5_000, Duration.ofMinutes(1), 0.2, 10_000, Duration.ofSeconds(40), Duration.ofMinutes(15));

    private record Made(Slot slot, Instant from, Instant to) {}

    @ParameterizedTest(name = "seed {0}")
    @MethodSource
    void noRollingWindowSeesOneTooManyWhicheverMomentOfACallCounts(long seed) {
        Random chance = new Random(seed);
        List<Made> made = busyFor(Duration.ofMinutes(5), chance);

        assertThat(made).hasSizeGreaterThan(200);
        assertThat(mostInAWindow(made.stream().map(Made::from).toList())).isLessThanOrEqualTo(60);
        assertThat(mostInAWindow(made.stream().map(Made::to).toList())).isLessThanOrEqualTo(60);
        // The worst judge of all takes whichever moment of each call hurts most.
        assertThat(mostInAWindow(made.stream()
                        .map(call -> chance.nextBoolean() ? call.from() : call.to())
                        .toList()))
                .isLessThanOrEqualTo(60);
    }

    static Stream<Long> noRollingWindowSeesOneTooManyWhicheverMomentOfACallCounts() {
        return LongStream.range(0, 20).boxed();
    }

    @Test
    void letsFiveGoOnAtATime() {
        Quota quota = Quota.UNUSED;
        for (int i = 0; i < 5; i++) {
            quota = granted(quota.ask(slot(i), true, LIMITS, START));
        }
        assertThat(quota.ask(slot(6), true, LIMITS, START)).isInstanceOf(Quota.Refused.class);
        assertThat(quota.without(slot(0)).ask(slot(6), true, LIMITS, START)).isInstanceOf(Quota.Granted.class);
    }

    @Test
    void asksWithOneCallWhetherXpmIsBackThoughAListIsStillUnderWay() {
        Slot list = new Slot("list", Slot.Purpose.LIST, "run", START);
        Instant over = START.plusSeconds(15);
        Quota out = granted(Quota.UNUSED.ask(list, true, LIMITS, START))
                .out(over, Outcomes.reason("xpm-unavailable", "Practice Manager does not answer."));

        Quota asking = granted(out.ask(slot(1), true, LIMITS, over));

        assertThat(asking.ask(slot(2), true, LIMITS, over)).isInstanceOf(Quota.Refused.class);
        Slot another = new Slot("another", Slot.Purpose.LIST, "another-run", over);
        assertThat(out.ask(another, true, LIMITS, over)).as("a second list").isInstanceOf(Quota.Refused.class);
        assertThat(asking.without(slot(1)).ask(slot(2), true, LIMITS, over)).isInstanceOf(Quota.Granted.class);
    }

    @Test
    void keepsPartOfTheDayForPeople() {
        Limits small = new Limits(
                60, 5, 10, Duration.ofMinutes(1), 0.2, 10_000, Duration.ofSeconds(40), Duration.ofMinutes(15));
        Quota quota = Quota.UNUSED;
        for (int i = 0; i < 8; i++) {
            quota = quota.answered(slot(i), 100, small, START);
        }
        assertThat(quota.ask(slot(9), false, small, START)).isInstanceOf(Quota.Refused.class);
        assertThat(quota.ask(slot(9), true, small, START)).isInstanceOf(Quota.Granted.class);
        assertThat(quota.ask(slot(9), false, small, START.plus(Duration.ofHours(25))))
                .isInstanceOf(Quota.Granted.class);
    }

    @Test
    void believesXpmWhenItSaysLessIsLeft() {
        Quota quota = Quota.UNUSED.corrected(said(1), LIMITS, START);

        assertThat(quota.minuteLeft(LIMITS, START)).isOne();
        assertThat(quota.corrected(said(50), LIMITS, START).minuteLeft(LIMITS, START))
                .isOne();
        assertThat(quota.minuteLeft(LIMITS, START.plusSeconds(61))).isEqualTo(60);
    }

    /** The starter plan has a thousand calls a day: a fifth of them is for people, not of what we thought. */
    @Test
    void keepsPartOfASmallerDayForPeople() {
        Quota quota = Quota.UNUSED
                .answered(slot(0), 100, LIMITS, START)
                .corrected(new Allowance(null, 999, null, null), LIMITS, START);

        assertThat(quota.dayLeft(LIMITS)).isEqualTo(999);
        assertThat(quota.ask(slot(1), false, LIMITS, START)).isInstanceOf(Quota.Granted.class);
        for (int i = 1; i < 800; i++) {
            quota = quota.answered(slot(i), 100, LIMITS, START)
                    .corrected(new Allowance(null, 999 - i, null, null), LIMITS, START);
        }
        Instant later = START.plusSeconds(90);
        assertThat(quota.ask(slot(800), false, LIMITS, later)).isInstanceOf(Quota.Refused.class);
        assertThat(quota.ask(slot(800), true, LIMITS, later)).isInstanceOf(Quota.Granted.class);
    }

    @Test
    void waitsAsLongAsXpmAsked() {
        Quota quota = Quota.UNUSED.paused(START.plusSeconds(90), Outcomes.reason("throttled", "Wait."));

        assertThat(quota.ask(slot(1), true, LIMITS, START.plusSeconds(89))).isInstanceOf(Quota.Refused.class);
        assertThat(quota.ask(slot(1), true, LIMITS, START.plusSeconds(90))).isInstanceOf(Quota.Granted.class);
    }

    @Test
    void goesOnWhenXpmSaysWithOneCallAheadWhateverAnswersFromBeforeSay() {
        Slot before = slot(1);
        Instant free = START.plusSeconds(22);
        Quota refused =
                granted(Quota.UNUSED.ask(before, true, LIMITS, START)).out(free, Outcomes.reason("throttled", "Wait."));
        Quota late = refused.answered(before, 100, LIMITS, START.plusSeconds(1))
                .reached(before)
                .corrected(new Allowance(0, 0, null, null), LIMITS, START.plusSeconds(1));
        Slot ahead = new Slot("ahead", Slot.Purpose.READ, "c-1", free);

        assertThat(late.ask(ahead, true, LIMITS, free.minusMillis(1))).isInstanceOf(Quota.Refused.class);
        Quota asking = granted(late.ask(ahead, true, LIMITS, free));
        assertThat(asking.ask(slot(3), true, LIMITS, free)).isInstanceOf(Quota.Refused.class);

        Quota told = asking.answered(ahead, 100, LIMITS, free).reached(ahead).corrected(said(0), LIMITS, free);
        assertThat(told.ask(slot(3), true, LIMITS, free.plusSeconds(38))).isInstanceOf(Quota.Refused.class);
        assertThat(told.ask(slot(3), true, LIMITS, free.plusSeconds(61))).isInstanceOf(Quota.Granted.class);
    }

    @Test
    void aShorterPauseDoesNotEndALongerOne() {
        Quota quota = Quota.UNUSED
                .paused(START.plusSeconds(90), Outcomes.reason("throttled", "Wait."))
                .paused(START.plusSeconds(10), Outcomes.reason("throttled", "Wait."));

        assertThat(quota.ask(slot(1), true, LIMITS, START.plusSeconds(20))).isInstanceOf(Quota.Refused.class);
    }

    /** Asks as often as it may, with answers that take from nothing to three seconds. */
    private static List<Made> busyFor(Duration length, Random chance) {
        List<Made> made = new ArrayList<>();
        PriorityQueue<Made> inProgress = new PriorityQueue<>(Comparator.comparing(Made::to));
        Quota quota = Quota.UNUSED;
        int number = 0;
        for (Instant now = START; now.isBefore(START.plus(length)); now = now.plusMillis(7)) {
            while (!inProgress.isEmpty() && !inProgress.peek().to().isAfter(now)) {
                Made ended = inProgress.poll();
                quota = quota.answered(ended.slot(), 100, LIMITS, now);
                made.add(new Made(ended.slot(), ended.from(), now));
            }
            Slot slot = slot(number++);
            if (quota.ask(slot, true, LIMITS, now) instanceof Quota.Granted granted) {
                quota = granted.quota();
                inProgress.add(new Made(slot, now, now.plusMillis(chance.nextInt(3_000))));
            }
        }
        return made;
    }

    private static int mostInAWindow(List<Instant> moments) {
        List<Instant> sorted = moments.stream().sorted().toList();
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.size(); last++) {
            while (!sorted.get(first).plus(LIMITS.window()).isAfter(sorted.get(last))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    private static Quota granted(Quota.Asked asked) {
        return switch (asked) {
            case Quota.Granted granted -> granted.quota();
            case Quota.Refused refused ->
                throw new AssertionError(refused.reason().getText());
        };
    }

    private static Slot slot(int number) {
        return new Slot("slot-" + number, Slot.Purpose.READ, "c-1", START);
    }

    private static Allowance said(int minuteLeft) {
        return new Allowance(minuteLeft, null, null, null);
    }
}
