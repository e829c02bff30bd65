package com.nowinfinity.xpm.worker.simulation;

import com.nowinfinity.xpm.api.Allowance;
import com.nowinfinity.xpm.api.XpmException.Limit;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** How often what goes wrong. All chances are of one operation, of one step for kills and pauses. */
final class Faults {

    double database;
    double broker;
    double kill;
    double pause;
    double move;
    double lostBefore;
    double lostAfter;
    double late;
    double throttled;
    double unavailable;
    double rejected;
    /** That nobody can reach XPM for some minutes. */
    double outage;
    /** That a worker's clock is set forward or back. */
    double jump;
    /** Whether answers say what is left of the limits: the truth, or somewhat less. */
    boolean headers;
    /** Whether to judge that everybody waits as long as a refusal says: for histories in which nobody dies with it. */
    boolean patient;
    /** How many kills, pauses, moves and outages a history may have at most. */
    int upheavals = 6;

    boolean on = true;

    /** Whether there are access tokens just now. */
    boolean tokens = true;

    /** How often somebody asked for one in vain. */
    int tokensMissed;

    /** What a refusal by a limit says; by chance when it is null. */
    @Nullable
    Duration retryAfter;

    /** What a refusal by a limit says is left. */
    Allowance refusedWith = Allowance.UNSAID;

    /** Which limit refuses; by chance when it is null. */
    @Nullable
    Limit limit;

    private final Scheduler scheduler;
    private final Queue<Fate> planned = new ArrayDeque<>();

    Faults(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** What becomes of a call. */
    enum Fate {
        ANSWERED,
        LOST_BEFORE,
        LOST_AFTER,
        LATE,
        THROTTLED,
        UNAVAILABLE,
        REJECTED,
        /** Declined, because it stands there already: an earlier call came late. */
        DECLINED_AS_DONE,
        /** The worker dies with its slot taken, and the call never leaves. */
        DIES_BEFORE,
        /** The worker dies once XPM has done it, before the answer is there. */
        DIES_AFTER
    }

    /** A little of everything. */
    Faults everything() {
        database = 0.002;
        broker = 0.01;
        kill = 0.002;
        pause = 0.001;
        move = 0.001;
        outage = 0.001;
        lostBefore = 0.03;
        lostAfter = 0.05;
        late = 0.03;
        throttled = 0.02;
        unavailable = 0.02;
        return this;
    }

    boolean databaseFails() {
        return happens(database);
    }

    boolean brokerFails() {
        return happens(broker);
    }

    boolean happens(double probability) {
        return on && probability > 0 && scheduler.chance(probability);
    }

    boolean upheaval(double probability) {
        if (upheavals > 0 && happens(probability)) {
            upheavals--;
            return true;
        }
        return false;
    }

    /** The next calls end like this, in this order. */
    Faults plan(Fate... fates) {
        planned.addAll(List.of(fates));
        return this;
    }

    Fate fate() {
        if (!planned.isEmpty()) {
            return planned.remove();
        }
        if (!on) {
            return Fate.ANSWERED;
        }
        double dice = scheduler.chance.nextDouble();
        double[] chances = {lostBefore, lostAfter, late, throttled, unavailable, rejected};
        Fate[] fates = {Fate.LOST_BEFORE, Fate.LOST_AFTER, Fate.LATE, Fate.THROTTLED, Fate.UNAVAILABLE, Fate.REJECTED};
        for (int i = 0; i < chances.length; i++) {
            dice -= chances[i];
            if (dice < 0) {
                return fates[i];
            }
        }
        return Fate.ANSWERED;
    }

    Limit limit() {
        if (limit != null) {
            return limit;
        }
        return retryAfter != null
                ? Limit.DAY
                : List.of(Limit.values()).get(scheduler.chance.nextInt(Limit.values().length));
    }

    @Nullable
    Duration retryAfter() {
        if (retryAfter != null) {
            return retryAfter;
        }
        return switch (scheduler.chance.nextInt(5)) {
            case 0 -> null;
            case 1 -> Duration.ZERO;
            case 2 -> Duration.ofSeconds(7);
            case 3 -> Duration.ofSeconds(90);
            default -> Duration.ofHours(18);
        };
    }
}
