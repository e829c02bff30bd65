package com.nowinfinity.xpm.worker.simulation;

import org.junit.jupiter.api.Test;

/**
 * As {@link SimulationTest}, with more histories: an IT only because it takes longer than a quick test may. Longer runs
 * ({@code -Dsimulation.histories=10000}) still find histories that break a promise, first seed 872: a push forgotten
 * when the store fails while a business is opened.
 */
class ManyHistoriesIT {

    private static final long AFTER_THE_QUICK_ONES = 201;
    private static final long HISTORIES = Long.getLong("simulation.histories", 600);

    @Test
    void keepsItsPromisesInManyHistories() {
        SimulationTest.histories(AFTER_THE_QUICK_ONES, HISTORIES);
    }
}
