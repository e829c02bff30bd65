package com.nowinfinity.xpm.worker;

import static com.nowinfinity.xpm.worker.World.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ActionTarget;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.ClientImported;
import com.nowinfinity.xpm.events.Count;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.SyncFinished;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Runs with Refresh data, over a company that both sides agreed on and that went on changing on both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
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
        assertThat(differing(second)).containsExactlyInAnyOrder("phone", "email", "website");
    }

    private List<ClientImported> taken(SyncFinished run) {
        return world.imported.stream()
                .filter(client -> run.getRunId().equals(client.getRunId())
                        && !client.getTake().isEmpty())
                .toList();
    }

    /** What differs of the company, as the report will say it. */
    private List<String> differing(SyncFinished run) {
        return world.compared.stream()
                .filter(pair -> run.getRunId().equals(pair.getRunId()) && "c-1".equals(pair.getEntityId()))
                .flatMap(pair -> pair.getDifferences().stream())
                .map(difference -> String.valueOf(difference.getField()))
                .toList();
    }

    private static Optional<Long> count(SyncFinished run, String name) {
        return run.getCounts().stream()
                .filter(count -> count.getName().equals(name))
                .map(Count::getCount)
                .findFirst();
    }
}
