package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.worker.Entities;
import com.nowinfinity.xpm.worker.matching.MatchKeys;
import com.nowinfinity.xpm.worker.mirror.Mirror;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Who is created is looked for in the mirror first, however many clients a practice has. */
class CandidatesTest {

    private static final int CLIENTS = 3_000;

    private final AtomicInteger read = new AtomicInteger();
    private final SimWorld world = new SimWorld(1, Plants.shelf("mirror", CountingShelf::new));
    private final Mirror mirror = new Mirror(world.shelf("mirror"), () -> Instant.EPOCH);
    private final Subject company = world.script.subject("harbour", 1);

    @Test
    void readsOnlyTheClientsThatANewEntityMayBe() {
        for (int number = 0; number < CLIENTS; number++) {
            mirror.show("harbour", company.tenantId(), client("Client " + number, "%09d".formatted(number)));
        }
        String push = pushed();

        world.run().verify();

        assertThat(world.story.outcome(push, company.entityId())).contains(Outcome.CREATED);
        assertThat(read).as("whole clients read from the mirror").hasValueLessThan(20);
    }

    @Test
    void knowsAClientThatWasStoredBeforeThereWereKeys() {
        // By its number alone: a search in XPM by our name does not find it.
        mirror.show(
                "harbour", company.tenantId(), client("As it was called once", Objects.requireNonNull(company.acn())));
        for (String field : Mirror.KEYS) {
            world.shelf("mirror")
                    .scan(
                            new Document("_id", new Document("$gt", "")),
                            found -> world.shelf("mirror")
                                    .change(found.getString("_id"), new Document(), List.of(field, "keysMadeOf")));
        }
        String push = pushed();

        world.run();

        assertThat(world.story.outcome(push, company.entityId())).contains(Outcome.UPDATED);
        assertThat(world.practices.all(company.tenantId())).hasSize(1);
    }

    @Test
    void findsAPersonHoweverTheNameIsWritten() {
        for (String name : List.of("Lee, Robert", "R Lee", "Robert James Lee", "Peter Lee", "Robert Smith")) {
            mirror.show("harbour", company.tenantId(), client(name, ""));
        }

        assertThat(mirror.having(
                        "harbour",
                        company.tenantId(),
                        MatchKeys.of(Entities.person("p-1", "Robert", "Lee").build())))
                .extracting(PracticeClient::name)
                .containsExactlyInAnyOrder("Lee, Robert", "R Lee", "Robert James Lee");
    }

    private String pushed() {
        world.script.connect("harbour", company.tenantId(), 1);
        world.script.change(company, 1, ChangeCause.EDITED);
        return world.script.push(company);
    }

    private PracticeClient client(String name, String acn) {
        return world.practices.add(
                company.tenantId(),
                ClientPatch.NONE
                        .set(ClientElement.NAME, name)
                        .set(ClientElement.COMPANY_NUMBER, acn)
                        .set(ClientElement.BUSINESS_STRUCTURE, "Company"));
    }

    /** Counts the clients that are handed over whole. */
    private final class CountingShelf extends AlteredShelf {

        private CountingShelf(Shelf shelf) {
            super(shelf, found -> {});
        }

        @Override
        public void scan(Document filter, List<String> fields, int atMost, Consumer<Document> sink) {
            super.scan(filter, fields, atMost, found -> {
                if (fields.isEmpty() || fields.contains("client")) {
                    read.incrementAndGet();
                }
                sink.accept(found);
            });
        }
    }
}
