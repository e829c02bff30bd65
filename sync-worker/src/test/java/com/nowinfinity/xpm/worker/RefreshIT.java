package com.nowinfinity.xpm.worker;

import static com.nowinfinity.xpm.worker.World.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ActionTarget;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.ChangedBy;
import com.nowinfinity.xpm.events.ClientImported;
import com.nowinfinity.xpm.events.Count;
import com.nowinfinity.xpm.events.Difference;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.SyncFinished;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** One run after the other, over companies that both sides agreed on and that went on changing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RefreshIT {

    private static final Entity OURS = Entities.company("c-1", "Refreshed Holdings Pty Ltd")
            .setPhone("0299990000")
            .setEmail("ours@example.com")
            .setWebsite("ours.example.com")
            .build();

    private final World world;

    RefreshIT() throws Exception {
        world = new World(200, 3);
        world.connect(false);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    @Order(1)
    void takesWhatIsNewerInXpmOnceAReportHasBeenSeenAndNothingElse() throws Exception {
        world.outcome(world.change(OURS, ChangeCause.CREATED), "c-1");
        EntitySynced created = world.pushed(world.push("c-1"));
        assertThat(created.getOutcome()).isEqualTo(Outcome.CREATED);
        ActionTarget.Builder website =
                ActionTarget.newBuilder().setEntityId("c-1").setField("website");
        world.outcome(world.act(Action.ACCEPT, false, website), "c-1");
        Entity newer = Entity.newBuilder(OURS)
                .setVersion(2)
                .setEmail("newer@example.com")
                .build();
        world.outcome(world.change(newer, ChangeCause.EDITED), "c-1");
        world.xero.edit(
                created.getClientId(),
                Map.of("Phone", "0288880000", "Fax", "0288880001", "Website", "theirs.example.com"));

        SyncFinished first = world.run(true);

        assertThat(count(first, "refreshed")).isEmpty();
        assertThat(taken(first)).isEmpty();

        SyncFinished second = world.run(true);

        assertThat(count(second, "refreshed")).contains(1L);
        soon().untilAsserted(() -> assertThat(taken(second)).hasSize(1));
        ClientImported refreshed = taken(second).getFirst();
        assertThat(refreshed.getEntityId()).isEqualTo("c-1");
        assertThat(refreshed.getTake()).containsExactlyInAnyOrder("phone", "fax");
        assertThat(refreshed.getEntity().getPhone()).isEqualTo("0288880000");
        assertThat(differences(second, "c-1"))
                .extracting(Difference::getField)
                .containsExactlyInAnyOrder("phone", "email", "website");
    }

    @Test
    @Order(2)
    void saysThatItChangedAfterTheRunBeforeWhateverThatOneHadToWrite() throws Exception {
        Entity steady = Entities.company("c-2", "Steady Holdings Pty Ltd")
                .setPhone("0299990002")
                .setEmail("steady@example.com")
                .setWebsite("steady.example.com")
                .build();
        world.outcome(world.change(steady, ChangeCause.CREATED), "c-2");
        EntitySynced created = world.pushed(world.push("c-2"));
        Instant pushed = Instant.now();
        world.xero.edit(created.getClientId(), Map.of("Email", "moved@example.com"));

        SyncFinished writes = world.run();
        world.xero.edit(created.getClientId(), Map.of("Phone", "0288880002"));
        SyncFinished writesToo = world.run();
        SyncFinished writesNothing = world.run();
        world.xero.edit(created.getClientId(), Map.of("Website", "moved.example.com"));
        SyncFinished last = world.run();

        assertThat(since(last, "email")).isBefore(pushed);
        assertThat(since(last, "phone")).isBetween(pushed, read(writes));
        assertThat(since(last, "website")).isBetween(writesToo.getOccurredAt(), read(writesNothing));
    }

    private Instant since(SyncFinished run, String field) {
        Difference found = differences(run, "c-2").stream()
                .filter(difference -> field.equals(difference.getField()))
                .findFirst()
                .orElseThrow();
        assertThat(found.getChangedBy()).isEqualTo(ChangedBy.XPM);
        return Objects.requireNonNull(found.getSince());
    }

    /** When a run had read all of XPM: it compares after that. */
    private Instant read(SyncFinished run) {
        return world.pairs(run).stream()
                .map(EntityCompared::getOccurredAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private List<ClientImported> taken(SyncFinished run) {
        return world.imported.stream()
                .filter(client -> run.getRunId().equals(client.getRunId())
                        && !client.getTake().isEmpty())
                .toList();
    }

    /** What differs of a company, as the report will say it. */
    private List<Difference> differences(SyncFinished run, String entityId) {
        return world.pairs(run).stream()
                .filter(pair -> entityId.equals(pair.getEntityId()))
                .flatMap(pair -> pair.getDifferences().stream())
                .toList();
    }

    private static Optional<Long> count(SyncFinished run, String name) {
        return run.getCounts().stream()
                .filter(count -> count.getName().equals(name))
                .map(Count::getCount)
                .findFirst();
    }
}
