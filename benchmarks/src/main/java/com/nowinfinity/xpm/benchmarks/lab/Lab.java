package com.nowinfinity.xpm.benchmarks.lab;

import com.nowinfinity.xpm.bus.EventSubscription;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.ConnectionState;
import com.nowinfinity.xpm.events.DocumentCreated;
import com.nowinfinity.xpm.events.StructureLabels;
import com.nowinfinity.xpm.events.SyncFinished;
import com.nowinfinity.xpm.events.SyncRequested;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.simulator.SimulatorConfiguration;
import com.nowinfinity.xpm.simulator.XpmSimulator;
import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.ClientElement;
import com.nowinfinity.xpm.standalone.platform.Folders;
import com.nowinfinity.xpm.standalone.platform.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A whole laboratory: servers, workers and a simulated XPM with a business for each organisation. Made new for each
 * measure, so that nothing of one shows in another. Its folder stays after a wait in vain, or where
 * {@link #keepFolder} says so.
 */
public final class Lab implements AutoCloseable {

    /** How long a worker's slot lasts here: a call has its deadline to leave, as long to be answered, and as long again. */
    public static final Duration SLOT = Processes.ANSWER_DEADLINE.multipliedBy(3);

    /** The organisations that every simulator has come first. */
    private static final int USUAL_ORGANISATIONS = 2;

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long GLANCE_MILLIS = 50;

    private final LabSettings settings;
    private final Consumer<String> say;
    private final InstantSource clock = InstantSource.system();
    private final Path folder;
    private final XpmSimulator simulator;
    private final Consent consent;
    private final TokenDoor door;
    private final Processes processes;
    private final List<LabProcess> servers;
    private final List<LabProcess> workers = new ArrayList<>();
    private final List<AutoCloseable> further = new ArrayList<>();
    private final Bus bus;
    private final Effects effects;
    private final List<Business> businesses;
    private final Set<String> finishedRuns = ConcurrentHashMap.newKeySet();
    private long revision;
    private boolean kept;

    private Lab(LabSettings settings, Consumer<String> say) throws IOException {
        this.settings = settings;
        this.say = say;
        folder = Files.createTempDirectory("bench");
        simulator = XpmSimulator.start(SimulatorConfiguration.of(Consent.APP)
                .withPractice(200, settings.seed())
                .withFurtherPractices(settings.companies())
                .withLimits(settings.limits())
                .withLatency(settings.latency()));
        simulator.consentAs(Consent.AMELIA);
        consent = new Consent(simulator.baseUri(), clock);
        door = new TokenDoor(consent, clock);
        processes = new Processes(folder, settings.repository(), settings.servers());
        servers = List.of(processes.broker(), processes.databaseServer(), processes.registry());
        servers.forEach(LabProcess::start);
        servers.forEach(LabProcess::awaitUp);
        bus = new Bus(
                processes.brokers(),
                processes.registryUri(),
                settings.partitions(),
                switch (settings.engine()) {
                    case OURS -> List.of("connector-service", "report-service");
                    // No worker is there to make its own: connector-service listens to them.
                    case PLAIN -> List.of("connector-service", "report-service", "sync-worker");
                });
        List<String> tenants = simulator.tenantIds();
        businesses = tenants.subList(USUAL_ORGANISATIONS, tenants.size()).stream()
                .map(tenantId -> business(simulator, tenantId))
                .toList();
        effects = new Effects(simulator);
    }

    /** Servers, simulator and workers, all well. */
    public static Lab start(LabSettings settings, Consumer<String> say) {
        try {
            Lab lab = new Lab(settings, say);
            IntStream.rangeClosed(1, settings.workers()).forEach(number -> lab.addWorker());
            lab.workers.forEach(LabProcess::awaitUp);
            return lab;
        } catch (IOException e) {
            throw new UncheckedIOException("The laboratory does not start", e);
        }
    }

    /** Starts connector-service beside the rest, for a person who works for these businesses. */
    public Connector openConnector(List<Business> of) {
        Portal portal = new Portal();
        int port = FreePort.any();
        LabProcess process = processes.connector(port, portal, simulator.baseUri());
        further.add(process);
        further.add(portal);
        process.start();
        process.awaitUp();
        List<String> businessIds = of.stream().map(Business::businessId).toList();
        return new Connector(URI.create("http://127.0.0.1:" + port), portal.token(businessIds, clock.instant()));
    }

    /** One more worker, which is still starting. */
    public LabProcess addWorker() {
        LabProcess worker = processes.worker(workers.size() + 1, settings, simulator.baseUri(), door);
        worker.start();
        workers.add(worker);
        return worker;
    }

    /** What else is a process: servers, and connector-service where it runs. */
    public List<LabProcess> others() {
        return Stream.concat(
                        servers.stream(),
                        further.stream().filter(LabProcess.class::isInstance).map(LabProcess.class::cast))
                .toList();
    }

    /** Logs and data stay for whoever wants to know what happened. */
    public void keepFolder() {
        kept = true;
        say.accept("  logs and data: " + folder);
    }

    public List<LabProcess> workers() {
        return List.copyOf(workers);
    }

    public List<Business> businesses() {
        return businesses;
    }

    public Bus bus() {
        return bus;
    }

    public Effects effects() {
        return effects;
    }

    public XpmSimulator simulator() {
        return simulator;
    }

    public InstantSource clock() {
        return clock;
    }

    public String brokers() {
        return processes.brokers();
    }

    public String database() {
        return processes.database();
    }

    /** A signed document of a company, which a worker can fetch. */
    public DocumentCreated paper(Company company) {
        return Paper.of(company, door.uri(), clock.instant());
    }

    /** Good for every organisation here. */
    String token() {
        return consent.token();
    }

    /** The minute, as scaled here. */
    Duration window() {
        return settings.limits().window();
    }

    /**
     * Connects every business and tells its companies; ours then links them by a run, which costs one call of each
     * organisation, and follows. The baseline knows the links from the ids.
     */
    public void introduce() {
        businesses.forEach(business -> connect(business, false));
        List<CompletableFuture<Void>> told = new ArrayList<>();
        for (Business business : businesses) {
            for (Company company : business.companies()) {
                // The baseline writes whatever it is told; it meets the first state as the ones that follow.
                if (settings.engine() == Engine.OURS) {
                    told.add(bus.publishAsync(
                            Topics.ENTITY_CHANGED, company.changed(1, ChangeCause.CREATED, clock.instant())));
                }
            }
        }
        told.forEach(CompletableFuture::join);
        if (settings.engine() == Engine.OURS) {
            linkByRuns();
            businesses.forEach(business -> connect(business, true));
        }
        String group = settings.engine() == Engine.OURS ? "sync-worker" : "plain-connections";
        try (Lag lag = new Lag(brokers(), group, List.of(Topics.CONNECTION_CHANGED.name()))) {
            await("everybody knows who is connected", () -> lag.records() == 0);
        }
        effects.forget();
    }

    /** As connector-service would tell it. */
    public void connect(Business business, boolean following) {
        bus.publish(
                Topics.CONNECTION_CHANGED,
                ConnectionChanged.newBuilder()
                        .setEventId(UUID.randomUUID().toString())
                        .setBusinessId(business.businessId())
                        .setOccurredAt(clock.instant())
                        .setEpoch(1)
                        .setRevision(++revision)
                        .setState(ConnectionState.CONNECTED)
                        .setTenantId(business.tenantId())
                        .setLabels(List.of(label("COMPANY", "Company"), label("INDIVIDUAL", "Individual")))
                        .setFollowing(following)
                        .build());
    }

    private static StructureLabels label(String structure, String name) {
        return StructureLabels.newBuilder()
                .setStructure(structure)
                .setLabels(name)
                .build();
    }

    /** Returns when it holds; fails after ten minutes. */
    public void await(String what, BooleanSupplier condition) {
        await(what, PATIENCE, condition);
    }

    public void await(String what, Duration patience, BooleanSupplier condition) {
        if (!holdsWithin(patience, condition)) {
            keepFolder();
            throw new IllegalStateException("After %s still not: %s".formatted(patience, what));
        }
    }

    public static boolean holdsWithin(Duration patience, BooleanSupplier condition) {
        long until = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                return false;
            }
            Pauses.of(GLANCE_MILLIS);
        }
        return true;
    }

    private void linkByRuns() {
        EventSubscription hearing = bus.hear(
                Topics.SYNC_FINISHED,
                batch -> batch.forEach(received -> finishedRuns.add(((SyncFinished) received.event()).getRunId())));
        try {
            List<String> runs = businesses.stream().map(this::run).toList();
            await("the companies are linked", () -> finishedRuns.containsAll(runs));
            say.accept("  %d businesses are linked by %d calls"
                    .formatted(businesses.size(), simulator.history().size()));
        } finally {
            hearing.close();
        }
    }

    private String run(Business business) {
        String runId = UUID.randomUUID().toString();
        bus.publish(
                Topics.SYNC_REQUESTED,
                SyncRequested.newBuilder()
                        .setEventId(UUID.randomUUID().toString())
                        .setBusinessId(business.businessId())
                        .setOccurredAt(clock.instant())
                        .setRunId(runId)
                        .setRequestedBy("benchmark")
                        .build());
        return runId;
    }

    private static Business business(XpmSimulator simulator, String tenantId) {
        String businessId = "business-" + tenantId.substring(0, 8);
        return new Business(
                businessId,
                tenantId,
                simulator.organisation(tenantId).clients().stream()
                        .sorted(Comparator.comparingInt(Client::number))
                        .map(client -> new Company(
                                businessId,
                                tenantId,
                                client.id(),
                                client.name(),
                                String.valueOf(client.get(ClientElement.COMPANY_NUMBER))))
                        .toList());
    }

    private static void end(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException(one + " does not end", e);
        }
    }

    @Override
    public void close() {
        workers.forEach(LabProcess::close);
        further.forEach(Lab::end);
        effects.close();
        bus.close();
        servers.reversed().forEach(LabProcess::close);
        door.close();
        simulator.close();
        if (kept) {
            return;
        }
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
