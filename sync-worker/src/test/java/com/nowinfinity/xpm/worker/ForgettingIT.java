package com.nowinfinity.xpm.worker;

import static com.nowinfinity.xpm.worker.World.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Topics;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A practice that was linked by a run and leaves, by half and altogether. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ForgettingIT {

    private final World world;
    private final List<Entity> entities;

    ForgettingIT() throws Exception {
        world = new World(200, 1);
        entities = world.xero.seededEntities();
    }

    @BeforeAll
    void linksByARun() {
        world.connect(false);
        entities.forEach(entity -> world.change(entity, ChangeCause.IMPORTED));
        soon().until(() -> world.outcomes.size() == entities.size());
        world.run();
        assertThat(links()).isPositive();
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    @Order(1)
    void givesUpLinksAndFindsThemAgainWithTheNextRun() {
        int before = links();

        world.forget(Instant.now(), null);

        soon().until(() -> links() == 0);
        world.run();
        assertThat(links()).isEqualTo(before);
    }

    @Test
    @Order(2)
    void keepsNothingOfABusinessButWhoOwnsItAndItsQuotas() {
        assertThat(world.database.kept(world.businessId)).contains("intents", "mirror", "runs", "events");

        Instant left = Instant.now();
        world.forget(left, left);

        // Of the events, the id of the one that told it.
        soon().untilAsserted(() -> assertThat(world.database.kept(world.businessId))
                .containsExactly("connections", "events", "forgotten", "organisations"));
    }

    @Test
    @Order(3)
    void takesWhatComesAfterwardsAndNothingFromBefore() {
        Entity entity = entities.getFirst();
        EntityChanged old = EntityChanged.newBuilder()
                .setEventId(World.id())
                .setBusinessId(world.businessId)
                .setOccurredAt(Instant.now().minusSeconds(3600))
                .setCause(ChangeCause.EDITED)
                .setEntity(entity)
                .build();
        world.publish(Topics.ENTITY_CHANGED, old);

        String eventId = world.change(entities.getLast(), ChangeCause.CREATED);

        assertThat(world.outcome(eventId, entities.getLast().getEntityId()).getOutcome())
                .isEqualTo(Outcome.RECORDED);
        assertThat(world.outcomes).noneMatch(outcome -> outcome.getCausedBy().contains(old.getEventId()));
    }

    private int links() {
        return world.database.inStores(stores -> {
            AtomicInteger links = new AtomicInteger();
            stores.intents().ties(world.businessId, tie -> links.incrementAndGet());
            return links.get();
        });
    }
}
