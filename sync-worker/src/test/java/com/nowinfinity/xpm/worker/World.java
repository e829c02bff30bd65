package com.nowinfinity.xpm.worker;

import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ActionRequested;
import com.nowinfinity.xpm.events.ActionTarget;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.ClientImported;
import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.ConnectionState;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.GroupMode;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.PushScope;
import com.nowinfinity.xpm.events.Settings;
import com.nowinfinity.xpm.events.StructureLabels;
import com.nowinfinity.xpm.events.SyncFinished;
import com.nowinfinity.xpm.events.SyncProgressed;
import com.nowinfinity.xpm.events.SyncRequested;
import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.events.UsageReported;
import com.nowinfinity.xpm.events.WorkPlanned;
import com.nowinfinity.xpm.standalone.TestPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A worker with everything around it: broker, registry, database, the simulator, and the services that own topics. */
final class World implements AutoCloseable {

    final SimulatedXero xero;
    final String businessId = "business-" + UUID.randomUUID();
    final List<EntitySynced> outcomes;
    final List<EntityCompared> compared;
    final List<SyncFinished> finished;
    final List<WorkPlanned> planned;
    final List<ClientImported> imported;
    final List<SyncProgressed> progressed;
    final List<UsageReported> used;

    final Neighbours neighbours = new Neighbours();
    final WorkerDatabase database = new WorkerDatabase("worker-" + UUID.randomUUID());

    /** Structures that have no label from the next connection on. */
    final Set<String> unkept = new HashSet<>();

    private final List<Runnable> published = new CopyOnWriteArrayList<>();
    private final AtomicLong revision = new AtomicLong();
    private final String[] settings;
    private ConfigurableApplicationContext worker;

    World(int clients, long seed, String... settings) throws Exception {
        this.settings = settings;
        xero = new SimulatedXero(clients, seed);
        worker = startWorker();
        outcomes = hear(Topics.ENTITY_SYNCED);
        compared = hear(Topics.ENTITY_COMPARED);
        finished = hear(Topics.SYNC_FINISHED);
        planned = hear(Topics.WORK_PLANNED);
        imported = hear(Topics.CLIENT_IMPORTED);
        progressed = hear(Topics.SYNC_PROGRESSED);
        used = hear(Topics.USAGE_REPORTED);
    }

