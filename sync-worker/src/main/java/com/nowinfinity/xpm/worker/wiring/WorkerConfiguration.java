package com.nowinfinity.xpm.worker.wiring;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.api.XpmApi;
import com.nowinfinity.xpm.api.http.CallObserver;
import com.nowinfinity.xpm.api.http.HttpXpmApi;
import com.nowinfinity.xpm.bus.BatchHandler;
import com.nowinfinity.xpm.bus.EndOffsets;
import com.nowinfinity.xpm.bus.EventBusProperties;
import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.bus.EventSubscription;
import com.nowinfinity.xpm.bus.EventSubscriptions;
import com.nowinfinity.xpm.bus.ForgottenEvents;
import com.nowinfinity.xpm.bus.Partitions;
import com.nowinfinity.xpm.bus.Traces;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.worker.actions.Actions;
import com.nowinfinity.xpm.worker.connections.Connections;
import com.nowinfinity.xpm.worker.dispatch.Alarm;
import com.nowinfinity.xpm.worker.dispatch.DispatchSettings;
import com.nowinfinity.xpm.worker.dispatch.Dispatcher;
import com.nowinfinity.xpm.worker.dispatch.GateSettings;
import com.nowinfinity.xpm.worker.dispatch.Stores;
import com.nowinfinity.xpm.worker.dispatch.Threads;
import com.nowinfinity.xpm.worker.dispatch.Trails;
import com.nowinfinity.xpm.worker.dispatch.VirtualThreads;
import com.nowinfinity.xpm.worker.documents.DocumentSource;
import com.nowinfinity.xpm.worker.documents.DocumentTypes;
import com.nowinfinity.xpm.worker.documents.Documents;
import com.nowinfinity.xpm.worker.documents.Download;
import com.nowinfinity.xpm.worker.documents.InnerAddresses;
import com.nowinfinity.xpm.worker.intake.Intake;
import com.nowinfinity.xpm.worker.intake.OneBodyForEachId;
import com.nowinfinity.xpm.worker.intake.StoredTrails;
import com.nowinfinity.xpm.worker.intake.SubscriptionProgress;
import com.nowinfinity.xpm.worker.intents.Intents;
import com.nowinfinity.xpm.worker.limits.AppQuota;
import com.nowinfinity.xpm.worker.limits.Organisations;
import com.nowinfinity.xpm.worker.limits.SteadyClock;
import com.nowinfinity.xpm.worker.mirror.Mirror;
import com.nowinfinity.xpm.worker.mongo.MongoShelf;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import com.nowinfinity.xpm.worker.pushes.Pushes;
import com.nowinfinity.xpm.worker.runs.Runs;
import com.nowinfinity.xpm.worker.tokens.AccessTokens;
import com.nowinfinity.xpm.worker.tokens.ConnectorTaxFileNumbers;
import com.nowinfinity.xpm.worker.tokens.ConnectorTokens;
import com.nowinfinity.xpm.worker.tokens.InternalSecret;
import com.nowinfinity.xpm.worker.tokens.TaxFileNumbers;
import com.nowinfinity.xpm.worker.written.Written;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.tracing.Tracer;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class WorkerConfiguration {

    /** The longest single call is the client list's, 15 minutes, and its slot may be waited for as long. */
    private static final Duration WORK_STILL = Duration.ofMinutes(40);

    /** In bytes of the heap: as it is stored, as it is read, and as it is written, with as much left for all else. */
    private static final long MEMORY_OF_A_RECORD = 256 << 10;
    /** A fifth of what a poll brings at most. */
    private static final int BURST = 100;
    /** The changes of a quiet business come in twos and threes. */
    private static final int FREE_FOLDS = 3;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** About 1 KB each, of 16 MB that a document may have. */
    private static final int MOST_WAITING_CHANGES = 256;

    @Bean
    InstantSource clock() {
        return new SteadyClock(Clock.systemUTC(), System::nanoTime);
    }

    @Bean
    MongoClient mongoClient(WorkerProperties.Mongo mongo) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(Objects.requireNonNull(mongo.uri())))
                .writeConcern(WriteConcern.MAJORITY)
                .build());
    }

    @Bean
    Stores stores(MongoClient client, WorkerProperties.Mongo mongo, InstantSource clock) {
        MongoDatabase database = client.getDatabase(mongo.database());
        return new Stores(
                new Connections(new MongoShelf(database.getCollection("connections"))),
                new Intents(
                        MongoShelf.withDue(database.getCollection("intents")).findingBy(Intents.CLIENT)),
                new Documents(MongoShelf.withDue(database.getCollection("documents"))),
                new Pushes(MongoShelf.withDue(database.getCollection("pushes"))),
                new Runs(MongoShelf.withDue(database.getCollection("runs"))),
                new Actions(MongoShelf.withDue(database.getCollection("actions"))),
                new Mirror(foundByKeys(database.getCollection("mirror")), clock),
                new Organisations(new MongoShelf(database.getCollection("organisations"))),
                new Written(
                        new MongoShelf(database.getCollection("written")),
                        new MongoShelf(database.getCollection("trials"))));
    }

    private static MongoShelf foundByKeys(MongoCollection<Document> mirror) {
        MongoShelf shelf = new MongoShelf(mirror);
        Mirror.KEYS.forEach(shelf::findingBy);
        return shelf;
    }

    @Bean
    XpmApi xpmApi(XpmProperties xpm, InstantSource clock, MeterRegistry meters, ObjectProvider<Tracer> tracer) {
        CallObserver metering = new CallMeters(meters);
        Tracer present = tracer.getIfUnique();
        CallObserver tracing = present == null ? CallObserver.NONE : new CallSpans(present, clock);
        return HttpXpmApi.create(
                xpm.toApi(),
                call -> {
                    metering.ended(call);
                    tracing.ended(call);
                },
                clock);
    }

    @Bean
    Trails trails(MongoClient client, WorkerProperties.Mongo mongo, Traces traces, Environment environment) {
        // Looking for a trace costs a read; where spans are not collected nobody would see it.
        String endpoint = environment.getProperty("management.opentelemetry.tracing.export.otlp.endpoint", "false");
        boolean collected = !"false".equals(endpoint);
        return new StoredTrails(events(client, mongo), collected ? traces : Traces.NONE);
    }

    /** For our own services; follows no redirects. */
    @Bean
    HttpClient httpClient() {
        return HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Bean
    InternalSecret internalSecret(WorkerProperties.Internal internal) {
        return new InternalSecret(Objects.requireNonNull(internal.secret()));
    }

    @Bean
    AccessTokens accessTokens(
            HttpClient http, WorkerProperties.Connector connector, InternalSecret secret, InstantSource clock) {
        return new ConnectorTokens(http, uri(connector), secret, clock);
    }

    @Bean
    TaxFileNumbers taxFileNumbers(HttpClient http, WorkerProperties.Connector connector, InternalSecret secret) {
        return new ConnectorTaxFileNumbers(http, uri(connector), secret);
    }

    @Bean
    DocumentSource documentSource(
            WorkerProperties.Connector connector, InternalSecret secret, WorkerProperties.Documents documents) {
        return new DocumentSource(
                new Download(documents.timeout()),
                new InnerAddresses(InetAddress::getAllByName),
                uri(connector),
                secret,
                documents.hosts(),
                documents.maxSize().toBytes(),
                new DocumentTypes(documents.types()));
    }

    @Bean
    AppQuota appQuota(MongoClient client, WorkerProperties.Mongo mongo, XpmProperties xpm, InstantSource clock) {
        return new AppQuota(
                new MongoShelf(client.getDatabase(mongo.database()).getCollection("app")),
                xpm.toLimits(),
                clock,
                System::nanoTime,
                () -> UUID.randomUUID().toString());
    }

    @Bean
    SubscriptionProgress intakeProgress() {
        return new SubscriptionProgress();
    }

    @Bean
    Alarm alarm() {
        return new ScheduledAlarm();
    }

    @Bean
    Threads workThreads() {
        return new VirtualThreads(System::nanoTime);
    }

    @Bean
    Dispatcher dispatcher(
            Stores stores,
            XpmApi xpm,
            AccessTokens tokens,
            EventPublisher events,
            DocumentSource documents,
            SubscriptionProgress progress,
            XpmProperties properties,
            EventBusProperties bus,
            InstantSource clock,
            WorkerProperties.Documents documentProperties,
            TaxFileNumbers taxFileNumbers,
            Alarm alarm,
            Threads workThreads,
            AppQuota app,
            Trails trails) {
        GateSettings gate = new GateSettings(
                properties.toLimits(),
                properties.leaveWithin(),
                properties.outagePause(),
                clock,
                System::nanoTime,
                () -> UUID.randomUUID().toString());
        DispatchSettings settings = new DispatchSettings(
                properties.settlingTime(),
                PATIENCE,
                properties.toSharedLook(),
                properties.limits().concurrent(),
                Math.toIntExact(Runtime.getRuntime().maxMemory() / MEMORY_OF_A_RECORD),
                BURST,
                FREE_FOLDS,
                properties.facts().toSettings(documentProperties));
        return new Dispatcher(
                new Dispatcher.Tools(
                        stores,
                        xpm,
                        tokens,
                        events,
                        new Outcomes(clock),
                        documents,
                        taxFileNumbers,
                        progress,
                        gate,
                        settings,
                        app,
                        trails),
                new Partitions(bus.partitions()),
                alarm,
                workThreads);
    }

    @Bean
    WorkHealth workHealthIndicator(Dispatcher dispatcher) {
        return new WorkHealth(dispatcher::standing, WORK_STILL);
    }

    @Bean
    MeterBinder workMeters(Dispatcher dispatcher) {
        return new WorkMeters(dispatcher::standing);
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService intakeThreads() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    /** One consumer for all work topics, so that one worker has all of a business. */
    @Bean
    EventSubscription workSubscription(
            EventSubscriptions subscriptions,
            Stores stores,
            Dispatcher dispatcher,
            EndOffsets ends,
            SubscriptionProgress progress,
            MongoClient client,
            WorkerProperties.Mongo mongo,
            InstantSource clock,
            ExecutorService intakeThreads) {
        BatchHandler intake = new ForgottenEvents(
                new ForgottenBusinesses(client.getDatabase(mongo.database()), dispatcher),
                new OneBodyForEachId(
                        new Intake(stores, dispatcher, ends, MOST_WAITING_CHANGES),
                        events(client, mongo),
                        clock,
                        intakeThreads));
        return progress.follow(subscriptions.subscribe("sync-worker", Topics.work(), intake, dispatcher));
    }

    private static MongoCollection<Document> events(MongoClient client, WorkerProperties.Mongo mongo) {
        return client.getDatabase(mongo.database()).getCollection("events");
    }

    private static URI uri(WorkerProperties.Connector connector) {
        return Objects.requireNonNull(connector.internalUri());
    }
}
