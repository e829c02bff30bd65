package com.nowinfinity.xpm.simulator.faults;

import java.util.Arrays;
import java.util.List;

/**
 * Faults that are on together. The same script, seed and order of calls strike the same calls.
 *
 * @param seed of every chance and jitter
 */
public record FaultScript(long seed, List<Fault> faults) {

    /** Nothing goes wrong. */
    public static final FaultScript NONE = new FaultScript(0, List.of());

    public FaultScript {
        faults = faults == null ? List.of() : List.copyOf(faults);
    }

    public static FaultScript of(long seed, Fault... faults) {
        return new FaultScript(seed, Arrays.asList(faults));
    }
}
