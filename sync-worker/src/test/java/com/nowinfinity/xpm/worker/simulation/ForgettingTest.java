package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A business that is forgotten in the middle of its work. */
class ForgettingTest {

    private static final String BUSINESS = "harbour";
    private static final Document ALL =
            new Document("_id", new Document("$gte", BUSINESS + "/").append("$lt", "harbour0"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void nothingThatWasUnderWayIsWrittenDownAfterwards(long seed) {
        AtomicInteger creates = new AtomicInteger();
        AtomicReference<SimWorld> here = new AtomicReference<>();
        SimWorld world = pushed(seed, Plants.hearing(call -> {
            // In the middle of one of the creates, on its way to XPM or back.
            if (call.equals("addClient") && creates.incrementAndGet() == 1 + seed % 4) {
                SimWorld now = here.get();
                now.scheduler.after(Duration.ofMillis(10 * seed), () -> forget(now));
            }
        }));
        here.set(world);

        world.run();

        assertThat(kept(world)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatIsToldOfItAfterwardsStays(long seed) {
        SimWorld world = pushed(seed, Plants.NONE);
        Duration forgotten = Duration.ofSeconds(10 + seed * 5);
        world.scheduler.after(forgotten, () -> forget(world));
        Subject newcomer = world.script.subject(BUSINESS, 9);
        // As long as a call can take: what comes then is not what was under way before.
        world.script.later(forgotten.plus(SimWorker.SLOT_LENGTH).minusSeconds(5));
        String event = world.script.change(newcomer, 1, ChangeCause.EDITED);

        world.run();

        assertThat(kept(world)).containsExactly(BUSINESS + "/" + newcomer.entityId());
        assertThat(world.story.outcome(event, newcomer.entityId())).isPresent();
    }

    /** Whoever had the business before remembers a connection from before. */
    @Test
    void linksAreGivenUpOnceAlthoughTheBusinessMovesAndComesBack() {
        SimWorld world = new SimWorld(1);
        int partition = world.partitionOf(BUSINESS);
        Subject company = world.script.subject(BUSINESS, 1);
        world.script.connect(BUSINESS, Script.tenantOf(BUSINESS), 1);
        world.script.change(company, 1, ChangeCause.EDITED);
        world.scheduler.after(Duration.ofMinutes(1), () -> move(world, partition));
        world.script.later(Duration.ofMinutes(2));
        Instant forgotten = world.script.time();
        world.script.withLinksForgottenAt(BUSINESS, forgotten);
        world.script.later(Duration.ofMinutes(1));
        world.script.push(company);
        world.scheduler.after(Duration.ofMinutes(10), () -> move(world, partition));
        world.script.later(Duration.ofMinutes(10));
        world.script.withLinksForgottenAt(BUSINESS, forgotten);

        world.run().verify();

        assertThat(world.shelf("intents").find(BUSINESS + "/" + company.entityId()))
                .hasValueSatisfying(intent -> assertThat(intent.get("link")).isNotNull());
    }

    private static void move(SimWorld world, int partition) {
        SimWorker owner = world.owner(partition);
        world.workers().stream()
                .filter(worker -> !worker.equals(owner))
                .findFirst()
                .ifPresent(other -> world.assign(partition, other));
    }

    private static SimWorld pushed(long seed, Plants plants) {
        SimWorld world = new SimWorld(seed, plants);
        world.script.connect(BUSINESS, Script.tenantOf(BUSINESS), 1);
        world.script.atOnce();
        for (int number = 1; number <= 4; number++) {
            Subject company = world.script.subject(BUSINESS, number);
            world.script.change(company, 1, ChangeCause.EDITED);
            world.script.push(company);
        }
        return world;
    }

    private static void forget(SimWorld world) {
        world.owner(world.partitionOf(BUSINESS)).forget(BUSINESS, () -> {
            for (Shelf shelf : List.of(world.shelf("intents"), world.shelf("pushes"))) {
                idsIn(shelf).forEach(shelf::remove);
            }
        });
    }

    private static List<String> kept(SimWorld world) {
        return idsIn(world.shelf("intents"));
    }

    private static List<String> idsIn(Shelf shelf) {
        List<String> ids = new ArrayList<>();
        shelf.scan(ALL, found -> ids.add(found.getString("_id")));
        return ids;
    }
}
