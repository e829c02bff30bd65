package com.nowinfinity.xpm.worker.simulation;

import com.nowinfinity.xpm.api.Allowance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts calls as strictly as anybody can: each may count at any moment between its departure and its answer, or the
 * moment its caller gave it up.
 */
final class Judge {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    /** A slot may be this old when its call leaves, and a refusal takes a moment to be noted. */
    private static final Duration LEAVING = Duration.ofSeconds(6);

    final List<String> violations = new ArrayList<>();

    private final Scheduler scheduler;
    private final Allowed allowed;
    private final Map<String, Count> counts = new HashMap<>();
    private final Map<String, Silence> silences = new HashMap<>();
    int calls;
    private final Map<String, List<Instant>> departures = new HashMap<>();

    /** What XPM allows; {@code app} is for all organisations together. */
    record Allowed(int perMinute, int concurrent, int perDay, int app) {}

    Judge(Scheduler scheduler, Allowed allowed) {
        this.scheduler = scheduler;
        this.allowed = allowed;
    }

    private record Silence(Instant from, Instant until) {}

    private static final class Count {
        private int flying;
        private final Deque<Long> landedInMinute = new ArrayDeque<>();
        private final Deque<Long> landedInDay = new ArrayDeque<>();

        private void land(long now) {
            flying--;
            landedInMinute.add(now);
            landedInDay.add(now);
        }

        private int within(Deque<Long> landed, Duration window, long now) {
            while (!landed.isEmpty() && now - landed.peek() >= window.toNanos()) {
                landed.poll();
            }
            return landed.size() + flying;
        }
    }

    /** A call leaves; returns what to run when it has come back. */
    Runnable depart(String tenantId) {
        calls++;
        departures.computeIfAbsent(tenantId, id -> new ArrayList<>()).add(scheduler.now());
        long now = scheduler.nanos();
        Count count = counts.computeIfAbsent(tenantId, id -> new Count());
        Count app = counts.computeIfAbsent("", id -> new Count());
        Silence silence = silences.get(tenantId);
        if (silence != null
                && scheduler.now().isAfter(silence.from())
                && scheduler.now().isBefore(silence.until())) {
            violated("a call of %s, which was asked to wait until %s".formatted(tenantId, silence.until()));
        }
        count.flying++;
        app.flying++;
        check(count.flying, allowed.concurrent(), tenantId + " at once");
        check(count.within(count.landedInMinute, MINUTE, now), allowed.perMinute(), tenantId + " in a minute");
        check(count.within(count.landedInDay, DAY, now), allowed.perDay(), tenantId + " in a day");
        check(app.within(app.landedInMinute, MINUTE, now), allowed.app(), "the app within a minute");
        boolean[] landed = new boolean[1];
        return () -> {
            if (!landed[0]) {
                landed[0] = true;
                count.land(scheduler.nanos());
                app.land(scheduler.nanos());
            }
        };
    }

    /** What is left of each limit, as XPM would count it, or less. */
    Allowance left(String tenantId, int less) {
        long now = scheduler.nanos();
        Count count = counts.computeIfAbsent(tenantId, id -> new Count());
        Count app = counts.computeIfAbsent("", id -> new Count());
        return new Allowance(
                Math.max(0, allowed.perMinute() - count.within(count.landedInMinute, MINUTE, now) - less),
                Math.max(0, allowed.perDay() - count.within(count.landedInDay, DAY, now) - less),
                Math.max(0, allowed.app() - app.within(app.landedInMinute, MINUTE, now) - less),
                null);
    }

    /** A refusal has arrived: once those calls are gone that were leaving just then, nobody calls until the time is over. */
    void silence(String tenantId, Duration retryAfter) {
        Instant now = scheduler.now();
        silences.merge(
                tenantId,
                new Silence(now.plus(LEAVING), now.plus(retryAfter)),
                (standing, news) -> new Silence(
                        standing.until().isBefore(now) ? news.from() : standing.from(),
                        standing.until().isAfter(news.until()) ? standing.until() : news.until()));
    }

    /** When calls for an organisation left, in their order. */
    List<Instant> departures(String tenantId) {
        return departures.getOrDefault(tenantId, List.of());
    }

    void violated(String what) {
        violations.add(what + " at " + scheduler.now());
    }

    private void check(int made, int most, String what) {
        if (made > most) {
            violated("%d calls of %s where %d are allowed".formatted(made, what, most));
        }
    }
}
