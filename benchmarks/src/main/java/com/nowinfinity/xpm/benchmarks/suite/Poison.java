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
import java.util.stream.Stream;

/**
 * A thousand undecodable records among a hundred thousand: how much slower is intake than with the good ones alone? The
 * bar is absolute.
 *
 * <p>Each round has a laboratory, which takes both once before it measures them: in processes that have just started,
 * compiling takes about a quarter of the processors, and hides what is asked for. Each time changes the same companies once
 * more and takes longer than the one before it, for what was taken in is worked on meanwhile; so the order changes from
 * round to round.
 */
final class Poison {

    private static final int BUSINESSES = 100;
    private static final int RECORDS = 100_000;
    private static final int POISON = 1_000;
    private static final double MOST = 1.05;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** An even number, so that both come first equally often. */
    private static final int ROUNDS = 6;

    private final Lab lab;
    private final Lag lag;
    private final Lag letters;
    private final Set<Integer> bad;
    private final Consumer<String> say;
    private int times;
    private int poisonedTimes;

    private Poison(Lab lab, Lag lag, Lag letters, Set<Integer> bad, Consumer<String> say) {
        this.lab = lab;
        this.lag = lag;
        this.letters = letters;
        this.bad = bad;
        this.say = say;
    }

    static Result run(BenchOptions options, Consumer<String> say) {
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (int round = 0; round < options.roundsOr(ROUNDS); round++) {
            boolean poisonFirst = round % 2 == 0;
            inLab(options, say, poison -> {
                say.accept("Once each before the measure, for processes that have just started:");
                Stream.of(false, true).forEach(poison::seconds);
                say.accept("Measured:");
                Stream.of(poisonFirst, !poisonFirst)
                        .forEach(poisoned -> (poisoned ? with : without).add(poison.seconds(poisoned)));
            });
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

    private static void inLab(BenchOptions options, Consumer<String> say, Consumer<Poison> measures) {
        LabSettings settings =
                LabSettings.of(options.repository(), Engine.OURS, BUSINESSES, RECORDS / BUSINESSES, options.seed());
        String topic = Topics.ENTITY_CHANGED.name();
        try (Lab lab = Lab.start(settings, say);
                Lag lag = new Lag(lab.brokers(), "sync-worker", List.of(topic));
                Lag letters = new Lag(lab.brokers(), "nobody", List.of(Topic.deadLetters(topic)))) {
            measures.accept(new Poison(lab, lag, letters, chosen(options.seed()), say));
        }
    }

    /** From the first record sent to the last one committed. */
    private double seconds(boolean poisoned) {
        times++;
        long began = System.nanoTime();
        publish(poisoned);
        lab.await("intake has taken everything", LONGEST, () -> lag.records() == 0);
        double seconds = (System.nanoTime() - began) / 1e9;
        if (poisoned) {
            poisonedTimes++;
        }
        lab.await("every bad record is a dead letter", () -> letters.records() == (long) poisonedTimes * POISON);
        say.accept("%s: %.1f s".formatted(poisoned ? "with poison" : "without", seconds));
        return seconds;
    }

    /**
     * The bad ones come from the same producer, among the good ones: requests of their own would cost the broker more.
     *
     * @param poisoned whether they are published, or left out
     */
    private void publish(boolean poisoned) {
        for (int i = 0; i < RECORDS; i++) {
            Company company = lab.businesses().get(i % BUSINESSES).companies().get(i / BUSINESSES);
            if (!bad.contains(i)) {
                lab.bus()
                        .send(
                                Topics.ENTITY_CHANGED,
                                company.changed(
                                        times, ChangeCause.EDITED, lab.clock().instant()));
            } else if (poisoned) {
                lab.bus().sendBytes(Topics.ENTITY_CHANGED, company.businessId(), new byte[] {0, 0, 0});
            }
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
