package com.nowinfinity.xpm.benchmarks.suite;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.nowinfinity.xpm.benchmarks.BenchOptions;
import com.nowinfinity.xpm.benchmarks.figures.Figures;
import com.nowinfinity.xpm.benchmarks.figures.Result;
import com.nowinfinity.xpm.benchmarks.lab.Business;
import com.nowinfinity.xpm.benchmarks.lab.Engine;
import com.nowinfinity.xpm.benchmarks.lab.Lab;
import com.nowinfinity.xpm.benchmarks.lab.LabProcess;
import com.nowinfinity.xpm.benchmarks.lab.LabSettings;
import com.nowinfinity.xpm.benchmarks.lab.Pauses;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.simulator.judge.CallRecord;
import com.nowinfinity.xpm.simulator.judge.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/**
 * Two hundred businesses that all have more to send than they may: with 1, 2 and 4 workers, how much of the sum of
 * quotas is used, and how much is lost in the minute in which a worker comes or goes? One laboratory, in which workers
 * come and go. The bar is absolute: no baseline can use more than all.
 *
 * <p>Once a minute, at its own moment, each business gets more to do than it may send in one. If all began at once, all
 * would spend their quota in the same seconds, faster than two processors can, and the result would depend on where
 * those fall.
 *
 * <p>Who pauses early in a minute may still make all its calls before the minute is over. So what a change of workers
 * costs is counted in time: the quota is a number of places, each taken for a minute by a call, and a place that stands
 * free until the next one is lost so long.
 */
final class Scale {

    private static final int BUSINESSES = 200;
    private static final int PER_MINUTE = 60;
    /** Twice what a minute sends. */
    private static final int COMPANIES = 2 * PER_MINUTE;

    private static final int ROUNDS = 3;

    /**
     * Two processors, which also run database, broker and XPM, do some 120 calls a second, and a worker's start keeps
     * them busy for up to a minute, not scaled.
     */
    private static final int SLOWED_BY = 4;

    private static final Duration MINUTE = Duration.ofMinutes(1).multipliedBy(SLOWED_BY);
    private static final Duration CALL = Duration.ofMillis(100).multipliedBy(SLOWED_BY);
    private static final double LEAST_SHARE = 0.95;
    private static final double MOST_LOST = 0.05;
    private static final int REFUSED = 429;

    private final Lab lab;
    private final Consumer<String> say;
    private final Future<?> edits;
    private long edited;

    private Scale(Lab lab, ScheduledExecutorService timer, Consumer<String> say) {
        this.lab = lab;
        this.say = say;
        this.edits = timer.scheduleAtFixedRate(
                this::edit, 0, MINUTE.dividedBy(BUSINESSES).toNanos(), NANOSECONDS);
    }

    static Result run(BenchOptions options, Consumer<String> say) {
        LabSettings settings = LabSettings.of(options.repository(), Engine.OURS, BUSINESSES, COMPANIES, options.seed())
                .withLimits(new Limits(PER_MINUTE, 5, 1_000_000, 1_000_000, MINUTE))
                .withLatency(() -> CALL);
        try (Lab lab = Lab.start(settings, say);
                ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor()) {
            lab.introduce();
            return new Scale(lab, timer, say).measure(options.roundsOr(ROUNDS));
        }
    }

    /** All companies of the business whose turn it is: what waits to be sent becomes newer, not more. */
    private void edit() {
        Business business = lab.businesses().get(Math.toIntExact(edited % BUSINESSES));
        // The first version is what XPM has.
        long version = 2 + edited / BUSINESSES;
        edited++;
        Instant now = lab.clock().instant();
        business.companies()
                .forEach(company -> lab.bus()
                        .send(Topics.ENTITY_CHANGED, company.changed(version, ChangeCause.CORPORATE_MESSENGER, now)));
    }

    /**
     * @param used calls made, as a share of what the quotas allow
     * @param lost how much of their places' time nobody used
     */
    private record Use(double used, double lost) {}

