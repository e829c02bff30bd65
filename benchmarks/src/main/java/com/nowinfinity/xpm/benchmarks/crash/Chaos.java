package com.nowinfinity.xpm.benchmarks.crash;

import com.nowinfinity.xpm.benchmarks.lab.Lab;
import com.nowinfinity.xpm.benchmarks.lab.LabProcess;
import com.nowinfinity.xpm.benchmarks.lab.Pauses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Deals blows, one after the other, by a seed: the same seed deals the same ones. */
final class Chaos {

    /** Of every ten blows so many meet a worker; the rest is shared by the others. */
    private static final int WORKERS_SHARE = 6;

    private static final int ALL_SHARES = 10;
    private static final int HOLDS_OF_WORKERS = 3;
    private static final int LEAST_BETWEEN_MILLIS = 2_000;
    private static final int MOST_BETWEEN_MILLIS = 9_000;
    private static final int LEAST_DOWN_MILLIS = 300;
    private static final int MOST_DOWN_MILLIS = 4_000;
    /**
     * Longer than a slot lasts, and than the broker waits for a silent worker: whoever is held comes back to businesses
     * that are somebody else's.
     */
    private static final int LEAST_HELD_MILLIS =
            Math.toIntExact(Lab.SLOT.plusSeconds(2).toMillis());

    private static final int MOST_HELD_MILLIS = LEAST_HELD_MILLIS + 9_000;

    private final SplittableRandom random;
    private final List<LabProcess> workers;
    private final List<LabProcess> others;
    private final Consumer<String> say;
    private final List<LabProcess> struck = new ArrayList<>();
    private int blows;
    private Duration longestHold = Duration.ZERO;

    Chaos(long seed, List<LabProcess> workers, List<LabProcess> others, Consumer<String> say) {
        this.random = new SplittableRandom(seed);
        this.workers = workers;
        this.others = others;
        this.say = say;
    }

    int blows() {
        return blows;
    }

    /** Zero when nobody was held. */
    Duration longestHold() {
        return longestHold;
    }

    /** Returns when the time is over and every process lives again. */
    void rage(Duration length, Consumer<LabProcess> onKilledWorker) {
        long until = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < until) {
            Blow blow = next();
            Pauses.of(blow.afterMillis());
            say.accept("  " + blow);
            deal(blow, onKilledWorker);
            blows++;
        }
        struck.stream().distinct().forEach(LabProcess::awaitUp);
    }

    private Blow next() {
        boolean worker = random.nextInt(ALL_SHARES) < WORKERS_SHARE;
        List<LabProcess> from = worker ? workers : others;
        LabProcess victim = from.get(random.nextInt(from.size()));
        boolean held = worker && random.nextInt(ALL_SHARES) < HOLDS_OF_WORKERS;
        return new Blow(
                held ? Blow.Kind.HOLD : Blow.Kind.KILL,
                victim,
                random.nextInt(LEAST_BETWEEN_MILLIS, MOST_BETWEEN_MILLIS),
                held
                        ? random.nextInt(LEAST_HELD_MILLIS, MOST_HELD_MILLIS)
                        : random.nextInt(LEAST_DOWN_MILLIS, MOST_DOWN_MILLIS));
    }

    private void deal(Blow blow, Consumer<LabProcess> onKilledWorker) {
        LabProcess victim = blow.victim();
        struck.add(victim);
        switch (blow.kind()) {
            case KILL -> {
                victim.kill();
                if (workers.contains(victim)) {
                    onKilledWorker.accept(victim);
                }
                Pauses.of(blow.lastsMillis());
                victim.start();
            }
            case HOLD -> {
                long began = System.nanoTime();
                victim.hold();
                Pauses.of(blow.lastsMillis());
                Duration held = Duration.ofNanos(System.nanoTime() - began);
                victim.release();
                longestHold = held.compareTo(longestHold) > 0 ? held : longestHold;
            }
        }
    }
}
