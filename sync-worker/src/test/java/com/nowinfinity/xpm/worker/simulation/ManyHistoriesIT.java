package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** As {@link SimulationTest}, with ten thousand histories: an IT only because it takes longer than a quick test may. */
class ManyHistoriesIT {

    /** After the quick ones; {@code -Dsimulation.seed} and {@code -Dsimulation.histories} search on. */
    private static final long FIRST = Long.getLong("simulation.seed", 1_001);

    private static final long HISTORIES = Long.getLong("simulation.histories", 10_000);

    @Test
    void keepsItsPromisesInTenThousandHistories() {
        assertThat(Histories.broken(FIRST, HISTORIES, SimulationTest::history)).isEmpty();
    }
}
