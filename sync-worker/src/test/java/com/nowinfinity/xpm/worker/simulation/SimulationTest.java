package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Histories in which everything may go wrong at any step. */
class SimulationTest {

    /** {@code -Dsimulation.seed} and {@code -Dsimulation.histories} replay what a failure names, or search on. */
    private static final long FIRST = Long.getLong("simulation.seed", 1);

    private static final long HISTORIES = Long.getLong("simulation.histories", 200);

    @Test
    void keepsItsPromisesWhateverHappens() {
        assertThat(Histories.broken(FIRST, HISTORIES, SimulationTest::history)).isEmpty();
    }

    static SimWorld history(long seed) {
        SimWorld world = new SimWorld(seed);
        world.faults.everything();
        if (seed % 8 == 0) {
            world.script.busy(3, 3);
        } else if (seed % 8 < 3) {
            world.script.families(3);
        } else {
            world.script.busy(1, 3);
        }
        return world;
    }
}
