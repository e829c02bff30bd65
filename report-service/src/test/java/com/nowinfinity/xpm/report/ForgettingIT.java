package com.nowinfinity.xpm.report;

import static com.nowinfinity.xpm.report.discrepancy.Compared.difference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.standalone.TestPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class ForgettingIT {

    private final Events leaving = new Events();
    private final Events staying = new Events();

    @Test
    void leavesNothingOfABusinessAndEverythingOfTheOthers() throws Exception {
        TestReportService service = TestReportService.shared();
        for (Events events : List.of(leaving, staying)) {
            tell(service, events);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> service.items(events.businessId, "/reports").size() == 1
                            && service.items(events.businessId, "/parked").size() == 1
                            && !service.items(events.businessId, "/clients?query=One")
                                    .isEmpty()
                            && collectionsWith(events.businessId).contains("practices"));
        }
        assertThat(collectionsWith(leaving.businessId))
                .contains("reports", "rows", "activity", "clients", "parked", "practices");
        List<String> before = collectionsWith(staying.businessId);

        service.neighbours.publish(Topics.CONNECTION_CHANGED, left(leaving.businessId));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(collectionsWith(leaving.businessId)).containsExactly("forgotten"));
        assertThat(collectionsWith(staying.businessId)).isEqualTo(before);
        assertThat(service.items(leaving.businessId, "/discrepancies")).isEmpty();
        assertThat(service.items(staying.businessId, "/discrepancies")).hasSize(1);
    }

    private static void tell(TestReportService service, Events events) {
        service.neighbours.publish(Topics.CONNECTION_CHANGED, events.connected(6, "Harbour & Co"));
        service.neighbours.publish(Topics.ENTITY_CHANGED, events.changed("c-1", 3, "One Pty Ltd"));
        service.neighbours.publish(Topics.ENTITY_SYNCED, events.synced("c-1", Outcome.PARKED, "x-1", "e-1"));
        service.neighbours.publish(Topics.CLIENT_IMPORTED, events.imported("t-1", "x-1", "One Pty Ltd", null));
        service.neighbours.publish(
                Topics.ENTITY_COMPARED,
                events.compared("r-1", "c-1", "x-1", difference("field-differs", "email", "a@ours", "b@theirs")));
        service.neighbours.publish(Topics.SYNC_FINISHED, events.finished("r-1", RunEnd.COMPLETED, 1));
    }

    private static ConnectionChanged left(String businessId) {
        return ConnectionChanged.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setBusinessId(businessId)
                .setOccurredAt(Instant.now())
                .setRevision(7)
                .setForgottenAt(Instant.now())
                .build();
    }

    private static List<String> collectionsWith(String businessId) {
        try (MongoClient client = MongoClients.create(TestPlatform.shared().mongoUri())) {
            MongoDatabase database = client.getDatabase("report-service");
            Document ofBusiness = new Document("_id", new Document("$regex", "^" + Pattern.quote(businessId)));
            return database.listCollectionNames().into(new ArrayList<>()).stream()
                    .filter(name ->
                            database.getCollection(name).find(ofBusiness).first() != null)
                    .sorted()
                    .toList();
        }
    }
}