    private Result measure(int rounds) {
        // Until every business has begun.
        Pauses.of(MINUTE.toMillis());
        double one = minute("1 worker", () -> {}).used();
        double two = 0;
        List<Double> comes = new ArrayList<>();
        List<Double> leaves = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            comes.add(minute("one comes", () -> lab.addWorker().awaitUp()).lost());
            if (round == 0) {
                two = minute("2 workers", () -> {}).used();
            }
            leaves.add(
                    minute("one leaves", () -> lab.workers().getLast().close()).lost());
        }
        List.of(lab.addWorker(), lab.addWorker(), lab.addWorker()).forEach(LabProcess::awaitUp);
        Pauses.of(MINUTE.toMillis());
        double four = minute("4 workers", () -> {}).used();
        Figures lostAsOneComes = Figures.of(comes);
        Figures lostAsOneLeaves = Figures.of(leaves);
        long refused = lab.simulator().history().stream()
                .map(CallRecord::status)
                .filter(status -> status == REFUSED)
                .count();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("shareWith1", one);
        figures.put("shareWith2", two);
        figures.put("shareWith4", four);
        into(figures, "lostWhenOneComes", lostAsOneComes);
        into(figures, "lostWhenOneLeaves", lostAsOneLeaves);
        figures.put("refused", refused);
        figures.put("rounds", rounds);
        figures.put("slowedBy", SLOWED_BY);
        return new Result(
                Suite.SCALE.title(),
                figures,
                null,
                null,
                "at least 95 % of the sum of quotas with 1, 2 and 4 workers; under 5 % lost in the minute of a change; none refused",
                Math.min(one, Math.min(two, four)) >= LEAST_SHARE
                        && lostAsOneComes.median() < MOST_LOST
                        && lostAsOneLeaves.median() < MOST_LOST
                        && refused == 0);
    }

    private static void into(Map<String, Object> figures, String name, Figures lost) {
        figures.put(name, lost.median());
        figures.put(name + "Min", lost.min());
        figures.put(name + "Max", lost.max());
    }

    /** Of the minute that begins with the change of workers, if there is one. */
    private Use minute(String when, Runnable change) {
        Instant from = lab.clock().instant();
        change.run();
        Duration took = Duration.between(from, lab.clock().instant());
        if (took.compareTo(MINUTE.dividedBy(2)) > 0) {
            throw new IllegalStateException(
                    "%s took %d s: the minute does not show it".formatted(when, took.toSeconds()));
        }
        Pauses.of(MINUTE.minus(took).toMillis());
        if (edits.isDone()) {
            throw new IllegalStateException("The companies are not edited any more", edits.exceptionNow());
        }
        Use use = use(from, from.plus(MINUTE));
        say.accept("%s (%d s): %.1f %% used, %.1f %% of the places' time lost"
                .formatted(when, took.toSeconds(), use.used() * 100, use.lost() * 100));
        return use;
    }

    private Use use(Instant from, Instant to) {
        Map<String, List<Instant>> calls = lab.simulator().history().stream()
                .filter(call -> call.counted() && call.at().isBefore(to))
                .collect(
                        groupingBy(call -> Objects.requireNonNull(call.tenantId()), mapping(CallRecord::at, toList())));
        long used = calls.values().stream()
                .flatMap(List::stream)
                .filter(at -> !at.isBefore(from))
                .count();
        Places quota = new Places(PER_MINUTE, MINUTE);
        Duration lost = lab.businesses().stream()
                .map(business -> calls.getOrDefault(business.tenantId(), List.of()))
                .map(times -> quota.lost(times.stream().sorted().toList(), from, to))
                .reduce(Duration.ZERO, Duration::plus);
        double places = BUSINESSES * PER_MINUTE;
        return new Use(used / places, lost.toMillis() / places / MINUTE.toMillis());
    }
}
