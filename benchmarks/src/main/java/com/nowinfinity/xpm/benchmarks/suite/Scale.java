package com.nowinfinity.xpm.benchmarks.suite;

import com.nowinfinity.xpm.benchmarks.BenchOptions;
import com.nowinfinity.xpm.benchmarks.figures.Result;
import com.nowinfinity.xpm.benchmarks.lab.Business;
import com.nowinfinity.xpm.benchmarks.lab.Company;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Two hundred businesses that all have more to send than they may: with 1, 2 and 4 workers, how much of the sum of
 * quotas is used, and how much is lost in the minute in which a worker comes or goes? The bar is absolute: no baseline
 * can use more than all.
 */
final class Scale {

    private static final int BUSINESSES = 200;
    private static final int PER_MINUTE = 60;
    /** More than the longest measure has minutes for. */
    private static final int COMPANIES = 7 * PER_MINUTE;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration CALL = Duration.ofMillis(100);
    private static final double LEAST_SHARE = 0.95;
    private static final double MOST_LOST = 0.05;

    private Scale() {}

    static Result run(BenchOptions options, Consumer<String> say) {
        Map<String, Object> figures = new LinkedHashMap<>();
        boolean pass = true;
        for (int workers : new int[] {1, 2, 4}) {
            LabSettings settings = LabSettings.of(
                            options.repository(), Engine.OURS, BUSINESSES, COMPANIES, options.seed())
                    .withWorkers(workers)
                    .withLimits(new Limits(PER_MINUTE, 5, 1_000_000, 1_000_000, MINUTE))
                    .withLatency(() -> CALL);
            try (Lab lab = Lab.start(settings, say)) {
                lab.introduce();
                load(lab);
                Pauses.of(MINUTE.multipliedBy(2).toMillis());
                double share = share(lab, lab.clock().instant(), say, workers + " workers");
                figures.put("shareWith" + workers, share);
                pass &= share >= LEAST_SHARE;
                if (workers == 2) {
                    // The minute of a change begins with the change.
                    Instant leaves = lab.clock().instant();
                    lab.workers().getLast().close();
                    double lost = share - share(lab, leaves, say, "one leaves");
                    figures.put("lostWhenOneLeaves", lost);
                    Instant comes = lab.clock().instant();
                    lab.addWorker().awaitUp();
                    double lostAgain = share - share(lab, comes, say, "one comes");
                    figures.put("lostWhenOneComes", lostAgain);
                    pass &= lost < MOST_LOST && lostAgain < MOST_LOST;
                }
                figures.put("refusedWith" + workers, refused(lab));
                pass &= refused(lab) == 0;
            }
        }
        return new Result(
                Suite.SCALE.title(),
                figures,
                null,
                null,
                "at least 95 % of the sum of quotas with 1, 2 and 4 workers; under 5 % lost in the minute of a change",
                pass);
    }

    private static void load(Lab lab) {
        for (int index = 0; index < COMPANIES; index++) {
            for (Business business : lab.businesses()) {
                Company company = business.companies().get(index);
                lab.bus()
                        .send(
                                Topics.ENTITY_CHANGED,
                                company.changed(
                                        2,
                                        ChangeCause.CORPORATE_MESSENGER,
                                        lab.clock().instant()));
            }
        }
    }

    /** Of what the quotas allow, in the minute that began just now. */
    private static double share(Lab lab, Instant from, Consumer<String> say, String when) {
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

    private static long refused(Lab lab) {
        return lab.simulator().history().stream()
                .map(CallRecord::status)
                .filter(status -> status == 429)
                .count();
    }
}
