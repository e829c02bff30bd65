package com.nowinfinity.xpm.worker.simulation;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.bus.Partitions;
import com.nowinfinity.xpm.worker.limits.Limits;
import com.nowinfinity.xpm.worker.mirror.Mirror;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import com.nowinfinity.xpm.worker.simulation.Scheduler.Mortal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Two workers, a broker, a database and XPM, and whatever happens to them, out of one seed. */
final class SimWorld {

    static final Judge.Allowed ALLOWED = new Judge.Allowed(6, 2, 60, 9);

    private static final int PARTITIONS = 2;
    private static final List<String> SHELVES = List.of(
            "connections",
            "intents",
            "documents",
            "pushes",
            "runs",
            "actions",
            "mirror",
            "organisations",
            "written",
            "trials",
            "app");

    final long seed;
    final Scheduler scheduler;
    final Faults faults;
    final Judge judge;
    final Story story;
    final SimBroker broker;
    final SimPractices practices;
    final Script script;

    private final SimWorker.Surroundings surroundings;
    private final List<SimWorker> workers = new ArrayList<>();
    private final Map<Integer, SimWorker> owners = new HashMap<>();
    private int named;

    SimWorld(long seed) {
        this(seed, Plants.NONE);
    }

    SimWorld(long seed, Plants plants) {
        this(seed, plants, ALLOWED);
    }

    SimWorld(long seed, Plants plants, Judge.Allowed allowed) {
        this.seed = seed;
        scheduler = new Scheduler(seed);
        faults = new Faults(scheduler);
        judge = new Judge(scheduler, allowed);
        story = new Story(judge);
        broker = new SimBroker(scheduler, story);
        practices = new SimPractices(scheduler, judge);
        Map<String, Shelf> shelves = new HashMap<>();
        for (String name : SHELVES) {
            UnaryOperator<Shelf> plant = plants.shelves().getOrDefault(name, shelf -> shelf);
            MemoryShelf shelf = new MemoryShelf();
            shelves.put(name, plant.apply(name.equals("intents") ? new FencedShelf(shelf, judge) : shelf));
        }
        if (seed % 2 == 0) {
            listed(shelves);
        }
        Partitions partitions = new Partitions(PARTITIONS);
        surroundings = new SimWorker.Surroundings(
                scheduler,
                faults,
                broker,
                shelves,
                plants.xpm().apply(new SimXpm(scheduler, faults, judge, practices, this::kill)),
                plants.limits().apply(limits(allowed)),
                plants.clock(),
                plants.pushing(),
                partitions,
                // In every third world a second change of an entity is folded by intake itself.
                seed % 3 == 0 ? 1 : 256);
        script = new Script(this, partitions);
        practices.steps = (step, clientId) -> script.pushes()
                .forEach(pushed -> pushed.early(this, step, clientId).forEach(judge::violated));
    }

    /** As after a run over a practice that has no clients yet. */
    private void listed(Map<String, Shelf> shelves) {
        Mirror mirror = new Mirror(Objects.requireNonNull(shelves.get("mirror")), scheduler::now);
        Script.BUSINESSES.forEach(
                businessId -> mirror.listed(businessId, Script.tenantOf(businessId), scheduler.now()));
    }

    static Limits limits(Judge.Allowed allowed) {
        return new Limits(
                allowed.perMinute(),
                allowed.concurrent(),
                allowed.perDay(),
                Duration.ofMinutes(1),
                0.2,
                allowed.app(),
                SimWorker.SLOT_LENGTH,
                SimWorker.LIST_SLOT_LENGTH);
    }

    /** Lets it all happen and holds it to its promises; the message of what it throws begins with the seed. */
    SimWorld run() {
        try {
            start();
            start();
            for (int partition = 0; partition < PARTITIONS; partition++) {
                assign(partition, workers.get(partition % workers.size()));
            }
            scheduler.run(this::meddle);
            calmDown();
            return this;
        } catch (Throwable broken) {
            throw new AssertionError("Seed " + seed + ": " + broken.getMessage(), broken);
        } finally {
            scheduler.abandon(workers.stream().map(worker -> worker.process).toList());
        }
    }

    /** Everything at rest must be as it was wanted. */
    SimWorld verify() {
        List<String> problems = new ArrayList<>(judge.violations);
        problems.addAll(story.unfinished());
        for (Script.Subject subject : script.subjects()) {
            Optional<PracticeClient> client = clientOf(subject);
            problems.addAll(story.missing(subject.entityId(), client, script.newest()));
            client.filter(shown -> !shown.name()
                            .equals(script.names().get(shown.contact().email())))
                    .ifPresent(shown -> problems.add(
                            "%s is called %s".formatted(shown.contact().email(), shown.name())));
            client.filter(shown -> !story.isParked(subject.entityId()))
                    .ifPresent(shown -> problems.addAll(script.wronglyDirected(shown)));
        }
        script.pushes().forEach(pushed -> problems.addAll(pushed.missing(this)));
        if (!problems.isEmpty()) {
            throw new AssertionError("Seed " + seed + ": " + String.join("\n", problems));
        }
        return this;
    }

