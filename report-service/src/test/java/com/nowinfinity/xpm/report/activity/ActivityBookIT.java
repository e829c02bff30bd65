package com.nowinfinity.xpm.report.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.report.storage.Key;
import com.nowinfinity.xpm.standalone.TestPlatform;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActivityBookIT {

    private static final Instant LIMIT = Instant.parse("2024-03-02T09:00:00Z");

    private final MongoClient client = MongoClients.create(TestPlatform.shared().mongoUri());
    private final MongoDatabase database = client.getDatabase("activity-" + UUID.randomUUID());
    private final ActivityBook unit = new ActivityBook(database);

    @AfterEach
    void stop() {
        database.drop();
        client.close();
    }

    @Test
    void readsWhatWasStoredBeforeCausesWere() {
        database.getCollection("activity")
                .insertOne(new Document("_id", Key.of("b-1", "1"))
                        .append("at", Date.from(LIMIT))
                        .append("what", "entity-synced")
                        .append("entityId", "c-1")
                        .append("eventId", "e-1")
                        .append("fields", List.of("name")));

        assertThat(unit.newestFirst("b-1", null, null, 2)).singleElement().satisfies(entry -> {
            assertThat(entry.activity().eventId()).isEqualTo("e-1");
            assertThat(entry.activity().causedBy()).isEmpty();
        });
    }

    @Test
    void forgetsWhatHappenedLongAgoAndNothingElse() {
        for (int seconds : new int[] {-1, 0, 1}) {
            database.getCollection("activity")
                    .insertOne(new Document("_id", "a" + seconds).append("at", Date.from(LIMIT.plusSeconds(seconds))));
        }

        unit.forget(LIMIT);

        assertThat(database.getCollection("activity").find())
                .extracting(entry -> entry.getString("_id"))
                .containsExactlyInAnyOrder("a0", "a1");
    }
}
