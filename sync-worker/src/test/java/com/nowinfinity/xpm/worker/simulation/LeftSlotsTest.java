package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.worker.limits.Organisation;
import com.nowinfinity.xpm.worker.limits.Organisations;
import com.nowinfinity.xpm.worker.limits.Quota;
import com.nowinfinity.xpm.worker.limits.Slot;
import com.nowinfinity.xpm.worker.limits.Slot.Purpose;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Slots that a dead worker left open: how long they hold up who takes over is up to what their calls are for. */
class LeftSlotsTest {

    private static final String BUSINESS = "harbour";

    private final SimWorld world = new SimWorld(3);
    private final Instant start = world.scheduler.now();

    @Test
    void aWriteIsWaitedFor() {
        assertThat(waitedAfter(Purpose.WRITE)).isBetween(SimWorker.SLOT_LENGTH, SimWorker.SLOT_LENGTH.plusSeconds(10));
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
        everyFiveMinutes(() -> {
            SimWorker owner = world.owner(world.partitionOf(BUSINESS));
            world.workers().stream()
                    .filter(worker -> !worker.equals(owner))
                    .findFirst()
                    .ifPresent(other -> world.assign(world.partitionOf(BUSINESS), other));
        });

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
