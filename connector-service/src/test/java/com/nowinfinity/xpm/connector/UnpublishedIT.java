package com.nowinfinity.xpm.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.connector.store.Forms;
import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.SyncRequested;
import com.nowinfinity.xpm.events.Topics;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What a kill leaves behind: a document that is saved, and an event that may or may not be out. */
@UsesConnector
class UnpublishedIT {

    private final TestConnector connector = TestConnector.shared();
    private final Portal portal = connector.business();

    @Test
    void f2PublishesOnceMoreUnderTheSameIdWhatIsOutAndNotNotedAsOut() {
        portal.put("/labels", "{'structures': [{'structure': 'TRUST', 'labels': 'Trust, Estate'}]}")
                .expect(200);
        ConnectionChanged first = connector
                .heard
                .awaitOf(portal.businessId(), Topics.CONNECTION_CHANGED, 1)
                .getFirst();

        connector
                .database()
                .getCollection("businesses")
                .updateOne(
                        new Document("_id", portal.businessId()),
                        new Document("$set", new Document("told.out", false)));

        List<ConnectionChanged> heard = connector.heard.awaitOf(portal.businessId(), Topics.CONNECTION_CHANGED, 2);
        assertThat(heard).containsOnly(first);
        await().untilAsserted(() -> assertThat(stored("businesses", portal.businessId())
                        .get("told", Document.class)
                        .getBoolean("out"))
                .isTrue());
    }

    @Test
    void f1PublishesTheRequestOfARunThatWasSavedAndNotTold() {
        SyncRequested request = SyncRequested.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setBusinessId(portal.businessId())
                .setRunId("r-1")
                .setRequestedBy("u-1")
                .build();
        String id = portal.businessId() + "/r-1";
        connector
                .database()
                .getCollection("runs")
                .insertOne(new Document("_id", id)
                        .append("v", 1L)
                        .append("request", Forms.of(request))
                        .append("unpublished", List.of(Forms.of(request)))
                        .append("active", portal.businessId()));

        assertThat(connector.heard.awaitOf(portal.businessId(), Topics.SYNC_REQUESTED, 1))
                .containsOnly(request);
        await().untilAsserted(() -> assertThat(stored("runs", id).getList("unpublished", Document.class))
                .isEmpty());
        portal.get("/sync-runs/r-1").expect(200);
    }

    private Document stored(String collection, String id) {
        Document document = connector
                .database()
                .getCollection(collection)
                .find(new Document("_id", id))
                .first();
        assertThat(document).isNotNull();
        return document;
    }
}
