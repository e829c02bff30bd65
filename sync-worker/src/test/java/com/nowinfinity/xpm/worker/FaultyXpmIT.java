package com.nowinfinity.xpm.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.simulator.faults.Effect;
import com.nowinfinity.xpm.simulator.faults.Fault;
import com.nowinfinity.xpm.simulator.faults.FaultScript;
import com.nowinfinity.xpm.simulator.faults.Sample;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The faults of XPM's answers over real sockets: F8, F9, F10. How each of them is read is {@code SimulatedFaultsIT}'s
 * matter; what the engine makes of them in all their combinations, the simulation's.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultyXpmIT {

    private static final String ADD = "client.api/add";

    private final AtomicInteger companies = new AtomicInteger();
    private final World world;

    FaultyXpmIT() throws Exception {
        world = new World(200, 8, "xpm.answer-deadline=1s");
        world.connect(false);
    }

    @AfterAll
    void close() {
        world.close();
    }

    static Stream<Arguments> lostAnswers() {
        return Stream.of(
                Arguments.of("the connection breaks before the effect", new Effect.Drop(false)),
                Arguments.of("the connection breaks after the effect", new Effect.Drop(true)),
                Arguments.of("half a body", new Effect.Truncate(120)),
                Arguments.of("a body that never ends", new Effect.Drip(4096, Duration.ofMillis(20), true)),
                Arguments.of(
                        "a proxy's page in mid answer", new Effect.Respond(502, Sample.HTML, null, null, null, true)),
                Arguments.of("a proxy's page and no effect", Effect.Respond.of(502, Sample.HTML)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lostAnswers")
    void f8FindsOutWhatBecameOfACreate(String _fault, Effect effect) {
        String company = company();
        world.xero.simulator.play(FaultScript.of(1, Fault.on(ADD, effect).once()));

        EntitySynced outcome = world.pushed(world.push(company));

        assertThat(outcome.getOutcome()).isEqualTo(Outcome.CREATED);
        assertThat(inXpm(company)).isOne();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("200 with Status ERROR", Effect.Respond.of(200, Sample.STATUS_ERROR)),
                Arguments.of("400", Effect.Respond.of(400, Sample.STATUS_ERROR)),
                Arguments.of("409", Effect.Respond.of(409, Sample.STATUS_ERROR)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void f9ParksWhatXpmRefusesAndGoesOn(String _fault, Effect effect) {
        String refused = company();
        world.xero.simulator.play(FaultScript.of(1, Fault.on(ADD, effect).once()));

        EntitySynced outcome = world.pushed(world.push(refused));
        long calls = world.xero.calls();

        assertThat(outcome.getOutcome()).isEqualTo(Outcome.PARKED);
        assertThat(outcome.getReason().getCode()).isEqualTo("xpm-rejected");
        assertThat(outcome.getReason().getText()).isNotBlank().doesNotContain("<", "Exception");
        Awaitility.await().during(Duration.ofSeconds(1)).until(() -> world.xero.calls() == calls);
        assertThat(world.pushed(world.push(company())).getOutcome()).isEqualTo(Outcome.CREATED);
        assertThat(inXpm(refused)).isZero();
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                Arguments.of(new Effect.Throttle("concurrent", "2", null)),
                Arguments.of(new Effect.Throttle("appminute", null, Duration.ofSeconds(2))));
    }

    /** The simulator counts whoever comes before the time. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("limits")
    void f10CallsNobodyUntilTheTimeThatXpmNamed(Effect.Throttle refusal) {
        String company = company();
        world.xero.simulator.play(FaultScript.of(1, Fault.on(ADD, refusal).once()));

        EntitySynced outcome = world.pushed(world.push(company));

        assertThat(outcome.getOutcome()).isEqualTo(Outcome.CREATED);
        assertThat(inXpm(company)).isOne();
        assertThat(world.xero.simulator.summary().impatient()).isZero();
    }

    @Test
    void f10TakesInChangesWhileItWaits() {
        String first = company();
        world.xero.simulator.play(FaultScript.of(
                1, Fault.on(ADD, new Effect.Throttle("minute", "10", null)).once()));
        world.publish(Topics.PUSH_REQUESTED, world.push(first).build());
        World.soon().until(() -> world.xero.simulator.faults().getFirst().struck() == 1);
        long calls = world.xero.calls();

        String told = company();

        assertThat(world.outcomes).anyMatch(outcome -> outcome.getEntityId().equals(told));
        assertThat(world.xero.calls()).as("calls meanwhile").isEqualTo(calls);
        World.soon().until(() -> inXpm(first) == 1);
    }

    /** A new one, which the worker knows and XPM does not. */
    private String company() {
        String id = "c-faulty-" + companies.incrementAndGet();
        String eventId = world.change(Entities.company(id, name(id)).build(), ChangeCause.CREATED);
        assertThat(world.outcome(eventId, id).getOutcome()).isEqualTo(Outcome.RECORDED);
        return id;
    }

    private static String name(String id) {
        return "Faulty " + id + " Pty Ltd";
    }

    private long inXpm(String id) {
        return world.xero.simulator.organisation(world.xero.tenantId()).clients().stream()
                .filter(client -> client.name().equals(name(id)))
                .count();
    }
}
