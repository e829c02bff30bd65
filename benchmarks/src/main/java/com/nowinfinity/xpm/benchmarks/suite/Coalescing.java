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
import com.nowinfinity.xpm.simulator.judge.CallRecord;
import com.nowinfinity.xpm.simulator.judge.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * People edit the same companies again and again, spread by Zipf's law, at 1, 3 and 10 times what the quota allows, for
 * a virtual hour. How long until XPM shows an edit or a newer one, and what did it cost? Minute and latencies are scaled
 * together; times are given unscaled. What XPM does not show at the end counts with the time it has waited.
 *
 * <p>A call for each written version would be within the bar whatever is written. So a version that is written although a
 * newer one had come in before the write is counted as overtaken: whoever writes every version in turn is behind as soon
 * as there is more than the quota, and nearly all that it writes is overtaken.
 */
final class Coalescing {

    private static final int SCALE = 20;
    private static final int COMPANIES = 200;
    private static final int PER_MINUTE = 60;
    private static final Duration MINUTE = Duration.ofMinutes(1).dividedBy(SCALE);
    private static final Duration HOUR = Duration.ofHours(1).dividedBy(SCALE);
    private static final Duration CALL = Duration.ofMillis(300).dividedBy(SCALE);
    /** Before the hour, with less than either may send: a call that waits for a compiler looks twenty times as slow. */
    private static final Duration WARMING = Duration.ofMinutes(12).dividedBy(SCALE);

    private static final double WARMING_LOAD = 0.3;
    private static final List<Integer> LOADS = List.of(1, 3, 10);
    private static final int JUDGED = 3;
    private static final double BETTER = 10;
    private static final double MOST_CALLS = 1.05;
    private static final double MOST_OVERTAKEN = 0.05;
    /** What a change may take to come in, and a write to leave. Not scaled: most of it is our own work. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(1);

    private Coalescing() {}

    private record Edit(Company company, long version, Instant at) {}

    private record Measured(Figures lags, long calls, long looks, long states, double overtaken, long refused) {}

    static Result run(BenchOptions options, Consumer<String> say) {
        Map<String, Object> ours = new LinkedHashMap<>();
        Map<String, Object> plain = new LinkedHashMap<>();
        double ratio = 0;
        double callsPerState = 0;
        double overtaken = 0;
        for (int load : LOADS) {
            Measured mine = measure(options, Engine.OURS, load, say);
            Measured theirs = measure(options, Engine.PLAIN, load, say);
            into(ours, load, mine);
            into(plain, load, theirs);
            if (load == JUDGED) {
                ratio = theirs.lags().median() / mine.lags().median();
            }
            callsPerState = Math.max(callsPerState, mine.calls() / (double) mine.states());
            overtaken = Math.max(overtaken, mine.overtaken());
        }
        ours.put("callsPerState", callsPerState);
        ours.put("overtakenShare", overtaken);
        ours.put("scaledBy", SCALE);
        return new Result(
                Suite.COALESCING.title(),
                ours,
                plain,
                ratio,
                "median lag at 3 times the quota at least 10 times better; calls within 5 % of the distinct states written, under 5 % of which a newer one had overtaken before",
                ratio >= BETTER && callsPerState <= MOST_CALLS && overtaken < MOST_OVERTAKEN);
    }

    private static void into(Map<String, Object> figures, int load, Measured measured) {
        String at = "at" + load + "x";
        figures.put(at + "MedianLagSeconds", measured.lags().median());
        figures.put(at + "P99LagSeconds", measured.lags().percentile(99));
        figures.put(at + "Calls", measured.calls());
        figures.put(at + "Looks", measured.looks());
        figures.put(at + "States", measured.states());
        figures.put(at + "OvertakenShare", measured.overtaken());
        figures.put(at + "Refused", measured.refused());
    }

    private static Measured measure(BenchOptions options, Engine engine, int load, Consumer<String> say) {
        LabSettings settings = LabSettings.of(options.repository(), engine, 1, COMPANIES, options.seed())
                .withLimits(new Limits(PER_MINUTE, 5, 1_000_000, 1_000_000, MINUTE))
                .withLatency(() -> CALL);
        try (Lab lab = Lab.start(settings, say)) {
            lab.introduce();
            Edits edits = new Edits(lab, options.seed());
            edits.make(WARMING, WARMING_LOAD);
            Pauses.of(MINUTE.multipliedBy(2).toMillis());
            lab.effects().forget();
            long before = lab.simulator().history().size();
            List<Edit> made = edits.make(HOUR, load);
            Instant end = lab.clock().instant();
            List<CallRecord> calls = lab.simulator().historyAfter(before);
            List<Effects.Write> writes = lab.effects().writes();
            say.accept(
                    "%s at %d times the quota: %d edits, %d calls".formatted(engine, load, made.size(), calls.size()));
            return new Measured(
                    lags(made, writes, end),
                    calls.stream().filter(CallRecord::counted).count(),
                    calls.stream()
                            .filter(call -> call.counted() && call.method().equals("GET"))
                            .count(),
                    writes.stream()
                            .map(write -> write.clientId() + " " + write.version())
                            .distinct()
                            .count(),
                    overtaken(made, writes),
                    calls.stream().filter(call -> call.status() == 429).count());
        }
    }

    /** What people do to the companies of one business. */
    private static final class Edits {
        private final Lab lab;
        private final Business business;
        private final SplittableRandom random;
        private final double[] shares = new double[COMPANIES];
        private final Map<Company, Long> versions = new HashMap<>();

