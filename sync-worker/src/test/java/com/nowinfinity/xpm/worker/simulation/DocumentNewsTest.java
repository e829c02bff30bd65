package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.DocumentCreated;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.worker.documents.Documents;
import com.nowinfinity.xpm.worker.documents.EntityDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several events about one document. */
class DocumentNewsTest {

    private static final Instant DRAFTED = Instant.parse("2026-03-01T00:00:00Z");
    private static final DocumentCreated DRAFT = told("draft", DRAFTED, false);
    private static final DocumentCreated SIGNED = told("signed", DRAFTED.plusSeconds(60), true);

    private final Documents documents = new Documents(new MemoryShelf());

    @Test
    void countTheLastOneWhateverTheirOrder() {
        documents.record(SIGNED);
        documents.record(DRAFT);

        assertThat(document().told()).isEqualTo(SIGNED);
        assertThat(document().unrecorded()).containsExactly("signed", "draft");
    }

    @Test
    void changeNothingWhenTheyComeAgain() {
        documents.record(DRAFT);
        documents.record(SIGNED);
        documents.update("harbour", "minutes", known -> known.withRecorded(known.unrecorded()));
        documents.record(DRAFT);
        documents.record(SIGNED);

        assertThat(document().told()).isEqualTo(SIGNED);
        assertThat(document().unrecorded()).isEmpty();
    }

    /** Nobody waits for the first one to be told: what comes in a batch is stored before anything of it is worked for. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void haveAnOutcomeEachThoughTheyComeTogether(long seed) {
        SimWorld world = new SimWorld(seed);
        Script.Subject company = world.script.subject("harbour", 1);
        world.script.connect("harbour", company.tenantId(), 1);
        world.script.change(company, 1, ChangeCause.EDITED);
        world.script.later(Duration.ofMinutes(1));
        world.scheduler.after(Duration.ofSeconds(40), () -> world.broker.leaderless = true);
        world.scheduler.after(Duration.ofMinutes(2), () -> {
            world.broker.leastInABatch = 10;
            world.broker.leaderless = false;
            world.heard(world.partitionOf("harbour"));
        });
        List<DocumentCreated> told = List.of(world.script.tellOfPaper(company), world.script.tellOfPaper(company));

        world.run();

        assertThat(told)
                .allSatisfy(event -> assertThat(world.story.outcome(event.getEventId(), event.getDocumentId()))
                        .contains(Outcome.RECORDED));
    }

    private EntityDocument document() {
        return documents.find("harbour", "minutes").orElseThrow();
    }

    private static DocumentCreated told(String eventId, Instant at, boolean executed) {
        return DocumentCreated.newBuilder()
                .setEventId(eventId)
                .setBusinessId("harbour")
                .setOccurredAt(at)
                .setDocumentId("minutes")
                .setEntityId("company")
                .setTitle("Minutes")
                .setExecuted(executed)
                .build();
    }
}
