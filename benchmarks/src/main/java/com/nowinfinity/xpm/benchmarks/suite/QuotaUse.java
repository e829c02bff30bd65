package com.nowinfinity.xpm.benchmarks.suite;

import com.nowinfinity.xpm.benchmarks.BenchOptions;
import com.nowinfinity.xpm.benchmarks.figures.Figures;
import com.nowinfinity.xpm.benchmarks.figures.Result;
import com.nowinfinity.xpm.benchmarks.lab.Business;
import com.nowinfinity.xpm.benchmarks.lab.Engine;
import com.nowinfinity.xpm.benchmarks.lab.Lab;
import com.nowinfinity.xpm.benchmarks.lab.LabSettings;
import com.nowinfinity.xpm.benchmarks.lab.Pauses;
import com.nowinfinity.xpm.benchmarks.lab.SimpleLimiter;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.simulator.judge.CallRecord;
import com.nowinfinity.xpm.simulator.judge.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An endless backlog of one business against a strict rolling minute, answers of 45 to 420 ms. Three organisations in
 * the same run: ours, a token bucket, a fixed window. Minute and latencies are scaled 1 to 2 together; figures of calls
 * need no unscaling, times are given as they would be unscaled.
 */
final class QuotaUse {

    private static final int SCALE = 2;
    private static final int WINDOWS = 5;
    private static final int PER_WINDOW = 60;
    private static final Duration WINDOW = Duration.ofSeconds(60).dividedBy(SCALE);
    private static final double BAR = 0.99;

    private QuotaUse() {}

    static Result run(BenchOptions options, Consumer<String> say) {
        Limits limits = new Limits(PER_WINDOW, 5, 5_000, 10_000, WINDOW);
        int backlog = PER_WINDOW * (WINDOWS + 3);
        LabSettings settings = LabSettings.of(options.repository(), Engine.OURS, 3, backlog, options.seed())
                .withLimits(limits)
                .withLatency(Jitter.between(45 / SCALE, 420 / SCALE, options.seed()));
        try (Lab lab = Lab.start(settings, say)) {
            lab.introduce();
            Business ours = lab.businesses().getFirst();
            for (var company : ours.companies()) {
                lab.bus()
                        .send(
                                Topics.ENTITY_CHANGED,
                                company.changed(
                                        2,
                                        ChangeCause.CORPORATE_MESSENGER,
                                        lab.clock().instant()));
            }
            try (SimpleLimiter bucket =
                            SimpleLimiter.tokenBucket(lab, lab.businesses().get(1));
                    SimpleLimiter fixed =
                            SimpleLimiter.fixedWindow(lab, lab.businesses().get(2))) {
                bucket.start();
                fixed.start();
                // The first window is everybody's start; what follows is the steady state.
                Pauses.of(WINDOW.toMillis());
                Instant from = lab.clock().instant();
                say.accept("measuring %d windows of %s".formatted(WINDOWS, WINDOW));
                Pauses.of(WINDOW.multipliedBy(WINDOWS).toMillis());
                Instant to = lab.clock().instant();
                Use oursUse = use(lab, ours, from, to);
                Figures byWindow = byWindow(lab, ours, from);
                Map<String, Object> plain = new LinkedHashMap<>();
                Use bucketUse = use(lab, lab.businesses().get(1), from, to);
                Use fixedUse = use(lab, lab.businesses().get(2), from, to);
                bucketUse.into(plain, "tokenBucket");
                fixedUse.into(plain, "fixedWindow");
                Map<String, Object> figures = new LinkedHashMap<>();
                oursUse.into(figures, "");
                figures.put("windows", WINDOWS);
                figures.put("usedInWindowMedian", byWindow.median());
                figures.put("usedInWindowMin", byWindow.min());
                figures.put("usedInWindowMax", byWindow.max());
                figures.put("scaledBy", SCALE);
                return new Result(
                        Suite.QUOTA.title(),
                        figures,
                        plain,
                        oursUse.share() / Math.max(bucketUse.share(), fixedUse.share()),
                        "at least 99 % of the allowed calls used, 0 refused",
                        oursUse.share() >= BAR && oursUse.refused() == 0);
            }
        }
    }

    /** @param refusedFor how often by which limit */
    private record Use(long used, Map<String, Long> refusedFor) {

        long refused() {
            return refusedFor.values().stream().mapToLong(Long::longValue).sum();
        }

        double share() {
            return used / (double) (PER_WINDOW * WINDOWS);
        }

        void into(Map<String, Object> figures, String name) {
            figures.put(name + (name.isEmpty() ? "used" : "Used"), used);
            figures.put(name + (name.isEmpty() ? "refused" : "Refused"), refused());
            figures.put(name + (name.isEmpty() ? "refusedFor" : "RefusedFor"), refusedFor);
            figures.put(name + (name.isEmpty() ? "share" : "Share"), share());
        }
    }

    private static Figures byWindow(Lab lab, Business business, Instant from) {
        return Figures.of(IntStream.range(0, WINDOWS)
                .mapToObj(window -> from.plus(WINDOW.multipliedBy(window)))
                .map(begin -> use(lab, business, begin, begin.plus(WINDOW)).used())
                .toList());
    }

    private static Use use(Lab lab, Business business, Instant from, Instant to) {
        List<CallRecord> calls = lab.simulator().history().stream()
                .filter(call -> business.tenantId().equals(call.tenantId()))
                .filter(call -> !call.at().isBefore(from) && call.at().isBefore(to))
                .toList();
        Map<String, Long> refusedFor = calls.stream()
                .filter(call -> call.status() == 429)
                .collect(Collectors.groupingBy(
                        call -> Objects.requireNonNull(call.problem()), TreeMap::new, Collectors.counting()));
        return new Use(calls.stream().filter(CallRecord::counted).count(), refusedFor);
    }
}
