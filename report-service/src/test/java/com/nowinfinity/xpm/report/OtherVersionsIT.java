package com.nowinfinity.xpm.report;

import static com.nowinfinity.xpm.report.discrepancy.Compared.difference;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.Topics;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** F30: a newer version of the service has written into the same database, with words that this one does not know. */
class OtherVersionsIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Events events = new Events();
    private TestReportService service;
    private MongoDatabase database;

    @BeforeEach
    void compare() throws Exception {
        service = TestReportService.shared();
        database = service.context.getBean(MongoDatabase.class);
        service.neighbours.publish(Topics.SYNC_REQUESTED, events.requested("r-1"));
        service.neighbours.publish(
                Topics.ENTITY_COMPARED,
                events.compared(
                        "r-1",
                        "c-1",
                        "x-1",
                        difference("field-differs", "email", "a@ours", "b@theirs"),
                        difference("field-differs", "phone", "1", "2")));
        service.neighbours.publish(Topics.SYNC_FINISHED, events.finished("r-1", RunEnd.COMPLETED, 1));
        await().atMost(SOON)
                .until(() -> !service.items(events.businessId, "/discrepancies?runId=r-1")
                        .isEmpty());
    }

    @Test
    void f30GoesOnWithTheOutcomesOfOthersWhereAnActionIsNew() {
        String strange = resolve("email");
        String known = resolve("phone");
        rename("asks", strange, "items.0.item.action", "MERGE");
        rename("resolutions", strange, "items.0.action", "MERGE");

        service.neighbours.publish(Topics.ENTITY_SYNCED, outcome(strange, "email"));
        service.neighbours.publish(Topics.ENTITY_SYNCED, outcome(known, "phone"));

        await().atMost(SOON).until(() -> row("phone").get("state").asString().equals("RESOLVED"));
        assertThat(row("email").get("state").asString())
                .as("only the version that asked can tell what it meant")
                .isEqualTo("NEW");
        assertRefused(service.get(events.businessId, "/discrepancies/resolutions/" + strange));
        assertRefused(service.post(events.businessId, "/discrepancies/resolutions/" + strange + "/confirm", ""));

        rename("resolutions", strange, "items.0.action", "PUSH");
        assertThat(service.json(events.businessId, "/discrepancies/resolutions/" + strange)
                        .get("state")
                        .asString())
                .as("nothing of what was told of it is lost")
                .isEqualTo("COMPLETED");
    }

    @Test
    void f30RefusesAWorkbookWithAnActionThatIsNew() {
        database.getCollection("workbooks")
                .insertOne(new Document("_id", events.businessId + "/w-1")
                        .append("wishes", List.of(new Document("discrepancy", "d-1").append("action", "MERGE"))));

        assertRefused(service.post(events.businessId, "/workbooks/w-1/run", ""));
    }

    @Test
    void f30ReadsEverythingThatHasMoreThanItKnowsOrLessThanItWrites() {
        String id = resolve("email");
        service.neighbours.publish(
                Topics.ENTITY_SYNCED,
                events.synced("c-9", Outcome.PARKED, "x-9", UUID.randomUUID().toString()));
        await().atMost(SOON)
                .until(() -> !service.items(events.businessId, "/parked").isEmpty()
                        && !service.items(events.businessId, "/activity?entityId=c-9")
                                .isEmpty());
        List<String> paths = List.of(
                "/reports",
                "/discrepancies",
                "/discrepancies/resolutions/" + id,
                "/parked",
                "/activity?entityId=c-9",
                "/clients?query=x",
                "/groups",
                "/entities/c-1/flags");
        List<JsonNode> before = paths.stream()
                .map(path -> service.json(events.businessId, path))
                .toList();

        Document more = new Document("colour", "green").append("parts", List.of(new Document("a", 1)));
        Document less = new Document("sections", "").append("ofRun", "").append("due", "");
        for (String name : database.listCollectionNames()) {
            database.getCollection(name).updateMany(ofBusiness(), new Document("$set", more).append("$unset", less));
        }

        assertThat(paths.stream().map(path -> service.json(events.businessId, path)))
                .containsExactlyElementsOf(before);
        String reportId = before.getFirst().get("items").get(0).get("reportId").asString();
        assertThat(service.json(events.businessId, "/reports/" + reportId + "/download?format=json")
                        .get("discrepancies"))
                .hasSize(2);
    }

    private Document ofBusiness() {
        return new Document(
                "_id", new Document("$gte", events.businessId).append("$lt", events.businessId + Character.MAX_VALUE));
    }

    private String resolve(String field) {
        HttpResponse<byte[]> response = service.post(events.businessId, "/discrepancies/resolutions", """
                {"items": [{"id": "%s", "action": "PUSH"}]}
                """.formatted(
                        row(field).get("id").asString()));
        return JsonMapper.shared().readTree(response.body()).get("resolutionId").asString();
    }

    private void rename(String collection, String id, String field, String word) {
        assertThat(database.getCollection(collection)
                        .updateOne(
                                new Document("_id", events.businessId + "/" + id),
                                new Document("$set", new Document(field, word)))
                        .getMatchedCount())
                .isEqualTo(1);
    }

    private EntitySynced outcome(String causedBy, String field) {
        return EntitySynced.newBuilder(events.synced("c-1", Outcome.UPDATED, "x-1", causedBy))
                .setFields(List.of(field))
                .build();
    }

    private JsonNode row(String field) {
        return service.items(events.businessId, "/discrepancies")
                .valueStream()
                .filter(row -> row.get("field").asString().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private static void assertRefused(HttpResponse<byte[]> response) {
        assertThat(response.statusCode()).as(new String(response.body(), UTF_8)).isEqualTo(409);
        assertThat(JsonMapper.shared().readTree(response.body()).get("code").asString())
                .isEqualTo("other-version");
    }
}
