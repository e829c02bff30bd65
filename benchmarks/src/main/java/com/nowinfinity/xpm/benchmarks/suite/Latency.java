package com.nowinfinity.xpm.benchmarks.suite;

import com.nowinfinity.xpm.benchmarks.BenchOptions;
import com.nowinfinity.xpm.benchmarks.figures.Figures;
import com.nowinfinity.xpm.benchmarks.figures.Result;
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
import java.util.function.Consumer;

/** One change at a time on an idle system: from the portal's 202 to the first byte at XPM. The bar is absolute. */
final class Latency {

    private static final int WARM_UP = 150;
    private static final int MEASURED = 400;
    private static final long IDLE_MILLIS = 40;
    private static final double MOST_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Latency() {}

    static Result run(BenchOptions options, Consumer<String> say) {
        LabSettings settings = LabSettings.of(options.repository(), Engine.OURS, 1, WARM_UP + MEASURED, options.seed())
                .withLimits(new Limits(1_000_000, 5, 1_000_000, 1_000_000, Duration.ofMinutes(1)));
        try (Lab lab = Lab.start(settings, say)) {
            lab.introduce();
            Connector connector = lab.openConnector();
            List<Double> waits = new ArrayList<>();
            for (Company company : lab.businesses().getFirst().companies()) {
                waits.add(wait(lab, connector, company));
                Pauses.of(IDLE_MILLIS);
            }
            Figures figures = Figures.of(waits.subList(WARM_UP, waits.size()));
            return new Result(
                    Suite.LATENCY.title(),
                    Map.of(
                            "changes", figures.count(),
                            "p50Millis", figures.median(),
                            "p99Millis", figures.percentile(99),
                            "maxMillis", figures.max()),
                    null,
                    null,
                    "p99 under 50 ms",
                    figures.percentile(99) < MOST_MILLIS);
        }
    }

    private static double wait(Lab lab, Connector connector, Company company) {
        int status = connector.post(
                company.changed(2, ChangeCause.CORPORATE_MESSENGER, lab.clock().instant()));
        Instant accepted = lab.clock().instant();
        if (status != 202) {
            throw new IllegalStateException("connector-service answers " + status);
        }
        lab.await(
                "the change of " + company.entityId() + " is at XPM",
                PATIENCE,
                () -> lab.effects().firstCall(company.clientId()).isPresent());
        Instant arrived = lab.effects().firstCall(company.clientId()).orElseThrow();
        // It may leave before the 202 has come back to us: then nobody waited.
        return Math.max(0, Duration.between(accepted, arrived).toNanos() / 1e6);
    }
}
