package com.nowinfinity.xpm.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.ReportPublished;
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

    private final String person = "p-" + UUID.randomUUID();
    private final Events leaving = new Events();
    private final Events staying = new Events();

    @Test
    void leavesNothingOfABusinessAndEverythingOfTheOthers() throws Exception {
        TestNotificationService service = TestNotificationService.shared();
        String token = service.token(person, leaving.businessId, staying.businessId);
        service.inbox(token);
        for (Events events : List.of(leaving, staying)) {
            service.neighbours.publish(
                    Topics.REPORT_PUBLISHED,
                    ReportPublished.newBuilder(events.report("rep-1", person))
                            .setOccurredAt(Instant.now())
                            .build());
            service.neighbours.publish(Topics.SYNC_FINISHED, events.finished("r-1", RunEnd.COMPLETED));
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> service.inbox(token).size() == 2
                        && MailProvider.shared().mailOf(person).size() == 2
                        && collectionsWith(leaving.businessId).contains("progress")
                        && collectionsWith(staying.businessId).contains("progress"));
        String read = service.inbox(token).get(0).get("id").asString();
        service.call("POST", service.address("/api/notifications/" + read + "/read"), token);
        List<String> before = collectionsWith(staying.businessId);
        assertThat(collectionsWith(leaving.businessId)).contains("mails", "notices", "people", "progress");

        service.neighbours.publish(Topics.CONNECTION_CHANGED, left(leaving.businessId));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(collectionsWith(leaving.businessId)).containsExactly("forgotten"));
        assertThat(collectionsWith(staying.businessId)).isEqualTo(before);
        assertThat(service.inbox(token)).hasSize(1);
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
            MongoDatabase database = client.getDatabase("notification-service");
            Document ofBusiness = new Document("_id", new Document("$regex", "^" + Pattern.quote(businessId)));
            return database.listCollectionNames().into(new ArrayList<>()).stream()
                    .filter(name ->
                            database.getCollection(name).find(ofBusiness).first() != null)
                    .sorted()
                    .toList();
        }
    }
}
