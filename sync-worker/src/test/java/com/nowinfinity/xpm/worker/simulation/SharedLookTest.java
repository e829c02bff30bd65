package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.Allowance;
import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.worker.limits.Organisations;
import com.nowinfinity.xpm.worker.limits.Slot;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What it costs to know that nobody has touched what is written to. */
class SharedLookTest {

    private static final int COMPANIES = 12;
    private static final Duration BETWEEN = Duration.ofSeconds(20);
    private static final Duration ALL_PUSHED = Duration.ofHours(1);

    private final List<String> calls = new ArrayList<>();

    @Test
    void oneListOfChangesStandsForALookAtEachOfManyClients() {
        SimWorld world = pushed(2);
        changeAll(world);

        world.run().verify();

        assertThat(calls.stream().filter("updateClient"::equals)).hasSize(COMPANIES);
        // The first may be alone when it begins; six calls a minute last for two minutes and two lists in each.
        assertThat(calls.stream().filter(call -> !call.equals("updateClient"))).hasSizeBetween(1, 5);
        assertThat(calls).contains("listClients");
    }

    /** One after the other: never do two of them wait together. */
    @Test
    void changesThatFollowEachOtherShareLooksToo() {
        SimWorld world = pushed(2);
        world.script.later(ALL_PUSHED);
        world.script.subjects().forEach(company -> {
            world.script.later(BETWEEN);
            world.script.change(company, 2, ChangeCause.CORPORATE_MESSENGER);
        });

        world.run().verify();

        assertThat(calls.stream().filter("updateClient"::equals)).hasSize(COMPANIES);
        assertThat(calls.stream().filter("getClient"::equals)).hasSize(1);
        assertThat(calls.stream().filter("listClients"::equals)).hasSizeLessThanOrEqualTo(COMPANIES / 2);
    }

    @Test
    void withoutAListOfTheWholePracticeEachIsLookedAtByItself() {
        SimWorld world = pushed(1);
        changeAll(world);

        world.run().verify();

        assertThat(calls).doesNotContain("listClients");
        assertThat(calls.stream().filter("getClient"::equals)).hasSize(COMPANIES);
    }

    @Test
    void anEditInXpmBeforeTheListIsNotOverwritten() {
        SimWorld world = pushed(2);
        Subject edited = world.script.subjects().getLast();
        world.scheduler.after(
                ALL_PUSHED.minusSeconds(1),
                () -> world.practices.edit(
                        edited.tenantId(), clientOf(world, edited), ClientElement.EMAIL, "v1@practice.example"));
        changeAll(world);

        world.run();

        assertThat(world.practices.find(edited.tenantId(), clientOf(world, edited)))
                .hasValueSatisfying(
                        client -> assertThat(client.contact().email()).isEqualTo("v1@practice.example"));
    }

    @Test
    void aListOfChangesIsOverAsSoonAsAnyOtherLook() {
        List<Slot.Purpose> listing = new ArrayList<>();
        List<SimWorld> worlds = new ArrayList<>();
        SimWorld world = pushed(2, call -> {
            if (call.equals("listClients")) {
                new Organisations(worlds.getFirst().shelf("organisations"))
                        .find("harbour")
                        .slots()
                        .forEach(slot -> listing.add(slot.purpose()));
            }
        });
        worlds.add(world);
        changeAll(world);

        world.run().verify();

        assertThat(listing).isNotEmpty().doesNotContain(Slot.Purpose.LIST);
    }

    @Test
    void whereAListOfChangesIsNotAnsweredEachIsLookedAtByItself() {
        SimWorld world = pushed(2, call -> {
            if (call.equals("listClients")) {
                throw new XpmException.Unavailable("Too long", null, Allowance.UNSAID, null);
            }
        });
        changeAll(world);

        world.run().verify();

        assertThat(calls.stream().filter("listClients"::equals)).hasSize(1);
        assertThat(calls.stream().filter("updateClient"::equals)).hasSize(COMPANIES);
    }

    private static String clientOf(SimWorld world, Subject subject) {
        return world.practices.search(subject.tenantId(), subject.name()).stream()
                .filter(client -> client.name().equals(subject.name()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** An even seed's practice has been listed before; its calls count from when all companies are in XPM. */
    private SimWorld pushed(long seed) {
        return pushed(seed, call -> {});
    }

    private SimWorld pushed(long seed, Consumer<String> also) {
        Consumer<String> counting = calls::add;
        SimWorld world = new SimWorld(seed, Plants.hearing(counting.andThen(also)));
        world.script.connect("harbour", Script.tenantOf("harbour"), 1);
        world.script.later(Duration.ofSeconds(10));
        for (int number = 1; number <= COMPANIES; number++) {
            Subject company = world.script.subject("harbour", number);
            world.script.change(company, 1, ChangeCause.EDITED);
            world.script.push(company);
        }
        world.scheduler.after(ALL_PUSHED.minusSeconds(10), calls::clear);
        return world;
    }

    private static void changeAll(SimWorld world) {
        world.script.later(ALL_PUSHED).atOnce();
        world.script.subjects().forEach(company -> world.script.change(company, 2, ChangeCause.CORPORATE_MESSENGER));
    }
}
