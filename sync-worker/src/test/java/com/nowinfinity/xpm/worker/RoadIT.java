package com.nowinfinity.xpm.worker;

import static com.nowinfinity.xpm.worker.World.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.DocumentCreated;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.EntityStatus;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.GroupMode;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.PushScope;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.RelationshipType;
import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.SyncFinished;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.simulator.admin.Truth;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** One practice along the whole road, in the order a person takes it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RoadIT {

    private final World world;
    private final List<Entity> entities;

    RoadIT() throws Exception {
        world = new World(200, 1);
        entities = world.xero.seededEntities();
    }

    @BeforeAll
    void tellsEverything() {
        world.connect(false);
        entities.forEach(entity -> world.change(entity, ChangeCause.IMPORTED));
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    @Order(1)
    void recordsEveryEntityAndCallsNothing() {
        soon().until(() -> world.outcomes.size() == entities.size());
        assertThat(world.outcomes).extracting(EntitySynced::getOutcome).containsOnly(Outcome.RECORDED);
        assertThat(world.xero.calls()).isZero();
    }

    @Test
    @Order(2)
    void findsExactlyWhatIsPlantedWithOneCall() {
        SyncFinished run = world.run();

        assertThat(run.getState()).isEqualTo(RunEnd.COMPLETED);
        assertThat(world.xero.calls()).isOne();
        assertThat(rows(run)).containsExactlyInAnyOrderElementsOf(planted());
        assertThat(run.getStructuresSeen()).contains("Company", "Individual", "Trust");
    }

    @Test
    @Order(3)
    void findsTheSameAgainWithOneMoreCall() {
        long before = world.xero.calls();
        SyncFinished run = world.run();

        assertThat(world.xero.calls() - before).isOne();
        assertThat(rows(run)).containsExactlyInAnyOrderElementsOf(planted());
    }

    @Test
    @Order(4)
    void pushesANewCompanyWithItsDirectorsGroupAndDocumentOnce() throws Exception {
        Entity anna = person("p-new-1", "Anna", "Oakley", "1980-02-03");
        Entity bert = person("p-new-2", "Bert", "Oakley", "1982-05-06");
        Entity company = company("c-new", "004085616", anna, bert);
        for (Entity entity : List.of(anna, bert, company)) {
            world.outcome(world.change(entity, ChangeCause.CREATED), entity.getEntityId());
        }
        String documentEvent = document("d-1", "c-new");

        PushRequested push = push("c-new");
        world.publish(Topics.PUSH_REQUESTED, push);

        assertThat(world.outcome(push.getEventId(), "c-new").getOutcome()).isEqualTo(Outcome.CREATED);
        assertThat(world.outcome(push.getEventId(), "p-new-1").getOutcome()).isEqualTo(Outcome.CREATED);
        assertThat(world.outcome(push.getEventId(), "p-new-2").getOutcome()).isEqualTo(Outcome.CREATED);
        soon().until(() -> documentOutcomes("d-1").containsAll(Set.of(Outcome.RECORDED, Outcome.CREATED)));
        assertThat(documentEvent).isNotBlank();
        assertThat(world.xero.simulator.summary().doubled()).isZero();
        // The same push once more: nothing is created, nothing is written.
        PushRequested again = push("c-new");
        world.publish(Topics.PUSH_REQUESTED, again);
        assertThat(world.outcome(again.getEventId(), "c-new").getOutcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(world.xero.simulator.summary().doubled()).isZero();
    }

    @Test
    @Order(5)
    void whatWasPushedIsInStep() {
        assertThat(rows(world.run())).containsExactlyInAnyOrderElementsOf(planted());
    }

    @Test
    @Order(6)
    void sendsACorporateMessengerChangeOnlyWhileFollowing() {
        Entity changed = Entity.newBuilder(company("c-new", "004085616"))
                .setVersion(2)
                .setPhone("0299990001")
                .build();
        String quiet = world.change(changed, ChangeCause.CORPORATE_MESSENGER);
        assertThat(world.outcome(quiet, "c-new").getOutcome()).isEqualTo(Outcome.RECORDED);

        world.connect(true);
        Entity followed =
                Entity.newBuilder(changed).setVersion(3).setPhone("0299990002").build();
        String sent = world.change(followed, ChangeCause.CORPORATE_MESSENGER);
        EntitySynced outcome = world.outcome(sent, "c-new");
        assertThat(outcome.getOutcome()).isEqualTo(Outcome.UPDATED);
        assertThat(outcome.getFields()).contains("phone");
    }

    @Test
    @Order(7)
    void replayingEverythingCallsNothing() {
        long before = world.xero.calls();
        int told = world.outcomes.size();
        int runs = world.finished.size();
        world.replay();
        Entity old = company("c-new", "004085616");
        // Behind all of it an old version under a new event id, which is superseded: it never goes back to XPM.
        assertThat(world.outcome(world.change(old, ChangeCause.CORPORATE_MESSENGER), "c-new")
                        .getOutcome())
                .isEqualTo(Outcome.SUPERSEDED);
        Awaitility.await().during(Duration.ofSeconds(2)).untilAsserted(() -> {
            assertThat(world.xero.calls()).isEqualTo(before);
            assertThat(world.outcomes).hasSize(told + 1);
            assertThat(world.finished).hasSize(runs);
        });
    }

    @Test
    @Order(8)
    void keepsAChangeWhileDisconnectedAndSendsItAfterwards() {
        world.disconnect();
        Entity followed = Entity.newBuilder(company("c-new", "004085616"))
                .setVersion(4)
                .setPhone("0299990003")
                .build();
        String waiting = world.change(followed, ChangeCause.CORPORATE_MESSENGER);
        world.stopWorker();
        world.resumeWorker();
        world.connect(true);
        assertThat(world.outcome(waiting, "c-new").getOutcome()).isEqualTo(Outcome.UPDATED);
    }

    @Test
    @Order(9)
    void createsNothingOfACompanyThatEndedBeforeItWasSeenActive() {
        long before = world.xero.calls();
        Entity ended = Entity.newBuilder(company("c-ended", "000000019"))
                .setVersion(7)
                .setStatus(EntityStatus.DEREGISTERED)
                .build();

        EntitySynced outcome = world.outcome(world.change(ended, ChangeCause.CORPORATE_MESSENGER), ended.getEntityId());

        assertThat(outcome.getOutcome()).isEqualTo(Outcome.RECORDED);
        assertThat(world.xero.calls()).isEqualTo(before);
    }

    private Set<String> planted() {
        Truth truth = world.xero.simulator.truth();
        return truth.planted().stream()
                .map(planted -> row(planted.kind(), planted.entityId(), planted.clientId(), planted.field()))
                .collect(Collectors.toSet());
    }

    private List<String> rows(SyncFinished run) {
        return world.pairs(run).stream()
                .flatMap(pair -> pair.getDifferences().stream()
                        .map(difference -> row(
                                difference.getKind(), pair.getEntityId(), pair.getClientId(), difference.getField())))
                .toList();
    }

    private static String row(@Nullable String... parts) {
        return Arrays.toString(parts);
    }

    private List<Outcome> documentOutcomes(String documentId) {
        return world.outcomes.stream()
                .filter(outcome -> documentId.equals(outcome.getDocumentId()))
                .map(EntitySynced::getOutcome)
                .toList();
    }

    private String document(String documentId, String entityId) throws Exception {
        byte[] bytes = "Minutes of the first meeting".getBytes(StandardCharsets.UTF_8);
        world.xero.documents.put(documentId, bytes);
        DocumentCreated created = DocumentCreated.newBuilder()
                .setEventId(World.id())
                .setBusinessId(world.businessId)
                .setOccurredAt(Instant.now())
                .setDocumentId(documentId)
                .setEntityId(entityId)
                .setTitle("Minutes")
                .setFileName("minutes.txt")
                .setContentType("text/plain")
                .setSize(bytes.length)
                .setSha256(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                .setContentUri(world.xero.doorUri() + "/internal/businesses/" + world.businessId + "/documents/"
                        + documentId + "/content")
                .setExecuted(true)
                .build();
        world.publish(Topics.DOCUMENT_CREATED, created);
        return created.getEventId();
    }

    private PushRequested push(String entityId) {
        return PushRequested.newBuilder()
                .setEventId(World.id())
                .setBusinessId(world.businessId)
                .setOccurredAt(Instant.now())
                .setPushId(World.id())
                .setEntityId(entityId)
                .setScope(PushScope.ALL)
                .setGroupMode(GroupMode.NEW)
                .setGroupName("Oakley family")
                .setRelationships(true)
                .setDocuments(true)
                .setRequestedBy("tester")
                .build();
    }

    private static Entity person(String id, String first, String last, String birth) {
        return Entity.newBuilder()
                .setEntityId(id)
                .setVersion(1)
                .setKind(EntityKind.INDIVIDUAL)
                .setName(first + " " + last)
                .setPersonFirstName(first)
                .setPersonLastName(last)
                .setPersonDateOfBirth(birth)
                .setStatus(EntityStatus.ACTIVE)
                .build();
    }

    private static Entity company(String id, String acn, Entity... directors) {
        return Entity.newBuilder()
                .setEntityId(id)
                .setVersion(1)
                .setKind(EntityKind.COMPANY)
                .setName("Oakley Joinery Pty Ltd")
                .setAcn(acn)
                .setStatus(EntityStatus.ACTIVE)
                .setRelationships(Arrays.stream(directors)
                        .map(director -> Relationship.newBuilder()
                                .setType(RelationshipType.DIRECTOR)
                                .setEntityId(director.getEntityId())
                                .setStartDate("2026-01-05")
                                .build())
                        .toList())
                .build();
    }
}
