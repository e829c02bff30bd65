package com.nowinfinity.xpm.benchmarks.suite;

import com.nowinfinity.xpm.benchmarks.BenchOptions;
import com.nowinfinity.xpm.benchmarks.figures.Figures;
import com.nowinfinity.xpm.benchmarks.figures.Result;
import com.nowinfinity.xpm.benchmarks.lab.Collector;
import com.nowinfinity.xpm.benchmarks.lab.Company;
import com.nowinfinity.xpm.benchmarks.lab.Connector;
import com.nowinfinity.xpm.benchmarks.lab.Engine;
import com.nowinfinity.xpm.benchmarks.lab.Lab;
import com.nowinfinity.xpm.benchmarks.lab.LabSettings;
import com.nowinfinity.xpm.benchmarks.lab.Pauses;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.simulator.judge.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One change at a time on an idle system that has been at work for a while: from the portal's 202 to the first byte at
 * XPM. The bar is absolute, for the median of the rounds; what the baseline needs stands beside it. Broker and database
 * hardly stop to collect garbage: MongoDB would not, nor a broker that is set up for it.
 */
final class Latency {

    /** Without a break: until then the services are still being compiled beside their work. */
    private static final int WARM_UP = 2_000;

    /** As they are measured. */
    private static final int REHEARSED = 100;

    private static final int MEASURED = 300;
    private static final long IDLE_MILLIS = 40;
    private static final double MOST_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Latency() {}

    static Result run(BenchOptions options, Consumer<String> say) {
        Rounds<List<Double>> waits = Rounds.of(options.roundsOr(Rounds.USUAL), engine -> measure(options, engine, say));
        Map<String, Object> ours = figures(waits.ours());
        return new Result(
                Suite.LATENCY.title(),
                ours,
                figures(waits.plain()),
                null,
                "p99 under 50 ms",
                p99s(waits.ours()).median() < MOST_MILLIS);
    }

    private static List<Double> measure(BenchOptions options, Engine engine, Consumer<String> say) {
        LabSettings settings = LabSettings.of(
                        options.repository(), engine, 1, WARM_UP + REHEARSED + MEASURED, options.seed())
                .withLimits(new Limits(1_000_000, 5, 1_000_000, 1_000_000, Duration.ofMinutes(1)))
                .withServers(Collector.Z);
        try (Lab lab = Lab.start(settings, say)) {
            lab.introduce();
            Connector connector = lab.openConnector(lab.businesses());
            List<Company> companies = lab.businesses().getFirst().companies();
            warmUp(lab, connector, companies.subList(0, WARM_UP));
            List<Double> waits = new ArrayList<>();
            for (Company company : companies.subList(WARM_UP, companies.size())) {
                waits.add(wait(lab, connector, company));
                Pauses.of(IDLE_MILLIS);
            }
            List<Double> measured = List.copyOf(waits.subList(REHEARSED, waits.size()));
            Figures figures = Figures.of(measured);
            say.accept("%s: p50 %.1f ms, p99 %.1f ms".formatted(engine, figures.median(), figures.percentile(99)));
            return measured;
        }
    }

    private static Figures p99s(List<List<Double>> rounds) {
        return Figures.of(
                rounds.stream().map(round -> Figures.of(round).percentile(99)).toList());
    }

    private static Map<String, Object> figures(List<List<Double>> rounds) {
        Figures all = Figures.of(rounds.stream().flatMap(List::stream).toList());
        Figures p99s = p99s(rounds);
        return Map.of(
                "rounds", rounds.size(),
                "changes", all.count(),
                "p50Millis", all.median(),
                "p99Millis", p99s.median(),
                "p99MillisOfAllRounds", all.percentile(99),
                "p99MillisOfBestRound", p99s.min(),
                "p99MillisOfWorstRound", p99s.max(),
                "maxMillis", all.max());
    }

    private static void warmUp(Lab lab, Connector connector, List<Company> companies) {
        companies.forEach(company -> post(lab, connector, company));
        lab.await(
                "the warm-up is at XPM",
                () -> companies.stream()
                        .allMatch(company -> firstCall(lab, company).isPresent()));
    }

    private static double wait(Lab lab, Connector connector, Company company) {
        post(lab, connector, company);
        Instant accepted = lab.clock().instant();
        lab.await(
                "the change of " + company.entityId() + " is at XPM",
                PATIENCE,
                () -> firstCall(lab, company).isPresent());
        Instant arrived = firstCall(lab, company).orElseThrow();
        // It may leave before the 202 has come back to us: then nobody waited.
        return Math.max(0, Duration.between(accepted, arrived).toNanos() / 1e6);
    }

    private static void post(Lab lab, Connector connector, Company company) {
        int status = connector.post(
                company.changed(2, ChangeCause.CORPORATE_MESSENGER, lab.clock().instant()));
        if (status != 202) {
            throw new IllegalStateException("connector-service answers " + status);
        }
    }

    private static Optional<Instant> firstCall(Lab lab, Company company) {
        return lab.effects().firstCall(company.clientId());
    }
}