    /** Whatever it is called. */
    Optional<PracticeClient> clientOf(Script.Subject subject) {
        String owner = SimPractices.owner(Script.email(subject.entityId(), 1));
        return practices.all(subject.tenantId()).stream()
                .filter(shown ->
                        Objects.equals(owner, SimPractices.owner(shown.contact().email())))
                .findFirst();
    }

    void heard(int partition) {
        SimWorker owner = owners.get(partition);
        if (owner != null) {
            owner.hear();
        }
    }

    /** Whether anything still goes wrong is up to the script; what waits goes on. */
    private void calmDown() {
        faults.on = false;
        workers.forEach(worker -> worker.process.paused = false);
        scheduler.run(this::judgeNow);
    }

    void kill(Mortal process) {
        workers.stream()
                .filter(worker -> worker.process.equals(process))
                .findFirst()
                .ifPresent(this::kill);
    }

    /** What the workers have stored. */
    Shelf shelf(String name) {
        return Objects.requireNonNull(surroundings.shelves().get(name));
    }

    void kill(SimWorker worker) {
        worker.process.alive = false;
        workers.remove(worker);
        SimWorker next = workers.isEmpty() ? start() : workers.get(scheduler.chance.nextInt(workers.size()));
        List.copyOf(worker.partitions).forEach(partition -> {
            if (worker.equals(owners.get(partition))) {
                assign(partition, next);
            }
        });
        if (workers.size() < 2) {
            scheduler.after(Duration.ofSeconds(scheduler.chance.nextInt(20)), this::join);
        }
    }

    /** Stands still and does not know it; others take over, and later it goes on as if nothing had been. */
    void pause(SimWorker worker, Duration duration) {
        worker.process.paused = true;
        SimWorker other = workers.stream()
                .filter(candidate -> !candidate.process.paused)
                .findFirst()
                .orElseGet(this::start);
        List.copyOf(worker.partitions).forEach(partition -> assign(partition, other));
        scheduler.after(duration, () -> worker.process.paused = false);
    }

    /** How many workers were ever started. */
    int started() {
        return named;
    }

    List<SimWorker> workers() {
        return workers;
    }

    int partitionOf(String businessId) {
        return surroundings.partitions().of(businessId);
    }

    SimWorker owner(int partition) {
        return Objects.requireNonNull(owners.get(partition));
    }

    void assign(int partition, SimWorker to) {
        SimWorker from = owners.put(partition, to);
        broker.own(partition, to.process);
        if (from != null && !from.equals(to) && from.process.alive) {
            revoke(from, partition);
        }
        to.assign(partition);
    }

    private void revoke(SimWorker from, int partition) {
        // A consumer hears of it at its next poll, perhaps long after.
        scheduler.after(Duration.ofMillis(scheduler.chance.nextInt(2_000)), () -> {
            if (from.process.paused) {
                revoke(from, partition);
            } else if (from.process.alive && !from.equals(owners.get(partition))) {
                from.revoke(partition);
            }
        });
    }

    SimWorker start() {
        SimWorker worker = new SimWorker("worker-" + ++named, surroundings);
        workers.add(worker);
        return worker;
    }

    /** One more worker takes its share. */
    private void join() {
        if (workers.size() < 2) {
            SimWorker worker = start();
            assign(scheduler.chance.nextInt(PARTITIONS), worker);
        }
    }

    private void meddle() {
        judgeNow();
        SimWorker victim = workers.get(scheduler.chance.nextInt(workers.size()));
        if (faults.upheaval(faults.kill)) {
            kill(victim);
        } else if (!victim.process.paused && faults.upheaval(faults.pause)) {
            pause(victim, Duration.ofSeconds(1 + scheduler.chance.nextInt(90)));
        } else if (!victim.process.paused && faults.upheaval(faults.move)) {
            assign(scheduler.chance.nextInt(PARTITIONS), victim);
        } else if (faults.upheaval(faults.outage)) {
            practices.downFor(Duration.ofSeconds(10 + scheduler.chance.nextInt(600)));
        } else if (faults.happens(faults.jump)) {
            victim.clockError = Duration.ofMinutes(scheduler.chance(0.5) ? 10 : -10);
        }
    }

    private void judgeNow() {
        if (!judge.violations.isEmpty()) {
            throw new AssertionError(String.join("\n", judge.violations));
        }
    }
}
