package com.nowinfinity.xpm.worker.simulation;

import org.junit.jupiter.api.Test;

/** As {@link SimulationTest}, with ten thousand histories: an IT only because it takes longer than a quick test may. */
class ManyHistoriesIT {

    private static final long AFTER_THE_QUICK_ONES = 1_001;
    private static final long HISTORIES = Long.getLong("simulation.histories", 10_000);

    @Test
    void keepsItsPromisesInTenThousandHistories() {
        SimulationTest.histories(AFTER_THE_QUICK_ONES, HISTORIES);
    }
}
