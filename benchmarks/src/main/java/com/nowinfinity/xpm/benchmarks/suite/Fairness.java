package com.nowinfinity.xpm.benchmarks.suite;

import com.nowinfinity.xpm.benchmarks.BenchOptions;
import com.nowinfinity.xpm.benchmarks.figures.Figures;
import com.nowinfinity.xpm.benchmarks.figures.Result;
import com.nowinfinity.xpm.benchmarks.lab.Business;
import com.nowinfinity.xpm.benchmarks.lab.Company;
import com.nowinfinity.xpm.benchmarks.lab.Effects;
import com.nowinfinity.xpm.benchmarks.lab.Engine;
import com.nowinfinity.xpm.benchmarks.lab.Lab;
import com.nowinfinity.xpm.benchmarks.lab.LabSettings;
import com.nowinfinity.xpm.benchmarks.lab.Pauses;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Fifty businesses: one changes 2,000 companies at once, the others about twenty each within a minute. How long do the
 * quiet ones wait? The baseline is cut off once its result is beyond 200 times ours; what has not arrived then counts
 * with the time it has waited, a lower bound.
 */
final class Fairness {

    private static final int QUIET = 49;
    private static final int BUSY_CHANGES = 2_000;
    private static final int QUIET_CHANGES = 20;
    private static final int PARTITIONS = 6;
    private static final Duration CALL = Duration.ofMillis(300);
    private static final Duration SPREAD = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofMinutes(6);
    private static final double BETTER = 100;
    private static final double MOST_MILLIS = 3_000;
    private static final int CUT_OFF = 200;
    private static final int SLOWEST = 20;

    private Fairness() {}

    static Result run(BenchOptions options, Consumer<String> say) {
        Figures ours = measure(options, Engine.OURS, LONGEST, say);
        Duration cutOff =
                Duration.ofMillis((long) (ours.percentile(99) * CUT_OFF)).plus(SPREAD);
        Figures plain = measure(options, Engine.PLAIN, cutOff.compareTo(LONGEST) < 0 ? cutOff : LONGEST, say);
        double ratio = plain.percentile(99) / ours.percentile(99);
        return new Result(
                Suite.FAIRNESS.title(),
                figures(ours),
                figures(plain),
                ratio,
                "quiet businesses' p99 at least 100 times better than plain, and under 3 s",
                ratio >= BETTER && ours.percentile(99) < MOST_MILLIS);
    }

    private static Figures measure(BenchOptions options, Engine engine, Duration atMost, Consumer<String> say) {
        List<Integer> companies = new ArrayList<>(Collections.nCopies(QUIET + 1, QUIET_CHANGES));
        companies.set(0, BUSY_CHANGES);
        LabSettings settings = LabSettings.of(options.repository(), engine, QUIET + 1, QUIET_CHANGES, options.seed())
                .withCompanies(companies)
                .withPartitions(PARTITIONS)
                .withLatency(() -> CALL);
        say.accept(engine + ": starting");
        try (Lab lab = Lab.start(settings, say)) {
            lab.introduce();
            // What linking took of the minute is free again.
            if (engine == Engine.OURS) {
                Pauses.of(Duration.ofSeconds(61).toMillis());
            }
            return measure(lab, options.seed(), atMost, say);
        }
    }

    private record Planned(Company company, long afterMillis) {}

    private static Figures measure(Lab lab, long seed, Duration atMost, Consumer<String> say) {
        Business busy = lab.businesses().getFirst();
        busy.companies()
                .forEach(company -> lab.bus()
                        .send(
                                Topics.ENTITY_CHANGED,
                                company.changed(
                                        2,
                                        ChangeCause.CORPORATE_MESSENGER,
                                        lab.clock().instant())));
        Random random = new Random(seed);
        List<Planned> planned = new ArrayList<>();
        lab.businesses().stream()
                .skip(1)
                .flatMap(business -> business.companies().stream())
                .forEach(company -> planned.add(new Planned(company, random.nextLong(SPREAD.toMillis()))));
        planned.sort((one, other) -> Long.compare(one.afterMillis(), other.afterMillis()));
        Map<String, Instant> published = new HashMap<>();
        Instant first = lab.clock().instant();
        long began = System.nanoTime();
        for (Planned next : planned) {
            Pauses.until(began + Duration.ofMillis(next.afterMillis()).toNanos());
            Instant at = lab.clock().instant();
            lab.bus().send(Topics.ENTITY_CHANGED, next.company().changed(2, ChangeCause.CORPORATE_MESSENGER, at));
            published.put(next.company().clientId(), at);
        }
        Lab.holdsWithin(atMost, () -> missing(lab, published) == 0);
        Instant end = lab.clock().instant();
        Map<String, Instant> arrived = new HashMap<>();
        lab.effects().writes().forEach(write -> arrived.putIfAbsent(write.clientId(), write.at()));
        say.accept("  %d of %d quiet changes arrived"
                .formatted(published.size() - missing(lab, published), published.size()));
        List<Waited> waits = published.entrySet().stream()
                .map(change -> new Waited(
                        Duration.between(first, change.getValue()),
                        Duration.between(change.getValue(), arrived.getOrDefault(change.getKey(), end))))
                .sorted(Comparator.comparing(Waited::lag).reversed())
                .toList();
        say.accept(waits.stream()
                .limit(SLOWEST)
                .map(waited -> "%d ms (at %d)"
                        .formatted(waited.lag().toMillis(), waited.sentAfter().toMillis()))
                .collect(Collectors.joining(", ", "  the slowest, and when in the minute they were sent: ", "")));
        return Figures.of(waits.stream().map(waited -> waited.lag().toMillis()).toList());
    }

    private record Waited(Duration sentAfter, Duration lag) {}

    private static long missing(Lab lab, Map<String, Instant> published) {
        long arrived = lab.effects().writes().stream()
                .map(Effects.Write::clientId)
                .filter(published::containsKey)
                .distinct()
                .count();
        return published.size() - arrived;
    }

    private static Map<String, Object> figures(Figures waits) {
        return Map.of(
                "changes", waits.count(),
                "p50Millis", waits.median(),
                "p99Millis", waits.percentile(99),
                "maxMillis", waits.max());
    }
}
