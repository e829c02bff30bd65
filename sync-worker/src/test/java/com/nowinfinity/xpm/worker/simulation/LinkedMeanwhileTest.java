package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.intents.Intents;
import com.nowinfinity.xpm.worker.mirror.Mirror;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person links an entity to a client while its own is about to be created. */
class LinkedMeanwhileTest {

    private static final String BUSINESS = "harbour";
    private static final String TENANT = Script.tenantOf(BUSINESS);

    private final SimWorld world = new SimWorld(1);
    private String standing = "";

    @BeforeEach
    void aClientStandsInXpm() {
        PracticeClient client =
                world.practices.add(TENANT, ClientPatch.NONE.set(ClientElement.NAME, "Somebody else's name"));
        standing = client.id();
        new Mirror(world.shelf("mirror"), world.scheduler::now).show(BUSINESS, TENANT, client);
        world.script.connect(BUSINESS, TENANT, 1);
    }

    @Test
    void createsNothingOnceItIsLinked() {
        Subject first = told(1);
        Subject second = told(2);
        Subject linked = told(3);
        world.script.later(Duration.ofMinutes(5)).atOnce();
        world.script.push(first);
        world.script.decide(Action.CHECK_AGAIN, first, null);
        world.script.push(second);
        // The sixth call of the minute is the search for it; its create has to wait for the next one.
        world.script.later(Duration.ofSeconds(5));
        String push = world.script.push(linked);
        world.script.later(Duration.ofSeconds(20));
        String link = world.script.decide(Action.LINK, linked, standing);

        world.run();

        assertThat(world.judge.violations).isEmpty();
        assertThat(world.story.outcome(link, linked.entityId())).contains(Outcome.UPDATED);
        assertThat(world.story.outcome(push, linked.entityId())).contains(Outcome.UPDATED);
        assertThat(intent(linked).clientIn(TENANT)).contains(standing);
        assertThat(world.practices.all(TENANT))
                .as("the two, and the one that stood")
                .hasSize(3);
    }

    /** Whatever moment the person chooses: before the search, while the create is under way, after it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theLinkStands(long moment) {
        Subject linked = told(1);
        world.script.later(Duration.ofMinutes(5)).atOnce();
        String push = world.script.push(linked);
        world.script.later(Duration.ofMillis(60 * moment));
        String link = world.script.decide(Action.LINK, linked, standing);

        world.run();

        assertThat(world.judge.violations).isEmpty();
        assertThat(world.story.outcome(link, linked.entityId())).contains(Outcome.UPDATED);
        assertThat(world.story.outcome(push, linked.entityId())).isPresent();
        assertThat(intent(linked).clientIn(TENANT)).contains(standing);
    }

    private Subject told(int number) {
        Subject company = world.script.subject(BUSINESS, number);
        world.script.change(company, 1, ChangeCause.EDITED);
        return company;
    }

    private Intent intent(Subject subject) {
        return new Intents(world.shelf("intents")).find(BUSINESS, subject.entityId());
    }
}