    /** Within half a minute, on a machine that others use too. */
    static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }

    void connect(boolean following) {
        connect(following, null);
    }

    void connect(boolean following, @Nullable Settings chosen) {
        publish(
                Topics.CONNECTION_CHANGED,
                ConnectionChanged.newBuilder()
                        .setEventId(id())
                        .setBusinessId(businessId)
                        .setOccurredAt(Instant.now())
                        .setEpoch(1)
                        .setRevision(revision.incrementAndGet())
                        .setState(ConnectionState.CONNECTED)
                        .setTenantId(xero.tenantId())
                        .setLabels(labels())
                        .setFollowing(following)
                        .setSettings(chosen)
                        .build());
    }

    void disconnect() {
        publish(
                Topics.CONNECTION_CHANGED,
                ConnectionChanged.newBuilder()
                        .setEventId(id())
                        .setBusinessId(businessId)
                        .setOccurredAt(Instant.now())
                        .setEpoch(1)
                        .setRevision(revision.incrementAndGet())
                        .setState(ConnectionState.RECONNECT_REQUIRED)
                        .setTenantId(xero.tenantId())
                        .setLabels(labels())
                        .setFollowing(true)
                        .build());
    }

    /** Tells the connection as it is, and what has to be forgotten of the business. */
    void forget(@Nullable Instant links, @Nullable Instant all) {
        publish(
                Topics.CONNECTION_CHANGED,
                ConnectionChanged.newBuilder()
                        .setEventId(id())
                        .setBusinessId(businessId)
                        .setOccurredAt(Instant.now())
                        .setEpoch(1)
                        .setRevision(revision.incrementAndGet())
                        .setState(ConnectionState.CONNECTED)
                        .setTenantId(xero.tenantId())
                        .setLabels(labels())
                        .setLinksForgottenAt(links)
                        .setForgottenAt(all)
                        .build());
    }

    /** Publishes a change of an entity; its event id. */
    String change(Entity entity, ChangeCause cause) {
        EntityChanged change = EntityChanged.newBuilder()
                .setEventId(id())
                .setBusinessId(businessId)
                .setOccurredAt(Instant.now())
                .setCause(cause)
                .setEntity(entity)
                .build();
        publish(Topics.ENTITY_CHANGED, change);
        return change.getEventId();
    }

    SyncFinished run() {
        return run(askedRun());
    }

    SyncFinished run(boolean refreshData) {
        return run(askedRun().setRefreshData(refreshData));
    }

    /** Publishes a run and waits for its end. */
    SyncFinished run(SyncRequested.Builder run) {
        SyncRequested asked = run.build();
        publish(Topics.SYNC_REQUESTED, asked);
        return ended(asked.getRunId());
    }

    SyncRequested.Builder askedRun() {
        return SyncRequested.newBuilder()
                .setEventId(id())
                .setBusinessId(businessId)
                .setOccurredAt(Instant.now())
                .setRunId(id())
                .setRequestedBy("tester");
    }

    SyncFinished ended(String runId) {
        return soon().until(
                        () -> finished.stream()
                                .filter(run -> run.getRunId().equals(runId))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** All pairs that a run compared. */
    List<EntityCompared> pairs(SyncFinished run) {
        return soon().until(
                        () -> compared.stream()
                                .filter(pair -> pair.getRunId().equals(run.getRunId()))
                                .toList(),
                        pairs -> pairs.size() == run.getCompared());
    }

    /** The outcome of an event for an entity, once it is there. */
    EntitySynced outcome(String eventId, String entityId) {
        return soon().until(
                        () -> outcomes.stream()
                                .filter(outcome -> outcome.getCausedBy().contains(eventId)
                                        && outcome.getEntityId().equals(entityId)
                                        && outcome.getDocumentId() == null)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    <T extends SpecificRecord> void publish(Topic<T> topic, T event) {
        Runnable publication = () -> neighbours.publish(topic, event);
        published.add(publication);
        publication.run();
    }

    /** Publishes everything once more, each event under its id. */
    void replay() {
        published.forEach(Runnable::run);
    }

    /** Publishes a person's decision; its event id. */
    String act(Action action, boolean preview, ActionTarget.Builder... targets) {
        ActionRequested asked = ActionRequested.newBuilder()
                .setEventId(id())
                .setBusinessId(businessId)
                .setOccurredAt(Instant.now())
                .setAction(action)
                .setTargets(Stream.of(targets).map(ActionTarget.Builder::build).toList())
                .setPreview(preview)
                .setRequestedBy("tester")
                .build();
        publish(Topics.ACTION_REQUESTED, asked);
        return asked.getEventId();
    }

    PushRequested.Builder push(String entityId) {
        return PushRequested.newBuilder()
                .setEventId(id())
                .setBusinessId(businessId)
                .setOccurredAt(Instant.now())
                .setPushId(id())
                .setEntityId(entityId)
                .setScope(PushScope.ALL)
                .setGroupMode(GroupMode.NONE)
                .setRequestedBy("tester");
    }

    /** Publishes a push and waits for the outcome of its main entity. */
    EntitySynced pushed(PushRequested.Builder push) {
        PushRequested asked = push.build();
        publish(Topics.PUSH_REQUESTED, asked);
        return outcome(asked.getEventId(), asked.getEntityId());
    }

    WorkPlanned plan(String forId) {
        return soon().until(
                        () -> planned.stream()
                                .filter(plan -> plan.getForId().equals(forId))
                                .reduce((first, last) -> last),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** All outcomes of an event for a document, in the order they were told. */
    List<EntitySynced> documentOutcomes(String eventId, String documentId) {
        return outcomes.stream()
                .filter(outcome -> documentId.equals(outcome.getDocumentId())
                        && outcome.getCausedBy().contains(eventId))
                .toList();
    }

    static String id() {
        return UUID.randomUUID().toString();
    }

    void stopWorker() {
        worker.close();
    }

    void resumeWorker() {
        worker = startWorker();
    }

    /** The service itself. */
    ConfigurableApplicationContext worker() {
        return worker;
    }

    /** What the simulated practice calls its structures, but for those that it does not keep. */
    private List<StructureLabels> labels() {
        return xero.simulator.truth().labels().stream()
                .filter(label -> !unkept.contains(label.structure()))
                .map(label -> StructureLabels.newBuilder()
                        .setStructure(label.structure())
                        .setLabels(label.labels())
                        .build())
                .toList();
    }

    private <T extends SpecificRecord> List<T> hear(Topic<T> topic) {
        List<T> heard = new CopyOnWriteArrayList<>();
        neighbours.hear(businessId, topic, heard::add);
        return heard;
    }

    private ConfigurableApplicationContext startWorker() {
        return new SpringApplicationBuilder(SyncWorkerApplication.class)
                .run(Stream.concat(
                                Stream.of(
                                        "server.port=0",
                                        "management.server.port=0",
                                        "spring.kafka.bootstrap-servers="
                                                + TestPlatform.shared().bootstrapServers(),
                                        "schema-registry.uri="
                                                + TestPlatform.shared().registryUri(),
                                        "mongodb.uri=" + TestPlatform.shared().mongoUri(),
                                        "mongodb.database=" + database.name(),
                                        "connector.internal-uri=" + xero.doorUri(),
                                        "internal.secret=" + SimulatedXero.INTERNAL_SECRET,
                                        "xpm.api-uri=" + xero.apiUri(),
                                        "xpm.settling-time=200ms"),
                                Stream.of(settings))
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new));
    }

    @Override
    public void close() {
        worker.close();
        neighbours.close();
        xero.close();
    }
}
