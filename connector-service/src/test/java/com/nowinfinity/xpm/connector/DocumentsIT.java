package com.nowinfinity.xpm.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.connector.secrets.Digests;
import com.nowinfinity.xpm.events.DocumentCreated;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@UsesConnector
class DocumentsIT {

    private static final String ABOUT =
            "{'entityId': 'c-1', 'title': 'Minutes', 'folder': 'Minutes', 'executed': true}";

    private final TestConnector connector = TestConnector.shared();
    private final Portal portal = connector.business();

    @Test
    void keepsADocumentAndTellsWorkersWhereItIs() throws Exception {
        byte[] bytes = random(700_000);

        Reply accepted = portal.upload(ABOUT, "minutes.pdf", bytes).expect(202);

        DocumentCreated told = connector
                .heard
                .awaitOf(portal.businessId(), Topics.DOCUMENT_CREATED, 1)
                .getFirst();
        assertThat(told.getDocumentId()).isEqualTo(accepted.text("/documentId"));
        assertThat(told.getEventId()).isEqualTo(accepted.text("/eventId"));
        assertThat(told.getSize()).isEqualTo(bytes.length);
        assertThat(told.getSha256()).isEqualTo(Digests.hex(Digests.sha256().digest(bytes)));
        assertThat(told.getContentType()).isEqualTo("application/pdf");
        assertThat(told.getFileName()).isEqualTo("minutes.pdf");
        assertThat(told.getExecuted()).isTrue();
        HttpResponse<byte[]> fetched = fetch(told.getContentUri(), TestConnector.SECRET);
        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(fetched.body()).isEqualTo(bytes);
        assertThat(fetch(told.getContentUri(), "wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void replacesAnOlderFileOfTheSameDocument() throws Exception {
        String about = ABOUT.replace("}", ", 'documentId': 'd-1'}");
        portal.upload(about, "draft.pdf", random(300_000)).expect(202);
        byte[] signed = random(10);

        portal.upload(about, "signed.pdf", signed).expect(202);

        DocumentCreated told = connector
                .heard
                .awaitOf(portal.businessId(), Topics.DOCUMENT_CREATED, 2)
                .get(1);
        assertThat(fetch(told.getContentUri(), TestConnector.SECRET).body()).isEqualTo(signed);
        assertThat(pieces()).isEqualTo(1);
    }

    @Test
    void takesAnEventIdOnceAndKeepsTheFirstFile() throws Exception {
        String about = ABOUT.replace("}", ", 'eventId': '%s'}".formatted(UUID.randomUUID()));
        byte[] bytes = random(1000);
        Reply first = portal.upload(about, "a.pdf", bytes).expect(202);

        assertThat(portal.upload(about, "a.pdf", bytes).expect(202).json()).isEqualTo(first.json());
        portal.upload(about, "a.pdf", random(1001)).expectProblem(409, "event-id-reused");

        DocumentCreated told = connector
                .heard
                .awaitOf(portal.businessId(), Topics.DOCUMENT_CREATED, 1)
                .getFirst();
        assertThat(fetch(told.getContentUri(), TestConnector.SECRET).body()).isEqualTo(bytes);
    }

    @Test
    void forgetsTheBytesOnceTheyAreInXpm() throws Exception {
        Reply accepted = portal.upload(ABOUT, "a.pdf", random(10)).expect(202);
        DocumentCreated told = connector
                .heard
                .awaitOf(portal.businessId(), Topics.DOCUMENT_CREATED, 1)
                .getFirst();
        outcome(accepted.text("/documentId"), Outcome.RECORDED);
        outcome(accepted.text("/documentId"), Outcome.CREATED);

        await().untilAsserted(() -> assertThat(
                        fetch(told.getContentUri(), TestConnector.SECRET).statusCode())
                .isEqualTo(404));
        assertThat(pieces()).isZero();
    }

    @Test
    void refusesWhatIsTooLarge() {
        portal.upload(ABOUT, "large.pdf", random(1_200_000)).expectProblem(413, "too-large");
        portal.upload(ABOUT, "larger.pdf", random(3_000_000)).expectProblem(413, "too-large");
        assertThat(pieces()).isZero();
    }

    @Test
    void refusesWhatIsNoDocument() {
        byte[] bytes = random(10);
        portal.upload(null, "a.pdf", bytes).expectProblem(400, "invalid-request");
        portal.upload(ABOUT, null, bytes).expectProblem(400, "invalid-request");
        portal.upload(ABOUT, "a.pdf", new byte[0]).expectProblem(400, "invalid-field");
        portal.upload(ABOUT, "../../etc/passwd", bytes).expectProblem(400, "invalid-field");
        portal.upload(ABOUT, "..", bytes).expectProblem(400, "invalid-field");
        portal.upload("{'entityId': 'c-1'", "a.pdf", bytes).expectProblem(400, "malformed-json");
        portal.upload("{'entityId': 'c-1', 'title': 't', 'size': 3}", "a.pdf", bytes)
                .expectProblem(400, "unknown-field");
        portal.upload("{'entityId': '../x', 'title': 't'}", "a.pdf", bytes).expectProblem(400, "invalid-id");
        portal.upload("{'title': 't'}", "a.pdf", bytes).expectProblem(400, "missing-field");
        portal.upload("{'entityId': 'c-1'}", "a.pdf", bytes).expectProblem(400, "missing-field");
        portal.upload(ABOUT.replace("}", ", 'eventId': '7'}"), "a.pdf", bytes).expectProblem(400, "invalid-event-id");
        portal.upload(ABOUT.replace("true", "'yes'"), "a.pdf", bytes).expectProblem(400, "invalid-field");
        portal.post("/documents", ABOUT).expectProblem(415, "unsupported-media-type");
        assertThat(connector.heard.of(portal.businessId(), Topics.DOCUMENT_CREATED))
                .isEmpty();
    }

    private void outcome(String documentId, Outcome outcome) {
        connector
                .workers()
                .publish(
                        Topics.ENTITY_SYNCED,
                        EntitySynced.newBuilder()
                                .setEventId(UUID.randomUUID().toString())
                                .setBusinessId(portal.businessId())
                                .setEntityId("c-1")
                                .setDocumentId(documentId)
                                .setCausedBy(List.of(UUID.randomUUID().toString()))
                                .setOutcome(outcome)
                                .build());
    }

    private long pieces() {
        return connector
                .database()
                .getCollection("document-pieces")
                .countDocuments(new Document("_id", new Document("$regex", "^" + portal.businessId() + "/")));
    }

    private static HttpResponse<byte[]> fetch(String uri, String secret) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                .header("Authorization", "Bearer " + secret)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
