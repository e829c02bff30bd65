package com.nowinfinity.xpm.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.events.Topics;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** F30: a newer version of the service has written into the same database, more and with words that are new here. */
class OtherVersionsIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Events events = new Events();

    @Test
    void f30TellsPeopleWhatANewerVersionHasKept() throws Exception {
        TestNotificationService service = TestNotificationService.shared();
        MongoDatabase database = service.context.getBean(MongoDatabase.class);
        String token = service.token("u-1", events.businessId);
        service.neighbours.publish(Topics.REPORT_PUBLISHED, events.report("rep-1", "u-1"));
        service.neighbours.publish(Topics.SYNC_PROGRESSED, events.progressed("r-1", "reading", 10));
        await().atMost(SOON).until(() -> service.inbox(token).size() == 1);
        await().atMost(SOON).until(() -> set(database, "progress", "_id", new Document("newest.phase", "dreaming")));
        JsonNode before = service.inbox(token).get(0);

        for (String name : database.listCollectionNames()) {
            for (String field : List.of("_id", "business")) {
                set(database, name, field, new Document("colour", "green").append("more", new Document("a", 1)));
            }
        }
        set(database, "notices", "business", new Document("kind", "PLAN_CHANGED"));

        JsonNode told = service.inbox(token).get(0);
        assertThat(told.get("id")).isEqualTo(before.get("id"));
        assertThat(told.get("title")).isEqualTo(before.get("title"));
        assertThat(told.get("kind").asString()).as("as it was kept").isEqualTo("PLAN_CHANGED");
        try (LiveStream stream = service.stream(token, null)) {
            await().atMost(SOON)
                    .until(() -> stream.events().stream()
                            .anyMatch(event ->
                                    event.data().path("phase").asString("").equals("dreaming")));
            service.neighbours.publish(Topics.REPORT_PUBLISHED, events.report("rep-2", "u-1"));
            await().atMost(SOON).until(() -> stream.notifications().size() == 1);
        }
    }

    private boolean set(MongoDatabase database, String collection, String field, Document values) {
        return database.getCollection(collection)
                        .updateMany(new Document(field, events.businessId), new Document("$set", values))
                        .getMatchedCount()
                > 0;
    }
}
