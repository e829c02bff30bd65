package com.nowinfinity.xpm.worker.simulation;

import com.nowinfinity.xpm.api.AccessToken;
import com.nowinfinity.xpm.api.XpmApi;
import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.bus.Partitions;
import com.nowinfinity.xpm.bus.ReceivedEvent;
import com.nowinfinity.xpm.worker.actions.Actions;
import com.nowinfinity.xpm.worker.connections.Connections;
import com.nowinfinity.xpm.worker.dispatch.DispatchSettings;
import com.nowinfinity.xpm.worker.dispatch.Dispatcher;
import com.nowinfinity.xpm.worker.dispatch.GateSettings;
import com.nowinfinity.xpm.worker.dispatch.PushSettings;
import com.nowinfinity.xpm.worker.dispatch.Stores;
import com.nowinfinity.xpm.worker.dispatch.Trails;
import com.nowinfinity.xpm.worker.documents.DocumentBytes;
import com.nowinfinity.xpm.worker.documents.Documents;
import com.nowinfinity.xpm.worker.intake.FirstTimes;
import com.nowinfinity.xpm.worker.intake.Intake;
import com.nowinfinity.xpm.worker.intents.Intents;
import com.nowinfinity.xpm.worker.limits.AppQuota;
import com.nowinfinity.xpm.worker.limits.Limits;
import com.nowinfinity.xpm.worker.limits.Organisations;
import com.nowinfinity.xpm.worker.mirror.Mirror;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import com.nowinfinity.xpm.worker.pushes.Pushes;
import com.nowinfinity.xpm.worker.runs.Runs;
import com.nowinfinity.xpm.worker.simulation.Scheduler.Mortal;
import com.nowinfinity.xpm.worker.simulation.Scheduler.Task;
import com.nowinfinity.xpm.worker.tokens.AccessTokens;
import com.nowinfinity.xpm.worker.tokens.TaxFileNumber;
import com.nowinfinity.xpm.worker.tokens.TaxFileNumbers;
import com.nowinfinity.xpm.worker.written.Written;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A worker: the production code of the engine and of intake, from its start to its death. */
final class SimWorker {

    static final Duration SLOT_LENGTH = Duration.ofSeconds(40);
    static final Duration LIST_SLOT_LENGTH = Duration.ofMinutes(16);

    /** Nobody opens what is uploaded here. */
    private static final DocumentBytes BYTES = told -> Path.of("target", told.getFileName());

    final Mortal process;
    final Set<Integer> partitions = new TreeSet<>();

    private final Scheduler scheduler;
    private final SimBroker broker;
    private final Dispatcher dispatcher;
    private final Intake intake;
    private final FirstTimes firsts = new FirstTimes();
    private @Nullable Task idle;
    /** How far this machine's clock has been set forward since the worker started. */
    Duration clockError = Duration.ZERO;

    /** What a worker finds when it starts; {@code altered} wraps a shelf, by its name, to plant a fault. */
    record Surroundings(
            Scheduler scheduler,
            Faults faults,
            SimBroker broker,
            Map<String, Shelf> shelves,
            XpmApi xpm,
            Limits limits,
            BiFunction<InstantSource, LongSupplier, InstantSource> clock,
            UnaryOperator<PushSettings> pushing,
            Partitions partitions,
            int mostWaiting) {}

