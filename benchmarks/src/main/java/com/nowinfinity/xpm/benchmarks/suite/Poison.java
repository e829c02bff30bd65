package com.nowinfinity.xpm.benchmarks.suite;

import com.nowinfinity.xpm.benchmarks.BenchOptions;
import com.nowinfinity.xpm.benchmarks.figures.Figures;
import com.nowinfinity.xpm.benchmarks.figures.Result;
import com.nowinfinity.xpm.benchmarks.lab.Company;
import com.nowinfinity.xpm.benchmarks.lab.Engine;
import com.nowinfinity.xpm.benchmarks.lab.Lab;
import com.nowinfinity.xpm.benchmarks.lab.LabSettings;
import com.nowinfinity.xpm.benchmarks.lab.Lag;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.events.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * A thousand undecodable records among a hundred thousand: how much slower is intake than with the good ones alone? Both
 * in turn, the order changing from round to round. The bar is absolute.
 */
final class Poison {

    private static final int BUSINESSES = 100;
    private static final int RECORDS = 100_000;
    private static final int POISON = 1_000;
    private static final double MOST = 1.05;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private Poison() {}

    static Result run(BenchOptions options, Consumer<String> say) {
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        say.accept("Once before the measure, for a publisher that has just started publishes more slowly:");
        double unused = measure(options, false, say);
        for (int round = 0; round < options.roundsOr(Rounds.USUAL); round++) {
            boolean poisonFirst = round % 2 == 0;
            for (boolean poisoned : new boolean[] {poisonFirst, !poisonFirst}) {
                double seconds = measure(options, poisoned, say);
                (poisoned ? with : without).add(seconds);
            }
        }
        double slower = Figures.of(with).median() / Figures.of(without).median();
        return new Result(
                Suite.POISON.title(),
                Map.of(
                        "medianSeconds", Figures.of(with).median(),
                        "medianSecondsWithout", Figures.of(without).median(),
                        "minSeconds", Figures.of(with).min(),
                        "maxSeconds", Figures.of(with).max(),
                        "minSecondsWithout", Figures.of(without).min(),
                        "maxSecondsWithout", Figures.of(without).max(),
                        "slower", slower,
                        "deadLetters", POISON),
                null,
                null,
                "under 5 % slower than without",
                slower < MOST);
    }

    private static double measure(BenchOptions options, boolean poisoned, Consumer<String> say) {
        LabSettings settings =
                LabSettings.of(options.repository(), Engine.OURS, BUSINESSES, RECORDS / BUSINESSES, options.seed());
        try (Lab lab = Lab.start(settings, say);
                Lag lag = new Lag(lab.brokers(), "sync-worker", List.of(Topics.ENTITY_CHANGED.name()))) {
            Set<Integer> bad = chosen(options.seed());
            long began = System.nanoTime();
            publish(lab, bad, poisoned);
            lab.await("intake has taken everything", LONGEST, () -> lag.records() == 0);
            double seconds = (System.nanoTime() - began) / 1e9;
            if (poisoned) {
                requireDeadLetters(lab);
            }
            say.accept("%s: %.1f s".formatted(poisoned ? "with poison" : "without", seconds));
            return seconds;
        }
    }

    /**
     * The bad ones come from the same producer, among the good ones: requests of their own would cost the broker more.
     *
     * @param poisoned whether they are published, or left out
     */
    private static void publish(Lab lab, Set<Integer> bad, boolean poisoned) {
        for (int i = 0; i < RECORDS; i++) {
            Company company = lab.businesses().get(i % BUSINESSES).companies().get(i / BUSINESSES);
            if (!bad.contains(i)) {
                lab.bus()
                        .send(
                                Topics.ENTITY_CHANGED,
                                company.changed(
                                        1, ChangeCause.EDITED, lab.clock().instant()));
            } else if (poisoned) {
                lab.bus().sendBytes(Topics.ENTITY_CHANGED, company.businessId(), new byte[] {0, 0, 0});
            }
        }
    }

    private static void requireDeadLetters(Lab lab) {
        String dead = Topic.deadLetters(Topics.ENTITY_CHANGED.name());
        try (Lag letters = new Lag(lab.brokers(), "nobody", List.of(dead))) {
            lab.await("every bad record is a dead letter", () -> letters.records() == POISON);
        }
    }

    private static Set<Integer> chosen(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Set<Integer> chosen = new HashSet<>();
        while (chosen.size() < POISON) {
            chosen.add(random.nextInt(RECORDS));
        }
        return chosen;
    }
}
