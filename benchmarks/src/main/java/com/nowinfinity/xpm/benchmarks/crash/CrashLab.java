package com.nowinfinity.xpm.benchmarks.crash;

import com.nowinfinity.xpm.benchmarks.BenchOptions;
import com.nowinfinity.xpm.benchmarks.figures.Figures;
import com.nowinfinity.xpm.benchmarks.figures.Result;
import com.nowinfinity.xpm.benchmarks.lab.Connector;
import com.nowinfinity.xpm.benchmarks.lab.Engine;
import com.nowinfinity.xpm.benchmarks.lab.Lab;
import com.nowinfinity.xpm.benchmarks.lab.LabProcess;
import com.nowinfinity.xpm.benchmarks.lab.LabSettings;
import com.nowinfinity.xpm.bus.EventSubscription;
import com.nowinfinity.xpm.simulator.judge.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Two workers, connector-service, broker, registry and database as processes, the simulator as the judge. A driver
 * kills, holds and restarts them by a seed while people edit and push. Whatever ends by itself meanwhile, because
 * something that it needs to start is down, is started again. At the end every accepted event has one outcome, XPM holds
 * the newest of everything, nothing twice, and no limit was broken.
 */
public final class CrashLab {

    private static final int BUSINESSES = 6;
    private static final int COMPANIES = 12;
    private static final int WORKERS = 2;
    private static final int PARTITIONS = 24;
    private static final Duration CALL = Duration.ofMillis(80);
    private static final Duration SETTLING = Duration.ofMinutes(4);

    private CrashLab() {}

    public static Result run(BenchOptions options, Consumer<String> say) {
        return run(options.repository(), options.seed(), Duration.ofMinutes(options.minutes()), say);
    }

    /** @param length how long it rains blows; starting, settling and judging come on top */
    @SuppressWarnings("try") // hearing ends with the block
    static Result run(Path repository, long seed, Duration length, Consumer<String> say) {
        // A minute of ten seconds, with what it allows scaled alike.
        Limits limits = new Limits(60, 5, 1_000_000, 1_000_000, Duration.ofSeconds(10));
        LabSettings settings = LabSettings.of(repository, Engine.OURS, BUSINESSES, COMPANIES, seed)
                .withWorkers(WORKERS)
                .withPartitions(PARTITIONS)
                .withLimits(limits)
                .withLatency(() -> CALL);
        Outcomes outcomes = new Outcomes();
        try (Lab lab = Lab.start(settings, say);
                EventSubscription hearing = outcomes.hear(lab.bus())) {
            lab.introduce();
            Connector connector = lab.openConnector(lab.businesses());
            List<LabProcess> all =
                    Stream.concat(lab.workers().stream(), lab.others().stream()).toList();
            all.forEach(LabProcess::supervise);
            Recovery recovery = new Recovery(lab);
            Chaos chaos = new Chaos(seed, lab.workers(), lab.others(), say);
            List<Accepted> accepted;
            Instant end;
            try (Load load = new Load(lab, connector, seed)) {
                chaos.rage(length, victim -> recovery.killed());
                load.end();
                end = lab.clock().instant();
                accepted = load.accepted();
            } catch (RuntimeException e) {
                lab.keepFolder();
                throw e;
            }
            Lab.holdsWithin(
                    SETTLING,
                    () -> outcomes.lost(accepted).isEmpty()
                            && Verdict.stale(lab, accepted, outcomes).isEmpty());
            Verdict verdict = Verdict.of(lab, accepted, outcomes);
            if (!verdict.clean()) {
                say.accept("seed " + seed + ": " + verdict);
                outcomes.lost(accepted).forEach(one -> say.accept("  lost: " + one));
                Verdict.stale(lab, accepted, outcomes)
                        .forEach((company, what) -> say.accept("  stale: " + company.entityId() + " has " + what));
                lab.keepFolder();
            }
            outcomes.parked(accepted).forEach((one, code) -> say.accept("  parked, " + code + ": " + one));
            List<String> ends =
                    all.stream().flatMap(process -> process.ends().stream()).toList();
            ends.forEach(sentence -> say.accept("  " + sentence));
            Figures recovered = Figures.of(recovery.millis(end));
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("lost", verdict.lost() + verdict.ambiguous() + verdict.stale());
            figures.put("doubled", verdict.doubled());
            figures.put("limitsBroken", verdict.limitsBroken());
            figures.put("parked", verdict.parked());
            figures.put("accepted", accepted.size());
            figures.put("blows", chaos.blows());
            figures.put("longestHoldMillis", chaos.longestHold().toMillis());
            figures.put("endedByThemselves", ends.size());
            figures.put("seed", seed);
            figures.put("seconds", length.toSeconds());
            figures.put("recoveredMedianMillis", recovered.count() == 0 ? null : recovered.median());
            figures.put("recoveredMaxMillis", recovered.count() == 0 ? null : recovered.max());
            return new Result(
                    "crash",
                    figures,
                    null,
                    null,
                    "0 lost, 0 doubled, 0 limits broken, at most 1 in 50 left to people",
                    verdict.clean());
        }
    }
}
