package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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

    @Test
    void callsNobodyWhoHasAskedToWait() {
        assertThat(Histories.broken(FIRST, HISTORIES, seed -> refused(seed, Plants.NONE)))
                .isEmpty();
    }

    @Test
    void makesTheSameHistoryOfTheSameSeed() {
        Map<Long, List<Instant>> calls = callsOf(20);

        assertThat(callsOf(20)).isEqualTo(calls).hasSize(20);
        assertThat(calls.values()).noneMatch(List::isEmpty);
    }

    /** When calls left, of each seed: by the nanosecond, so whatever goes another way shows. */
    private static Map<Long, List<Instant>> callsOf(long histories) {
        Map<Long, SimWorld> worlds = new ConcurrentHashMap<>();
        Optional<AssertionError> broken = Histories.broken(FIRST, histories, seed -> {
            SimWorld world = history(seed);
            worlds.put(seed, world);
            return world;
        });
        assertThat(broken).isEmpty();
        return worlds.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, world -> calls(world.getValue())));
    }

    private static List<Instant> calls(SimWorld world) {
        return Script.BUSINESSES.stream()
                .flatMap(businessId -> world.judge.departures(Script.tenantOf(businessId)).stream())
                .toList();
    }

    /** Many are refused by a limit, and nobody dies before he has noted it. */
    static SimWorld refused(long seed, Plants plants) {
        SimWorld world = new SimWorld(seed, plants);
        world.faults.throttled = 0.1;
        world.faults.lostAfter = 0.05;
        world.faults.patient = true;
        world.script.busy(3, 3);
        return world;
    }

    static SimWorld history(long seed) {
        SimWorld world = new SimWorld(seed);
        world.faults.everything();
        world.faults.headers = seed % 5 == 0;
        world.faults.jump = seed % 7 == 0 ? 0.002 : 0;
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