        Edits(Lab lab, long seed) {
            this.lab = lab;
            this.business = lab.businesses().getFirst();
            this.random = new SplittableRandom(seed);
            double sum = 0;
            for (int rank = 0; rank < COMPANIES; rank++) {
                sum += 1.0 / (rank + 1);
                shares[rank] = sum;
            }
        }

        /** @param load how many times the quota */
        List<Edit> make(Duration length, double load) {
            List<Edit> edits = new ArrayList<>();
            long count = Math.round(PER_MINUTE * load * length.toMillis() / MINUTE.toMillis());
            long between = length.toNanos() / count;
            long began = System.nanoTime();
            for (int i = 0; i < count; i++) {
                Pauses.until(began + i * between);
                Company company = business.companies().get(rank());
                long version = versions.merge(company, 1L, Long::sum) + 1;
                Instant at = lab.clock().instant();
                lab.bus().send(Topics.ENTITY_CHANGED, company.changed(version, ChangeCause.CORPORATE_MESSENGER, at));
                edits.add(new Edit(company, version, at));
            }
            return edits;
        }

        private int rank() {
            double point = random.nextDouble(shares[COMPANIES - 1]);
            int rank = 0;
            while (shares[rank] < point) {
                rank++;
            }
            return rank;
        }
    }

    /** The share of writes before which a newer version had come in. */
    private static double overtaken(List<Edit> edits, List<Effects.Write> writes) {
        Map<String, TreeMap<Instant, Long>> newest = new HashMap<>();
        for (Edit edit : edits) {
            newest.computeIfAbsent(edit.company().clientId(), unused -> new TreeMap<>())
                    .put(edit.at(), edit.version());
        }
        long overtaken = writes.stream()
                .filter(write -> {
                    Map.Entry<Instant, Long> known = newest.getOrDefault(write.clientId(), new TreeMap<>())
                            .floorEntry(write.at().minus(ON_THE_WAY));
                    return known != null && known.getValue() > write.version();
                })
                .count();
        return overtaken / (double) Math.max(1, writes.size());
    }

    /** In unscaled seconds. */
    private static Figures lags(List<Edit> edits, List<Effects.Write> writes, Instant end) {
        Map<String, TreeMap<Long, Instant>> shown = new HashMap<>();
        for (Effects.Write write : writes) {
            shown.computeIfAbsent(write.clientId(), unused -> new TreeMap<>()).putIfAbsent(write.version(), write.at());
        }
        return Figures.of(edits.stream()
                .map(edit -> {
                    Instant seen = shown
                            .getOrDefault(edit.company().clientId(), new TreeMap<>())
                            .tailMap(edit.version())
                            .values()
                            .stream()
                            .min(Instant::compareTo)
                            .orElse(end);
                    return Duration.between(edit.at(), seen).toMillis() * SCALE / 1e3;
                })
                .toList());
    }
}
