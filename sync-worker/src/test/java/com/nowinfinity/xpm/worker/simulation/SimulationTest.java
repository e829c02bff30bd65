package com.nowinfinity.xpm.worker.simulation;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Histories in which everything may go wrong at any step. */
class SimulationTest {

    private static final long HISTORIES = Long.getLong("simulation.histories", 300);
    private static final long FIRST = Long.getLong("simulation.seed", 1);

    @Test
    void keepsItsPromisesWhateverHappens() {
        LongStream.range(FIRST, FIRST + HISTORIES).parallel().forEach(SimulationTest::history);
    }

    private static void history(long seed) {
        SimWorld world = new SimWorld(seed);
        world.faults.everything();
        world.script.busy(2, 3);
        world.run().verify();
    }
}
