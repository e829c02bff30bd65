package com.nowinfinity.xpm.worker;

import static com.nowinfinity.xpm.worker.World.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ActionTarget;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.DocumentCreated;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.worker.dispatch.Stores;
import com.nowinfinity.xpm.worker.documents.Documents;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Documents that cannot be sent as they were told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsIT {

    private static final byte[] BYTES = "Minutes of the first meeting".getBytes(StandardCharsets.UTF_8);

    private final World world;

    DocumentsIT() throws Exception {
        world = new World(
                200, 4, "documents.tries=2", "documents.pause=100ms", "documents.timeout=1s", "documents.max-size=1KB");
        world.connect(false);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void parksWithTheReasonWhatCanNeverBeSentAndSendsTheRest() throws Exception {
        Entity company = Entities.company("c-bad", "Bad Papers Pty Ltd").build();
        world.outcome(world.change(company, ChangeCause.CREATED), "c-bad");
        tell(document("d-large", "c-bad").setSize(2048));
        tell(document("d-unlike", "c-bad").setSha256("0".repeat(64)));
        tell(document("d-type", "c-bad").setContentType("application/x-msdownload"));
        tell(document("d-foreign", "c-bad").setContentUri("https://elsewhere.example/d"));
        tell(document("d-draft", "c-bad").setExecuted(false));
        tell(document("d-good", "c-bad"));

        PushRequested push = world.push("c-bad").setDocuments(true).build();
        world.publish(Topics.PUSH_REQUESTED, push);

        assertThat(world.outcome(push.getEventId(), "c-bad").getOutcome()).isEqualTo(Outcome.CREATED);
        assertThat(parked(push, "d-large").getCode()).isEqualTo("document-too-large");
        assertThat(parked(push, "d-unlike").getCode()).isEqualTo("document-differs");
        assertThat(parked(push, "d-type").getCode()).isEqualTo("document-type-not-allowed");
        assertThat(parked(push, "d-foreign").getCode()).isEqualTo("document-host-not-allowed");
        soon().untilAsserted(() -> assertThat(outcomes(push, "d-good")).containsExactly(Outcome.CREATED));
        assertThat(outcomes(push, "d-draft")).isEmpty();
    }

    @Test
    void triesAnUnreachableHostAgainThenWaitsForAPerson() throws Exception {
        Entity company = Entities.company("c-down", "Distant Papers Pty Ltd").build();
        world.outcome(world.change(company, ChangeCause.CREATED), "c-down");
        world.xero.unreachable.add("d-down");
        tell(document("d-down", "c-down"));
        tell(document("d-dropped", "c-down").setSize(2048));
        PushRequested push = world.push("c-down").setDocuments(true).build();
        world.publish(Topics.PUSH_REQUESTED, push);
        assertThat(parked(push, "d-down").getCode()).isEqualTo("document-unreachable");

        world.xero.unreachable.clear();
        String retry = act(Action.RETRY, "d-down");
        soon().untilAsserted(
                        () -> assertThat(outcomes(push, "d-down")).containsExactly(Outcome.PARKED, Outcome.CREATED));
        soon().untilAsserted(() -> assertThat(outcomes(retry, "d-down")).containsExactly(Outcome.RECORDED));

        parked(push, "d-dropped");
        act(Action.DROP, "d-dropped");
        soon().untilAsserted(
                        () -> assertThat(outcomes(push, "d-dropped")).containsExactly(Outcome.PARKED, Outcome.DROPPED));
        String again = act(Action.DROP, "d-dropped");
        soon().untilAsserted(() -> assertThat(outcomes(again, "d-dropped")).containsExactly(Outcome.UNCHANGED));
        assertThat(outcomes(push, "d-dropped")).containsExactly(Outcome.PARKED, Outcome.DROPPED);
    }

    @Test
    void aHostThatDripsHoldsNobodyUpAndARedirectIsNotFollowed() throws Exception {
        Entity company = Entities.company("c-slow", "Slow Papers Pty Ltd").build();
        world.outcome(world.change(company, ChangeCause.CREATED), "c-slow");
        world.xero.dripping.addAll(List.of("d-drip-1", "d-drip-2", "d-drip-3"));
        world.xero.moved.add("d-moved");
        world.xero.documents.put("moved-d-moved", BYTES);
        for (String documentId : world.xero.dripping) {
            tell(document(documentId, "c-slow").setSize(1000));
        }
        tell(document("d-moved", "c-slow"));
        tell(document("d-steady", "c-slow"));

        PushRequested push = world.push("c-slow").setDocuments(true).build();
        world.publish(Topics.PUSH_REQUESTED, push);

        soon().untilAsserted(() -> assertThat(outcomes(push, "d-steady")).containsExactly(Outcome.CREATED));
        for (String documentId : List.of("d-drip-1", "d-drip-2", "d-drip-3", "d-moved")) {
            assertThat(parked(push, documentId).getCode()).isEqualTo("document-unreachable");
        }
    }

    @Test
    void theInternalSecretIsCarriedToNoOtherAddress() {
        assertThat(world.worker().getBean(HttpClient.class).followRedirects()).isEqualTo(HttpClient.Redirect.NEVER);
    }

    private String act(Action action, String documentId) {
        return world.act(action, false, ActionTarget.newBuilder().setDocumentId(documentId));
    }

    /** It is told before it is stored. */
    private Reason parked(PushRequested push, String documentId) {
        soon().untilAsserted(() -> assertThat(outcomes(push, documentId)).contains(Outcome.PARKED));
        Documents stored = world.worker().getBean(Stores.class).documents();
        soon().until(() ->
                stored.find(world.businessId, documentId).orElseThrow().parked() != null);
        return world.documentOutcomes(push.getEventId(), documentId).getFirst().getReason();
    }

    private List<Outcome> outcomes(PushRequested push, String documentId) {
        return outcomes(push.getEventId(), documentId);
    }

    private List<Outcome> outcomes(String eventId, String documentId) {
        return world.documentOutcomes(eventId, documentId).stream()
                .map(EntitySynced::getOutcome)
                .toList();
    }

    private void tell(DocumentCreated.Builder document) {
        DocumentCreated told = document.build();
        world.xero.documents.put(told.getDocumentId(), BYTES);
        world.publish(Topics.DOCUMENT_CREATED, told);
    }

    private DocumentCreated.Builder document(String documentId, String entityId) throws Exception {
        return DocumentCreated.newBuilder()
                .setEventId(World.id())
                .setBusinessId(world.businessId)
                .setOccurredAt(Instant.now())
                .setDocumentId(documentId)
                .setEntityId(entityId)
                .setTitle("Minutes " + documentId)
                .setFileName(documentId + ".txt")
                .setContentType("text/plain")
                .setSize(BYTES.length)
                .setSha256(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(BYTES)))
                .setContentUri(world.xero.doorUri() + "/internal/businesses/" + world.businessId + "/documents/"
                        + documentId + "/content")
                .setExecuted(true);
    }
}
