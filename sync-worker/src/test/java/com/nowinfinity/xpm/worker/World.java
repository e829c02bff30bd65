package com.nowinfinity.xpm.worker;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.bus.EventSubscriptions;
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
import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.PushScope;
import com.nowinfinity.xpm.events.Settings;
import com.nowinfinity.xpm.events.StructureLabels;
import com.nowinfinity.xpm.events.SyncFinished;
import com.nowinfinity.xpm.events.SyncProgressed;
import com.nowinfinity.xpm.events.SyncRequested;
import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.events.WorkPlanned;
import com.nowinfinity.xpm.standalone.TestPlatform;
import com.nowinfinity.xpm.worker.actions.Actions;
import com.nowinfinity.xpm.worker.connections.Connections;
import com.nowinfinity.xpm.worker.dispatch.Stores;
import com.nowinfinity.xpm.worker.documents.Documents;
import com.nowinfinity.xpm.worker.intents.Intents;
import com.nowinfinity.xpm.worker.limits.Organisations;
import com.nowinfinity.xpm.worker.mirror.Mirror;
import com.nowinfinity.xpm.worker.mongo.MongoShelf;
import com.nowinfinity.xpm.worker.pushes.Pushes;
import com.nowinfinity.xpm.worker.runs.Runs;
import com.nowinfinity.xpm.worker.written.Written;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A worker with everything around it: broker, registry, database, the simulator, and the services that own topics. */
final class World implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    final SimulatedXero xero;
    final String businessId = "business-" + UUID.randomUUID();
    final List<EntitySynced> outcomes;
    final List<EntityCompared> compared;
    final List<SyncFinished> finished;
    final List<WorkPlanned> planned;
    final List<ClientImported> imported;
    final List<SyncProgressed> progressed;

    private final ConfigurableApplicationContext connector = neighbour("connector-service");
    private final ConfigurableApplicationContext report = neighbour("report-service");
    private final String database = "worker-" + UUID.randomUUID();
    /** Structures that have no label from the next connection on. */
    final Set<String> unkept = new HashSet<>();

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
    }

    /** Within half a minute, on a machine that others use too. */
    static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }

    /** The portal's entities beside the simulated practice. */
    List<Entity> seededEntities() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI entities = xero.simulator.baseUri().resolve("/simulator/practice/entities");
            Stream<String> lines = client.send(HttpRequest.newBuilder(entities).build(), BodyHandlers.ofString())
                    .body()
                    .lines();
            return lines.map(line -> JsonForm.read(
                            JSON.readValue(line, new TypeReference<Map<String, Object>>() {}), Entity.class))
                    .toList();
        }
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

    /** What the worker's database keeps of the business, by collection. */
    Set<String> kept() {
        Document ofBusiness = new Document("_id", new Document("$regex", "^" + businessId));
        try (MongoClient client = MongoClients.create(TestPlatform.shared().mongoUri())) {
            MongoDatabase left = client.getDatabase(database);
            Set<String> kept = new TreeSet<>();
            for (String name : left.listCollectionNames()) {
                if (left.getCollection(name).find(ofBusiness).first() != null) {
                    kept.add(name);
                }
            }
            return kept;
        }
    }

    /** Bytes that no publisher of ours would send. */
    void send(Topic<?> topic, byte[] value) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestPlatform.shared().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            Future<RecordMetadata> unused = producer.send(
                    new ProducerRecord<>(topic.name(), businessId.getBytes(StandardCharsets.UTF_8), value));
        }
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
        connector.getBean(EventPublisher.class).publish(topic, event);
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

    /** What a person does inside Practice Manager. */
    void edit(String clientId, Map<String, String> elements) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(client(clientId))
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(elements))));
    }

    /** What Practice Manager holds of a client. */
    JsonNode inXpm(String clientId) throws IOException, InterruptedException {
        return JSON.readTree(send(HttpRequest.newBuilder(client(clientId))));
    }

    private URI client(String clientId) {
        return xero.simulator.baseUri().resolve("/simulator/organisations/" + xero.tenantId() + "/clients/" + clientId);
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString()).body();
        }
    }

    /** Calls to Practice Manager so far. */
    long calls() {
        return xero.simulator.history().size();
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

    /** Everything that the worker has stored, as it lies there. */
    List<String> stored() {
        try (MongoClient client = MongoClients.create(TestPlatform.shared().mongoUri())) {
            MongoDatabase left = client.getDatabase(database);
            List<String> stored = new ArrayList<>();
            left.listCollectionNames()
                    .forEach(
                            name -> left.getCollection(name).find().forEach(document -> stored.add(document.toJson())));
            return stored;
        }
    }

    /** The worker's own stores, to leave behind what a worker that was killed leaves behind. */
    <T> T inStores(Function<Stores, T> action) {
        try (MongoClient client = MongoClients.create(TestPlatform.shared().mongoUri())) {
            MongoDatabase left = client.getDatabase(database);
            return action.apply(new Stores(
                    new Connections(new MongoShelf(left.getCollection("connections"))),
                    new Intents(new MongoShelf(left.getCollection("intents"))),
                    new Documents(new MongoShelf(left.getCollection("documents"))),
                    new Pushes(new MongoShelf(left.getCollection("pushes"))),
                    new Runs(new MongoShelf(left.getCollection("runs"))),
                    new Actions(new MongoShelf(left.getCollection("actions"))),
                    new Mirror(new MongoShelf(left.getCollection("mirror")), Instant::now),
                    new Organisations(new MongoShelf(left.getCollection("organisations"))),
                    new Written(
                            new MongoShelf(left.getCollection("written")),
                            new MongoShelf(left.getCollection("trials")))));
        }
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
        hear(businessId, topic, heard::add);
        return heard;
    }

    /** Hears what is told of a business from the first event on. */
    <T extends SpecificRecord> void hear(String ofBusiness, Topic<T> topic, Consumer<T> listener) {
        connector
                .getBean(EventSubscriptions.class)
                .subscribe(
                        "test-" + UUID.randomUUID(),
                        List.of(topic),
                        batch -> batch.stream()
                                .filter(received -> received.businessId().equals(ofBusiness))
                                .forEach(
                                        received -> listener.accept(topic.type().cast(received.event()))))
                .start();
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
                                        "mongodb.database=" + database,
                                        "connector.internal-uri=" + xero.doorUri(),
                                        "internal.secret=" + SimulatedXero.INTERNAL_SECRET,
                                        "xpm.api-uri=" + xero.apiUri(),
                                        "xpm.settling-time=200ms"),
                                Stream.of(settings))
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new));
    }

    private static ConfigurableApplicationContext neighbour(String owner) {
        return new SpringApplicationBuilder(Neighbour.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.config.location=optional:classpath:/none/",
                        "--event-bus.owner=" + owner,
                        "--spring.kafka.bootstrap-servers="
                                + TestPlatform.shared().bootstrapServers(),
                        "--schema-registry.uri=" + TestPlatform.shared().registryUri());
    }

    @Override
    public void close() {
        worker.close();
        report.close();
        connector.close();
        xero.close();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Neighbour {}
}
