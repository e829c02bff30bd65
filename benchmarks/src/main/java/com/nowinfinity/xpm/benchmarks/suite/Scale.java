package com.nowinfinity.xpm.benchmarks.suite;

import com.nowinfinity.xpm.benchmarks.BenchOptions;
import com.nowinfinity.xpm.benchmarks.figures.Result;
import com.nowinfinity.xpm.benchmarks.lab.Business;
import com.nowinfinity.xpm.benchmarks.lab.Company;
import com.nowinfinity.xpm.benchmarks.lab.Engine;
import com.nowinfinity.xpm.benchmarks.lab.Lab;
import com.nowinfinity.xpm.benchmarks.lab.LabProcess;
import com.nowinfinity.xpm.benchmarks.lab.LabSettings;
import com.nowinfinity.xpm.benchmarks.lab.Lag;
import com.nowinfinity.xpm.benchmarks.lab.Pauses;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.simulator.judge.CallRecord;
import com.nowinfinity.xpm.simulator.judge.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Two hundred businesses that all have more to send than they may: with 1, 2 and 4 workers, how much of the sum of
 * quotas is used, and how much is lost in the minute in which a worker comes or goes? One laboratory, in which workers
 * come and go; before each minute every business gets more to do than it may send until that minute is over. The bar is
 * absolute: no baseline can use more than all.
 */
final class Scale {

    private static final int BUSINESSES = 200;
    private static final int PER_MINUTE = 60;
    /** More than two minutes send. */
    private static final int COMPANIES = 2 * PER_MINUTE + PER_MINUTE / 2;

    /**
     * Two processors, which also run database, broker and XPM, do some 120 calls a second, and a worker's start takes
     * them for 15 s.
     */
    private static final int SLOWED_BY = 5;

    private static final Duration MINUTE = Duration.ofMinutes(1).multipliedBy(SLOWED_BY);
    private static final Duration CALL = Duration.ofMillis(100).multipliedBy(SLOWED_BY);
    private static final double LEAST_SHARE = 0.95;
    private static final double MOST_LOST = 0.05;
    private static final int REFUSED = 429;

    private final Lab lab;
    private final Consumer<String> say;
    private long version = 1;

    private Scale(Lab lab, Consumer<String> say) {
        this.lab = lab;
        this.say = say;
    }

    static Result run(BenchOptions options, Consumer<String> say) {
        LabSettings settings = LabSettings.of(options.repository(), Engine.OURS, BUSINESSES, COMPANIES, options.seed())
                .withLimits(new Limits(PER_MINUTE, 5, 1_000_000, 1_000_000, MINUTE))
                .withLatency(() -> CALL);
        try (Lab lab = Lab.start(settings, say)) {
            lab.introduce();
            return new Scale(lab, say).measure();
        }
    }

    private Result measure() {
        double one = steady("1 worker");
        double comes = changing("one comes", () -> lab.addWorker().awaitUp());
        double two = steady("2 workers");
        double leaves = changing("one leaves", () -> lab.workers().getLast().close());
        LabProcess again = lab.workers().getLast();
        again.start();
        List.of(again, lab.addWorker(), lab.addWorker()).forEach(LabProcess::awaitUp);
        double four = steady("4 workers");
        double lostAsOneComes = two - comes;
        double lostAsOneLeaves = two - leaves;
        long refused = lab.simulator().history().stream()
                .map(CallRecord::status)
                .filter(status -> status == REFUSED)
                .count();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("shareWith1", one);
        figures.put("shareWith2", two);
        figures.put("shareWith4", four);
        figures.put("lostWhenOneComes", lostAsOneComes);
        figures.put("lostWhenOneLeaves", lostAsOneLeaves);
        figures.put("refused", refused);
        figures.put("slowedBy", SLOWED_BY);
        return new Result(
                Suite.SCALE.title(),
                figures,
                null,
                null,
                "at least 95 % of the sum of quotas with 1, 2 and 4 workers; under 5 % lost in the minute of a change; none refused",
                Math.min(one, Math.min(two, four)) >= LEAST_SHARE
                        && Math.max(lostAsOneComes, lostAsOneLeaves) < MOST_LOST
                        && refused == 0);
    }

    /** The share of a minute once a minute has passed. */
    private double steady(String when) {
        load();
        Pauses.of(MINUTE.toMillis());
        return share(lab.clock().instant(), when);
    }

    /** The share of the minute that begins with the change. */
    private double changing(String when, Runnable change) {
        load();
        Instant from = lab.clock().instant();
        change.run();
        long seconds = Duration.between(from, lab.clock().instant()).toSeconds();
        if (seconds > MINUTE.toSeconds() / 2) {
            throw new IllegalStateException("%s took %d s: the minute does not show it".formatted(when, seconds));
        }
        return share(from, when);
    }

    /** One more version of every company, taken in: a minute shows what is sent, and {@link IntakeBurst} how a burst comes in. */
    private void load() {
        version++;
        for (int index = 0; index < COMPANIES; index++) {
            for (Business business : lab.businesses()) {
                Company company = business.companies().get(index);
                lab.bus()
                        .send(
                                Topics.ENTITY_CHANGED,
                                company.changed(
                                        version,
                                        ChangeCause.CORPORATE_MESSENGER,
                                        lab.clock().instant()));
            }
        }
        try (Lag lag = new Lag(lab.brokers(), "sync-worker", List.of(Topics.ENTITY_CHANGED.name()))) {
            lab.await("everything is taken in", () -> lag.records() == 0);
        }
    }

    /** Of what the quotas allow in the minute from then on. */
    private double share(Instant from, String when) {
        Instant to = from.plus(MINUTE);
        Pauses.of(Math.max(0, Duration.between(lab.clock().instant(), to).toMillis()));
        long used = lab.simulator().history().stream()
                .filter(call ->
                        call.counted() && !call.at().isBefore(from) && call.at().isBefore(to))
                .count();
        double share = used / (double) (BUSINESSES * PER_MINUTE);
        say.accept("%s: %d calls, %.1f %%".formatted(when, used, share * 100));
        return share;
    }
}
