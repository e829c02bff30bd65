package com.nowinfinity.xpm.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.EntityStatus;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.PushScope;
import com.nowinfinity.xpm.simulator.faults.Effect;
import com.nowinfinity.xpm.simulator.faults.Fault;
import com.nowinfinity.xpm.simulator.faults.FaultScript;
import com.nowinfinity.xpm.simulator.faults.Sample;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The wire fails while a client is created: F8 and F10, on real sockets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WireFaultsIT {

    private static final String ADD = "client.api/add";

    private final World world;
    private int companies;

    WireFaultsIT() throws Exception {
        world = new World(200, 3, "xpm.answer-deadline=2s", "xpm.outage-pause=1s");
        world.connect(false);
    }

    @AfterEach
    void calm() {
        world.xero.simulator.play(FaultScript.NONE);
    }

    @AfterAll
    void close() {
        world.close();
    }

    /** Each time the client is there; only its answer is not. */
    static Stream<Named<Effect>> lostAnswers() {
        return Stream.of(
                Named.of("a reset", new Effect.Drop(true)),
                Named.of("half a body", new Effect.Truncate(40)),
                Named.of("a body that never ends", new Effect.Drip(20, Duration.ofMillis(100), true)),
                Named.of("a proxy's page", new Effect.Respond(502, Sample.HTML, null, null, null, true)));
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void f8CreatesOnceWhateverBecomesOfTheAnswer(Effect effect) {
        Entity company = company();
        world.xero.simulator.play(FaultScript.of(1, Fault.on(ADD, effect).once()));

        EntitySynced outcome = pushed(company);

        assertThat(outcome.getOutcome()).isEqualTo(Outcome.CREATED);
        assertThat(inXpm(company)).isOne();
        assertThat(world.xero.simulator.summary().doubled()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"minute", "concurrent", "appminute"})
    void f10CallsNothingUntilALimitIsOver(String limit) {
        Entity company = company();
        world.xero.simulator.play(FaultScript.of(
                1, Fault.on(ADD, new Effect.Throttle(limit, "2", null)).once()));

        EntitySynced outcome = pushed(company);

        assertThat(outcome.getOutcome()).isEqualTo(Outcome.CREATED);
        assertThat(inXpm(company)).isOne();
        assertThat(world.xero.simulator.summary().impatient())
                .as("calls before Retry-After was over")
                .isZero();
    }

    private EntitySynced pushed(Entity company) {
        world.change(company, ChangeCause.CREATED);
        return world.pushed(world.push(company.getEntityId())
                .setScope(PushScope.ENTITY_ONLY)
                .setRelationships(false));
    }

    private long inXpm(Entity company) {
        return world.xero.simulator.organisation(world.xero.tenantId()).clients().stream()
                .filter(client -> company.getName().equals(client.name()))
                .count();
    }

    private Entity company() {
        companies++;
        return Entity.newBuilder()
                .setEntityId("wire-" + companies)
                .setVersion(1)
                .setKind(EntityKind.COMPANY)
                .setName("Broken Wire No. %d Pty Ltd".formatted(companies))
                .setStatus(EntityStatus.ACTIVE)
                .build();
    }
}
