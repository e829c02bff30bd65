package com.nowinfinity.xpm.worker.simulation;

import com.nowinfinity.xpm.bus.BrokerUnavailableException;
import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.bus.ReceivedEvent;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.events.WorkPlanned;
import com.nowinfinity.xpm.worker.simulation.Scheduler.Mortal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Logs with committed offsets, and a publisher that may fail before or after the event is in. */
final class SimBroker {

    /** The events that came to anybody, as the workers' own collection keeps them. */
    final Set<String> heard = new HashSet<>();

    int mostInABatch = 3;
    /** As far as there are so many. */
    int leastInABatch = 1;

    final List<SpecificRecord> published = new ArrayList<>();
    final Story story;

    private final Scheduler scheduler;
    private final Map<Integer, List<ReceivedEvent>> logs = new HashMap<>();
    private final Map<Integer, Integer> committed = new HashMap<>();
    private final Map<Integer, Mortal> owners = new HashMap<>();

    SimBroker(Scheduler scheduler, Story story) {
        this.scheduler = scheduler;
        this.story = story;
    }

    /** Whether the partitions are without a leader: nothing comes, and whether something went in nobody says. */
    boolean leaderless;

    /** Kills who commits next, with its work done and its offset not committed. */
    @Nullable
    Consumer<Mortal> killing;

    record Poll(int partition, int next, Mortal by, List<ReceivedEvent> events) {}

    <T extends SpecificRecord> void append(Topic<T> topic, int partition, String businessId, T event) {
        List<ReceivedEvent> log = logs.computeIfAbsent(partition, number -> new ArrayList<>());
        log.add(new ReceivedEvent(topic, partition, log.size(), businessId, event));
    }

    void own(int partition, Mortal process) {
        owners.put(partition, process);
    }

    Poll poll(int partition, Mortal by) {
        List<ReceivedEvent> log = leaderless ? List.of() : logs.getOrDefault(partition, List.of());
        int from = committed.getOrDefault(partition, 0);
        int to = Math.min(log.size(), from + leastInABatch + scheduler.chance.nextInt(mostInABatch));
        return new Poll(partition, to, by, List.copyOf(log.subList(Math.min(from, to), to)));
    }

    /** Of who owns the partition; anybody else's is refused, as by a broker that knows the generation. */
    boolean commit(Poll poll) {
        if (killing != null) {
            Consumer<Mortal> killer = killing;
            killing = null;
            killer.accept(poll.by());
            throw new Scheduler.Killed();
        }
        boolean owned = !leaderless && poll.by().equals(owners.get(poll.partition()));
        if (owned) {
            committed.merge(poll.partition(), poll.next(), Math::max);
        }
        return owned;
    }

    int committed(int partition) {
        return committed.getOrDefault(partition, 0);
    }

    int appended(int partition) {
        return logs.getOrDefault(partition, List.of()).size();
    }

    /** The group has been deleted, or its offsets have expired. */
    void forgetOffsets() {
        committed.clear();
    }

    EventPublisher publisher(Faults faults) {
        return new EventPublisher() {
            @Override
            public <T extends SpecificRecord> void publish(Topic<T> topic, T event) {
                scheduler.step();
                if (faults.brokerFails()) {
                    throw new BrokerUnavailableException("The broker is away", null);
                }
                published.add(event);
                if (event instanceof EntitySynced outcome) {
                    story.told(outcome);
                }
                if (event instanceof WorkPlanned plan) {
                    story.planned(plan);
                }
                scheduler.step();
                if (leaderless || faults.brokerFails()) {
                    throw new BrokerUnavailableException("The broker did not say that it has it", null);
                }
            }

            @Override
            public <T extends SpecificRecord> CompletableFuture<Void> publishAsync(Topic<T> topic, T event) {
                publish(topic, event);
                return CompletableFuture.completedFuture(null);
            }
        };
    }
}
