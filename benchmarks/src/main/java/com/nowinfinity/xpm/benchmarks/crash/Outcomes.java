package com.nowinfinity.xpm.benchmarks.crash;

import com.nowinfinity.xpm.benchmarks.lab.Bus;
import com.nowinfinity.xpm.bus.EventSubscription;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Every outcome that was told, by the event and entity it is of. An outcome that is told twice has one event id. */
final class Outcomes implements AutoCloseable {

    private final Map<String, Set<String>> finals = new ConcurrentHashMap<>();
    private final EventSubscription hearing;

    Outcomes(Bus bus) {
        hearing = bus.hear(
                Topics.ENTITY_SYNCED, batch -> batch.forEach(received -> note((EntitySynced) received.event())));
    }

    /** Accepted and without a final outcome. */
    List<Accepted> lost(List<Accepted> accepted) {
        return accepted.stream()
                .filter(one -> finals.getOrDefault(key(one), Set.of()).isEmpty())
                .toList();
    }

    /** Accepted and with more than one final outcome. */
    List<Accepted> ambiguous(List<Accepted> accepted) {
        return accepted.stream()
                .filter(one -> finals.getOrDefault(key(one), Set.of()).size() > 1)
                .toList();
    }

    private void note(EntitySynced synced) {
        if (synced.getOutcome() != Outcome.PARKED) {
            synced.getCausedBy()
                    .forEach(eventId -> finals.computeIfAbsent(
                                    eventId + "/" + synced.getEntityId(), unused -> ConcurrentHashMap.newKeySet())
                            .add(synced.getOutcome().name()));
        }
    }

    private static String key(Accepted one) {
        return one.eventId() + "/" + one.company().entityId();
    }

    @Override
    public void close() {
        hearing.close();
    }
}
