package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.worker.limits.Organisation;
import com.nowinfinity.xpm.worker.limits.Organisations;
import com.nowinfinity.xpm.worker.limits.Quota;
import com.nowinfinity.xpm.worker.limits.Slot;
import com.nowinfinity.xpm.worker.limits.Slot.Purpose;
import com.nowinfinity.xpm.worker.simulation.Faults.Fate;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slots that a dead worker left open: how long they hold up who takes over is up to what their calls are for. */
class LeftSlotsTest {

    private static final String BUSINESS = "harbour";

    private final SimWorld world = new SimWorld(3);
    private final Instant start = world.scheduler.now();

    @Test
    void aWriteIsWaitedFor() {
        assertThat(waitedAfter(Purpose.WRITE)).isBetween(SimWorker.SLOT_LENGTH, SimWorker.SLOT_LENGTH.plusSeconds(10));
    }

    /** Who had the business before gives back what he took. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aWriteThatEndsAfterItsBusinessHasMovedIsWaitedForNoLonger(long seed) {
        List<SimWorld> worlds = new ArrayList<>();
        List<Instant> creates = new ArrayList<>();
        SimWorld moving = new SimWorld(seed, Plants.hearing(call -> {
            if (call.equals("addClient")) {
                creates.add(worlds.getFirst().scheduler.now());
                if (creates.size() == 1) {
                    moveAway(worlds.getFirst());
                }
            }
        }));
        worlds.add(moving);
        moving.script.connect(BUSINESS, Script.tenantOf(BUSINESS), 1);
        for (int number = 1; number <= 2; number++) {
            Subject company = moving.script.subject(BUSINESS, number);
            moving.script.change(company, 1, ChangeCause.EDITED);
            moving.script.push(company);
        }

        moving.run().verify();

        assertThat(creates).hasSize(2);
        assertThat(Duration.between(creates.getFirst(), creates.getLast())).isLessThan(Duration.ofSeconds(15));
    }

    /** Nobody knows what became of it: it may still be on its way when its former owner has given it up. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aWriteThatIsNotAnsweredAfterItsBusinessHasMovedIsWaitedFor(long seed) {
        List<SimWorld> worlds = new ArrayList<>();
        SimWorld moving = new SimWorld(seed, Plants.hearing(call -> {
            if (call.equals("updateClient") && !worlds.isEmpty()) {
                moveAway(worlds.removeFirst());
            }
        }));
        worlds.add(moving);
        Subject company = moving.script.subject(BUSINESS, 1);
        moving.script.connect(BUSINESS, company.tenantId(), 1);
        moving.script.change(company, 1, ChangeCause.EDITED);
        moving.script.push(company);
        moving.script.later(Duration.ofMinutes(3)).atOnce();
        moving.script.change(company, 2, ChangeCause.CORPORATE_MESSENGER);
        moving.script.later(Duration.ofSeconds(15));
        String last = moving.script.change(company, 3, ChangeCause.CORPORATE_MESSENGER);
        // Search and create, then read and write.
        moving.faults.plan(Fate.ANSWERED, Fate.ANSWERED, Fate.ANSWERED, Fate.LATE);

        moving.run().verify();

        assertThat(moving.story.outcome(last, company.entityId())).contains(Outcome.UPDATED);
    }

    private static void moveAway(SimWorld world) {
        int partition = world.partitionOf(BUSINESS);
        SimWorker owner = world.owner(partition);
        world.workers().stream()
                .filter(worker -> !worker.equals(owner))
                .findFirst()
                .ifPresent(other -> world.scheduler.after(Duration.ofMillis(1), () -> world.assign(partition, other)));
    }

    @Test
    void aClientListHoldsNobodyUp() {
        assertThat(waitedAfter(Purpose.LIST)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aClientListCountsUntilItCanBeOver() {
        // Two at once are all that is allowed.
        assertThat(waitedAfter(Purpose.LIST, Purpose.LIST))
                .isBetween(SimWorker.LIST_SLOT_LENGTH, SimWorker.LIST_SLOT_LENGTH.plusMinutes(2));
    }

    @Test
    void aClientListEndsHoweverOftenItsBusinessMoves() {
        everyFiveMinutes(() -> moveAway(world));

        assertThat(waitedAfter(Purpose.LIST, Purpose.LIST))
                .isBetween(SimWorker.LIST_SLOT_LENGTH, SimWorker.LIST_SLOT_LENGTH.plusMinutes(7));
    }

    @Test
    void aClientListEndsHoweverOftenItsOwnersDie() {
        everyFiveMinutes(() -> world.kill(world.owner(world.partitionOf(BUSINESS))));

        // Whoever has not seen it for that long trusts the time at which it was taken where no clock can be as wrong.
        assertThat(waitedAfter(Purpose.LIST, Purpose.LIST))
                .isBetween(SimWorker.LIST_SLOT_LENGTH, SimWorker.LIST_SLOT_LENGTH.plusMinutes(27));
    }

    private void everyFiveMinutes(Runnable upheaval) {
        for (int times = 1; times <= 12; times++) {
            world.scheduler.after(Duration.ofMinutes(5L * times), upheaval);
        }
    }

    private Duration waitedAfter(Purpose... left) {
        Subject company = world.script.subject(BUSINESS, 1);
        List<Slot> open = new ArrayList<>();
        for (Purpose purpose : left) {
            open.add(new Slot("left-" + open.size(), purpose, company.entityId(), start));
        }
        Quota quota = new Quota(List.of(), open, Map.of(), Map.of(), Map.of(), null, null, false);
        assertThat(new Organisations(world.shelf("organisations"))
                        .save(new Organisation(BUSINESS, 0, 1, Map.of(company.tenantId(), quota))))
                .isPresent();
        world.script.connect(BUSINESS, company.tenantId(), 1);
        world.script.change(company, 1, ChangeCause.EDITED);
        world.script.push(company);

        world.run().verify();

        return Duration.between(
                start, world.judge.departures(company.tenantId()).getFirst());
    }
}
