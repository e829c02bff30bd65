package com.nowinfinity.xpm.simulator.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The script that is on, and whom it has struck. Thread-safe. */
public final class Faults {

    private final InstantSource clock;
    private final Consumer<Duration> outage;
    private FaultScript script = FaultScript.NONE;
    private Instant setAt = Instant.EPOCH;
    private List<Standing> standings = List.of();

    /** @param outage keeps everybody out for so long */
    public Faults(InstantSource clock, Consumer<Duration> outage) {
        this.clock = clock;
        this.outage = outage;
    }

    /**
     * How far a fault has got.
     *
     * @param seen how many calls it concerned while it was on
     * @param struck how many of them it struck
     */
    public record Standing(String id, int seen, int struck) {}

    /** Takes the place of what was on before; its time begins now. */
    public synchronized void play(FaultScript next) {
        List<Standing> fresh = new ArrayList<>();
        for (Fault fault : next.faults()) {
            fresh.add(new Standing(fault.id() == null ? "fault-" + (fresh.size() + 1) : fault.id(), 0, 0));
        }
        script = next;
        setAt = clock.instant();
        standings = fresh;
    }

    public synchronized List<Standing> standings() {
        return List.copyOf(standings);
    }

    /**
     * What strikes a call; asked once for each. Delays add up; of everything else the first that strikes has the call
     * to itself, and those behind it do not even see it: so faults that strike once each follow one another.
     */
    public synchronized Strike strike(String operation, @Nullable String tenantId) {
        Instant now = clock.instant();
        List<String> ids = new ArrayList<>();
        List<Strike.Blow> blows = new ArrayList<>();
        boolean taken = false;
        for (int i = 0; i < standings.size() && !taken; i++) {
            Fault fault = script.faults().get(i);
            if (fault.concerns(operation, tenantId) && fault.isOn(Duration.between(setAt, now))) {
                Optional<SplittableRandom> chance = meet(i, fault);
                if (chance.isPresent()) {
                    ids.add(standings.get(i).id());
                    blows.add(new Strike.Blow(fault.effect(), chance.get()));
                    taken = !(fault.effect() instanceof Effect.Delay);
                }
            }
        }
        return blows.isEmpty() ? Strike.NONE : new Strike(String.join(",", ids), blows, now, outage);
    }

    /** The chance of the n-th call of a fault depends on seed, fault and n alone, whatever else goes on beside it. */
    private Optional<SplittableRandom> meet(int place, Fault fault) {
        Standing before = standings.get(place);
        SplittableRandom chance =
                new SplittableRandom(script.seed() * 1_000_003 + place * 7_919L + before.seen() * 104_729L);
        boolean free = before.seen() >= fault.skip() && (fault.times() == null || before.struck() < fault.times());
        boolean strikes = free && (fault.chance() == null || chance.nextDouble() < fault.chance());
        standings.set(place, new Standing(before.id(), before.seen() + 1, before.struck() + (strikes ? 1 : 0)));
        return strikes ? Optional.of(chance) : Optional.empty();
    }
}
