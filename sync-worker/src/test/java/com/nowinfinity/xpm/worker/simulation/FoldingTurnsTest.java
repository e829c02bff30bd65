package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.worker.mongo.Due;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import com.nowinfinity.xpm.worker.simulation.Scheduler.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who stands in the queue to fold while somebody before him takes a minute for his turn. Not in every third world, where
 * intake folds by itself.
 */
@ParameterizedClass
@ValueSource(longs = {1, 2, 4, 5, 7, 8})
class FoldingTurnsTest {

    private static final Duration TURN = Duration.ofMinutes(1);
    private static final int COMPANIES = 10;

    private final SimWorld world;
    /** What of the harbour each thread has written while the quay held the queue and since. */
    private final Map<Task, Set<String>> folded = new HashMap<>();

    private final List<Instant> pages = new ArrayList<>();
    private Set<String> burst = Set.of();
    private Instant taken = Instant.MAX;
    private Instant written = Instant.MIN;
    private boolean holding;
    private Instant queued = Instant.MIN;

    FoldingTurnsTest(long seed) {
        world = new SimWorld(seed, Plants.shelf("intents", Watched::new));
    }

    @BeforeEach
    void letTheQuayHoldTheQueue() {
        world.script.connect("harbour", Script.tenantOf("harbour"), 1);
        world.script.connect("quay", Script.tenantOf("quay"), 1);
        world.scheduler.after(
                Duration.ofSeconds(8),
                () -> world.assign(world.partitionOf("quay"), world.owner(world.partitionOf("harbour"))));
        Script.Subject ofQuay = world.script.subject("quay", 1);
        world.script.later(Duration.ofSeconds(40)).atOnce();
        // The turn that each business has for itself.
        world.script.change(world.script.subject("harbour", COMPANIES + 1), 1, ChangeCause.EDITED);
        world.script.change(ofQuay, 1, ChangeCause.EDITED);
        world.script.later(Duration.ofSeconds(10));
        world.scheduler.after(Duration.ofSeconds(46), () -> holding = true);
        world.script.change(ofQuay, 2, ChangeCause.EDITED);
        world.script.later(Duration.ofSeconds(5));
        queued = world.script.time();
    }

    @Test
    void foldsAtHisTurnWhateverHasComeMeanwhile() {
        for (int number = 1; number <= COMPANIES; number++) {
            world.script.change(world.script.subject("harbour", number), 1, ChangeCause.EDITED);
            world.script.later(Duration.ofSeconds(1));
        }

        world.run();

        assertThat(world.judge.violations).isEmpty();
        assertThat(folded.values()).anyMatch(together -> together.size() == COMPANIES);
    }

    @Test
    void letsAPersonPassHim() {
        for (int number = 1; number <= COMPANIES; number++) {
            world.script.change(world.script.subject("harbour", number), 1, ChangeCause.EDITED);
        }
        world.script.later(Duration.ofSeconds(5));
        Script.Subject pushed = world.script.subject("harbour", COMPANIES + 2);
        world.script.change(pushed, 1, ChangeCause.EDITED);
        String push = world.script.push(pushed);

        world.run();

        assertCreatedBeforeHisTurn(push, pushed);
    }

    @Test
    void letsAPersonPassWithTheVeryOneThatQueues() {
        Script.Subject queueing = world.script.subject("harbour", 1);
        world.script.change(queueing, 1, ChangeCause.EDITED);
        world.script.later(Duration.ofSeconds(5));
        String push = world.script.push(queueing);

        world.run();

        assertCreatedBeforeHisTurn(push, queueing);
    }

    @Test
    void givesWayToABurst() {
        world.script.later(TURN);
        // The turn that the business has for itself.
        world.script.change(world.script.subject("harbour", COMPANIES + 2), 1, ChangeCause.EDITED);
        Duration later =
                Duration.between(world.scheduler.now(), world.script.time()).plusSeconds(10);
        world.script.later(Duration.ofSeconds(15));
        for (int number = 1; number <= COMPANIES; number++) {
            world.script.change(world.script.subject("harbour", number), 1, ChangeCause.EDITED);
        }
        world.scheduler.after(later, () -> world.broker.leaderless = true);
        world.scheduler.after(later.plusSeconds(10), () -> {
            world.broker.leastInABatch = 2 * COMPANIES;
            world.broker.leaderless = false;
            world.heard(world.partitionOf("harbour"));
        });

        world.run();

        assertThat(burst).hasSize(COMPANIES);
        assertThat(Duration.between(taken, written)).isBetween(Duration.ofMillis(250), Duration.ofSeconds(5));
    }

    @Test
    void readsAPageOfWhatIsDueAtHisTurn() {
        world.script.connect("harbour", Script.tenantOf("harbour"), 2);

        world.run();

        assertThat(world.judge.violations).isEmpty();
        assertThat(pages)
                .anyMatch(page -> page.isAfter(queued))
                .noneMatch(page -> page.isAfter(queued) && page.isBefore(queued.plus(TURN.minusSeconds(10))));
    }

    private void assertCreatedBeforeHisTurn(String push, Script.Subject company) {
        assertThat(world.story.outcome(push, company.entityId())).contains(Outcome.CREATED);
        assertThat(world.judge.departures(company.tenantId()))
                .as("search and create")
                .hasSize(2)
                .allMatch(call -> call.isBefore(queued.plus(TURN.minusSeconds(10))));
    }

    private final class Watched extends AlteredShelf {
        Watched(Shelf shelf) {
            super(shelf, found -> {});
        }

        @Override
        public void merge(Collection<Merge> merges) {
            super.merge(merges);
            if (merges.size() >= COMPANIES) {
                burst = merges.stream().map(Merge::id).collect(Collectors.toSet());
                taken = world.scheduler.now();
            }
        }

        @Override
        public boolean replace(Document document, long revision) {
            Task me = world.scheduler.current();
            String id = document.getString("_id");
            if (burst.contains(id) && written.isBefore(taken)) {
                written = world.scheduler.now();
            }
            if (id.startsWith("harbour/") && world.scheduler.now().isAfter(queued)) {
                folded.computeIfAbsent(me, task -> new HashSet<>()).add(id);
            }
            if (holding && id.startsWith("quay/")) {
                holding = false;
                world.scheduler.after(TURN, () -> world.scheduler.wake(me));
                world.scheduler.sleep();
            }
            return super.replace(document, revision);
        }

        @Override
        public void scan(Document filter, List<String> fields, int atMost, Consumer<Document> sink) {
            if (atMost > 0 && filter.containsKey(Due.FIELD) && filter.toString().contains("harbour/")) {
                pages.add(world.scheduler.now());
            }
            super.scan(filter, fields, atMost, sink);
        }
    }
}
