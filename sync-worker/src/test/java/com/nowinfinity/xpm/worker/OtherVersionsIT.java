package com.nowinfinity.xpm.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.SyncRequested;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.standalone.TestPlatform;
import com.nowinfinity.xpm.worker.limits.Organisation;
import com.nowinfinity.xpm.worker.limits.Organisations;
import com.nowinfinity.xpm.worker.limits.Slot;
import com.nowinfinity.xpm.worker.mongo.MongoShelf;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import com.nowinfinity.xpm.worker.pushes.Push;
import com.nowinfinity.xpm.worker.pushes.Pushes;
import com.nowinfinity.xpm.worker.runs.Run;
import com.nowinfinity.xpm.worker.runs.Runs;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** F30: what an older or a newer version of a worker has stored of runs, pushes and organisations can be gone on with. */
class OtherVersionsIT {

    static {
        // Avro reads only what it was told to trust, and the topics tell it.
        Objects.requireNonNull(Topics.PUSH_REQUESTED);
    }

    private static final Document MORE = new Document("colour", "green").append("parts", List.of(new Document("a", 1)));

    private final MongoClient client = MongoClients.create(TestPlatform.shared().mongoUri());
    private final MongoCollection<Document> stored =
            client.getDatabase("versions-" + UUID.randomUUID()).getCollection("stored");
    private final MongoShelf shelf = new MongoShelf(stored);

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void f30ReadsARun() {
        Runs runs = new Runs(shelf);
        SyncRequested asked = SyncRequested.newBuilder()
                .setEventId(World.id())
                .setBusinessId("b-1")
                .setOccurredAt(Instant.EPOCH)
                .setRunId("r-1")
                .build();
        runs.record(asked, 3, Map.of("t", 5L));
        Run before = runs.find("b-1", "r-1").orElseThrow();

        set(MORE, "asked.colour", "green");
        assertThat(runs.find("b-1", "r-1")).contains(before);

        stored.updateMany(
                new Document(),
                new Document(
                        "$unset",
                        new Document("attempt", "").append("cancelled", "").append("conclusion", "")));
        assertThat(runs.find("b-1", "r-1")).contains(before);
        assertThat(runs.begin("b-1", "r-1").attempt()).isEqualTo(1);
    }

    @Test
    void f30ReadsAPushAlsoInAStateThatIsNew() {
        Pushes pushes = new Pushes(shelf);
        PushRequested asked = PushRequested.newBuilder()
                .setEventId(World.id())
                .setBusinessId("b-1")
                .setOccurredAt(Instant.EPOCH)
                .setPushId("p-1")
                .setEntityId("c-1")
                .build();
        pushes.record(asked, 3, Map.of("t", 5L));
        Push before = pushes.find("b-1", asked.getEventId()).orElseThrow();

        set(MORE, "asked.colour", "green");
        assertThat(pushes.find("b-1", asked.getEventId())).contains(before);

        set(new Document("state", "HALF_TOLD"), "colour", "blue");
        stored.updateMany(
                new Document(), new Document("$unset", new Document("entityIds", "").append("documentIds", "")));
        Push newer = pushes.find("b-1", asked.getEventId()).orElseThrow();
        assertThat(newer.state()).as("gone on with, not begun anew").isEqualTo(Push.State.EXPANDED);
        assertThat(newer.entityIds()).isEmpty();
    }

    @Test
    void f30TakesAnOrganisationOverWithASlotWhosePurposeIsNew() {
        Organisations organisations = new Organisations(shelf);
        Document slot = new Document("id", "s-1")
                .append("purpose", "MERGE")
                .append("subject", "c-1")
                .append("takenAt", Date.from(Instant.EPOCH))
                .append("colour", "green");
        Document quota = new Document("tenantId", "t-1")
                .append("answered", List.of())
                .append("open", List.of(slot))
                .append("day", List.of(new Document("start", Date.from(Instant.EPOCH)).append("calls", 2)))
                .append("colour", "green");
        stored.insertOne(new Document("_id", "b-1")
                .append(Shelf.REVISION, 1L)
                .append("ownerEpoch", 7L)
                .append("quotas", List.of(quota))
                .append("colour", "green"));

        Organisation taken = organisations.takeOver("b-1");

        assertThat(taken.ownerEpoch()).isEqualTo(8);
        assertThat(taken.slots())
                .extracting(Slot::purpose)
                .as("looked up before anything is sent")
                .containsExactly(Slot.Purpose.CREATE);
    }

    private void set(Document fields, String more, Object value) {
        stored.updateMany(new Document(), new Document("$set", new Document(fields).append(more, value)));
    }
}
