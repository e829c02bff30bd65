package com.nowinfinity.xpm.worker.limits;

import com.nowinfinity.xpm.api.Allowance;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is used of an organisation's limits. A value; every step makes a new one. A call counts from the moment its slot
 * is taken until a window after its answer, so that no strict rolling window can see one too many, whichever moment of
 * a call XPM counts.
 *
 * @param answered when calls were answered, within the last window, oldest first
 * @param open slots taken and not given back
 * @param day calls by the start of their five minutes, within the last day
 * @param others what XPM allows less than we knew, as {@code day}: others use it too, or the plan has a smaller limit
 * @param bytes bytes received, as {@code day}
 * @param pausedUntil nothing is sent before; null while nothing holds us
 * @param probing XPM did not answer, or refused: one call at a time until it does, beside lists that are under way
 */
public record Quota(
        List<Instant> answered,
        List<Slot> open,
        Map<Instant, Integer> day,
        Map<Instant, Integer> others,
        Map<Instant, Long> bytes,
        @Nullable Instant pausedUntil,
        @Nullable Reason pause,
        boolean probing) {

    public static final Quota UNUSED = new Quota(List.of(), List.of(), Map.of(), Map.of(), Map.of(), null, null, false);

    /** How far two workers' clocks may be apart without a call too many after a hand-over. */
    public static final Duration CLOCKS_APART = Duration.ofMillis(250);

    private static final Duration BUCKET = Duration.ofMinutes(5);
    private static final Duration DAY = Duration.ofDays(1);

    /** What asking for a slot gives. */
    public sealed interface Asked {}

    /** The slot, and the quota with it taken. */
    public record Granted(Quota quota, Slot slot) implements Asked {

        private static Granted of(Quota before, Slot slot) {
            List<Slot> more = new ArrayList<>(before.open);
            more.add(slot);
            return new Granted(before.withOpen(more), slot);
        }

        /** Taken only then: what else a call needs may have been waited for. */
        public Granted at(Instant time) {
            return of(quota.without(slot), new Slot(slot.id(), slot.purpose(), slot.subject(), time));
        }
    }

    /**
     * Not now.
     *
     * @param until when to ask again; null when a slot that is open has to come back first
     * @param brief whether it is a matter of at most a window
     * @param reserve whether an interactive call would have been granted out of the day's reserve
     */
    public record Refused(@Nullable Instant until, boolean brief, boolean reserve, Reason reason) implements Asked {}

    /** @param interactive whether a person waits for it, who may use the reserve of the day */
    public Asked ask(Slot slot, boolean interactive, Limits limits, Instant now) {
        Quota current = forget(limits, now);
        Optional<Refused> held = current.heldNow(interactive, limits, now);
        if (held.isPresent()) {
            return held.get();
        }
        if (current.open.size() >= limits.concurrent() || (current.probing && current.isAskedBeside(slot))) {
            return new Refused(
                    null, true, false, Outcomes.reason("busy", "As many calls as XPM allows are in progress."));
        }
        if (current.answered.size() + current.open.size() >= limits.perMinute()) {
            return new Refused(
                    current.answered.isEmpty()
                            ? null
                            : current.answered.getFirst().plus(limits.window()),
                    true,
                    false,
                    Outcomes.reason("minute-used-up", "The calls that XPM allows in a minute are used up."));
        }
        return Granted.of(current, slot);
    }

    /** What holds every call up, or every call that nobody waits for: a pause, or a day that is used up. */
    public Optional<Refused> held(boolean interactive, Limits limits, Instant now) {
        return forget(limits, now).heldNow(interactive, limits, now);
    }

    private Optional<Refused> heldNow(boolean interactive, Limits limits, Instant now) {
        if (pausedUntil != null && pausedUntil.isAfter(now)) {
            boolean brief = !pausedUntil.isAfter(now.plus(limits.window()));
            Reason reason = Objects.requireNonNullElseGet(
                    pause, () -> Outcomes.reason("paused", "Practice Manager asked us to wait."));
            return Optional.of(new Refused(pausedUntil, brief, false, reason));
        }
        int used = callsInDay() + open.size();
        int allowed = limits.perDay() - sum(others);
        if (used < (interactive ? allowed : allowed * (1 - limits.dayReserve()))) {
            return Optional.empty();
        }
        boolean reserve = used < allowed;
        Reason reason = reserve
                ? Outcomes.reason(
                        "kept-for-people",
                        "What is left of the calls that Practice Manager allows in a day is kept for people.")
                : Outcomes.reason("day-used-up", "The calls that Practice Manager allows in a day are used up.");
        return Optional.of(new Refused(nextFreeOfDay(now), false, reserve, reason));
    }

    /** A call that was answered, or that may have reached XPM. */
    public Quota answered(Slot slot, long received, Limits limits, Instant now) {
        Quota current = forget(limits, now).without(slot);
        List<Instant> times = new ArrayList<>(current.answered);
        times.add(stored(now));
        times.sort(null);
        Map<Instant, Integer> calls = new TreeMap<>(current.day);
        calls.merge(bucket(now), 1, Integer::sum);
        Map<Instant, Long> traffic = new TreeMap<>(current.bytes);
        traffic.merge(bucket(now), received, Long::sum);
        return new Quota(
                List.copyOf(times),
                current.open,
                calls,
                current.others,
                traffic,
                current.pausedUntil,
                current.pause,
                current.probing);
    }

    /** As {@link #answered}, told by a former owner: by his clock nothing of what others did is forgotten. */
    public Quota leaving(Slot slot, Instant now) {
        List<Instant> times = new ArrayList<>(answered);
        times.add(stored(now.plus(CLOCKS_APART)));
        times.sort(null);
        Map<Instant, Integer> calls = new TreeMap<>(day);
        calls.merge(bucket(now), 1, Integer::sum);
        return new Quota(List.copyOf(times), open, calls, others, bytes, pausedUntil, pause, probing).without(slot);
    }

    /** A call that never left. */
    public Quota without(Slot slot) {
        return withOpen(
                open.stream().filter(taken -> !taken.id().equals(slot.id())).toList());
    }

    /**
     * XPM says less is left than we thought: somebody else uses it too, or we forgot. After a pause the one call says it
     * that goes ahead, not those that were under way before.
     */
    public Quota corrected(Allowance allowance, Limits limits, Instant now) {
        if (probing) {
            return this;
        }
        Quota current = forget(limits, now);
        List<Instant> times = new ArrayList<>(current.answered);
        if (allowance.minuteLeft() != null) {
            for (int left = limits.perMinute() - times.size() - open.size(); left > allowance.minuteLeft(); left--) {
                times.add(stored(now));
            }
        }
        Map<Instant, Integer> gone = new TreeMap<>(current.others);
        if (allowance.dayLeft() != null) {
            int missing = current.dayLeft(limits) - open.size() - allowance.dayLeft();
            if (missing > 0) {
                gone.merge(bucket(now), missing, Integer::sum);
            }
        }
        return new Quota(List.copyOf(times), open, current.day, gone, current.bytes, pausedUntil, pause, probing);
    }

    /** As seen by another clock, which may be behind the one that wrote the times by as much as {@code error}. */
    public Quota seenFrom(Duration error, Instant now) {
        List<Instant> times = answered.stream()
                .map(time -> time.plus(error))
                .map(time -> time.isAfter(now) ? now : time)
                .sorted()
                .toList();
        return new Quota(times, open, day, others, bytes, pausedUntil, pause, probing);
    }

    /** XPM does not answer, or refuses: when it is time to ask again, one call goes ahead. */
    public Quota out(Instant until, Reason reason) {
        return paused(until, reason).probing(true);
    }

    /** XPM has answered; a call that left before the pause says nothing of afterwards. */
    public Quota reached(Slot slot) {
        return pausedUntil != null && slot.takenAt().isBefore(pausedUntil) ? this : probing(false);
    }

    public Quota paused(Instant until, Reason reason) {
        return pausedUntil != null && pausedUntil.isAfter(until)
                ? this
                : new Quota(answered, open, day, others, bytes, until, reason, probing);
    }

    /** Ours. */
    public int callsInDay() {
        return sum(day);
    }

    public int dayLeft(Limits limits) {
        return Math.max(0, limits.perDay() - sum(others) - callsInDay());
    }

    public long bytesInDay() {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }

    public int minuteLeft(Limits limits, Instant now) {
        Quota current = forget(limits, now);
        return Math.max(0, limits.perMinute() - current.answered.size() - current.open.size());
    }

    /** Nobody waits for the list of a whole practice, which may take many minutes, to tell whether XPM answers. */
    private boolean isAskedBeside(Slot slot) {
        return open.stream()
                .anyMatch(other -> slot.purpose() == Slot.Purpose.LIST || other.purpose() != Slot.Purpose.LIST);
    }

    private Quota probing(boolean only) {
        return new Quota(answered, open, day, others, bytes, pausedUntil, pause, only);
    }

    private Quota withOpen(List<Slot> slots) {
        return new Quota(answered, List.copyOf(slots), day, others, bytes, pausedUntil, pause, probing);
    }

    private Quota forget(Limits limits, Instant now) {
        List<Instant> recent = answered.stream()
                .filter(time -> time.plus(limits.window()).isAfter(now))
                .toList();
        return new Quota(
                recent, open, recent(day, now), recent(others, now), recent(bytes, now), pausedUntil, pause, probing);
    }

    private static <T> Map<Instant, T> recent(Map<Instant, T> byStart, Instant now) {
        Map<Instant, T> recent = new TreeMap<>(byStart);
        recent.keySet().removeIf(start -> isOver(start, now));
        return recent;
    }

    private static int sum(Map<Instant, Integer> calls) {
        return calls.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The store keeps milliseconds; a call must not be forgotten the fraction too early that it cuts off. */
    private static Instant stored(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
    }

    private Instant nextFreeOfDay(Instant now) {
        return Stream.concat(day.keySet().stream(), others.keySet().stream())
                .min(Instant::compareTo)
                .orElse(now)
                .plus(DAY)
                .plus(BUCKET);
    }

    private static boolean isOver(Instant start, Instant now) {
        // A bucket counts until the last call in it can be a day old.
        return !start.plus(DAY).plus(BUCKET).isAfter(now);
    }

    private static Instant bucket(Instant now) {
        long seconds = BUCKET.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
    }
}