    SimWorker(String name, Surroundings world) {
        this.process = new Mortal(name);
        this.scheduler = world.scheduler();
        this.broker = world.broker();
        InstantSource clock = world.clock().apply(() -> scheduler.now().plus(clockError), scheduler::nanos);
        Supplier<String> ids = () -> new UUID(scheduler.chance.nextLong(), scheduler.chance.nextLong()).toString();
        Function<String, Shelf> seen = shelf ->
                new ProcessShelf(Objects.requireNonNull(world.shelves().get(shelf)), scheduler, world.faults());
        Stores stores = new Stores(
                new Connections(seen.apply("connections")),
                new Intents(seen.apply("intents")),
                new Documents(seen.apply("documents")),
                new Pushes(seen.apply("pushes")),
                new Runs(seen.apply("runs")),
                new Actions(seen.apply("actions")),
                new Mirror(seen.apply("mirror"), clock),
                new Organisations(seen.apply("organisations")),
                new Written(seen.apply("written"), seen.apply("trials")));
        GateSettings gate = new GateSettings(
                world.limits(), Duration.ofSeconds(5), Duration.ofSeconds(15), clock, scheduler::nanos, ids);
        EventPublisher publisher = broker.publisher(world.faults());
        SimThreads threads = new SimThreads(scheduler, process);
        dispatcher = new Dispatcher(
                new Dispatcher.Tools(
                        stores,
                        world.xpm(),
                        new Tokens(world.faults()),
                        publisher,
                        new Outcomes(clock),
                        BYTES,
                        new NoTaxFileNumbers(),
                        new SimIntake(scheduler),
                        gate,
                        new DispatchSettings(
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(30),
                                5,
                                8,
                                // As many as a poll brings here.
                                3,
                                // Few, so that there is somebody in the queue.
                                1,
                                world.pushing().apply(new PushSettings(true, true, false, 10, Duration.ofSeconds(5)))),
                        new AppQuota(seen.apply("app"), world.limits(), clock, scheduler::nanos, ids),
                        Trails.NONE),
                world.partitions(),
                (delay, action) -> scheduler.after(delay, () -> {
                    if (process.alive) {
                        scheduler.start(process, action);
                    }
                }),
                threads);
        intake = new Intake(stores, dispatcher, (partition, topics) -> Map.of(), world.mostWaiting());
        scheduler.start(process, this::consume);
    }

    void assign(int partition) {
        partitions.add(partition);
        dispatcher.onAssigned(Set.of(partition));
        hear();
    }

    void revoke(int partition) {
        if (partitions.remove(partition)) {
            dispatcher.onRevoked(Set.of(partition));
        }
    }

    /** Hears that a business is forgotten. */
    void forget(String businessId, Runnable removal) {
        scheduler.start(process, () -> dispatcher.forget(businessId, removal));
    }

    /** There is something new on a topic. */
    void hear() {
        if (idle != null) {
            Task sleeper = idle;
            idle = null;
            scheduler.wake(sleeper);
        }
    }

    private void consume() {
        while (true) {
            boolean anything = false;
            for (int partition : List.copyOf(partitions)) {
                SimBroker.Poll poll = broker.poll(partition, process);
                List<ReceivedEvent> batch = poll.events();
                if (!batch.isEmpty()) {
                    anything = true;
                    take(poll, batch);
                }
            }
            if (!anything) {
                idle = scheduler.current();
                scheduler.sleep();
            }
        }
    }

    private void take(SimBroker.Poll poll, List<ReceivedEvent> batch) {
        try {
            Set<String> events = batch.stream().map(SimWorker::id).collect(Collectors.toSet());
            Set<String> known = events.stream().filter(broker.heard::contains).collect(Collectors.toSet());
            broker.heard.addAll(events);
            Set<String> again = firsts.again(events, known);
            intake.handle(batch, received -> again.contains(id(received)));
            firsts.taken(events);
            scheduler.step();
            if (!broker.commit(poll)) {
                throw new IllegalStateException("The partition has another owner");
            }
        } catch (RuntimeException e) {
            // The same events come again, as event-bus promises.
            Task me = scheduler.current();
            scheduler.after(Duration.ofSeconds(1), () -> scheduler.wake(me));
            scheduler.sleep();
        }
    }

    private static String id(ReceivedEvent received) {
        return received.businessId() + "/" + received.eventId();
    }

    private record Tokens(Faults faults) implements AccessTokens {
        @Override
        public AccessToken current(String businessId, long epoch) {
            if (!faults.tokens) {
                faults.tokensMissed++;
                throw new NoToken(Outcomes.reason("no-token", "There is none."), true, Duration.ofSeconds(5));
            }
            return new AccessToken("token");
        }

        @Override
        public AccessToken replacing(String businessId, long epoch, AccessToken refused) {
            return new AccessToken("another");
        }
    }

    private static final class NoTaxFileNumbers implements TaxFileNumbers {

        @Override
        public Optional<TaxFileNumber> redeem(String businessId, String reference) {
            return Optional.empty();
        }

        @Override
        public Optional<TaxFileNumber> of(String businessId, String entityId) {
            return Optional.empty();
        }
    }
}
