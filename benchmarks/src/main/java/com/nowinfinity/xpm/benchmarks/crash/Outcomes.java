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
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every outcome that was told, by the event and entity it is of. Its id follows from what it says, so that a second one of
 * the same kind has the id of the first. But that of an entity is stored before it is told: one that is only told again is the
 * same to the last field, and one that was made anew is not.
 */
final class Outcomes {

    private final Map<String, Set<EntitySynced>> finals = new ConcurrentHashMap<>();
    private final Map<String, String> parked = new ConcurrentHashMap<>();

    /** Notes what is told from the first record on, until it is closed. */
    EventSubscription hear(Bus bus) {
        return bus.hear(
                Topics.ENTITY_SYNCED, batch -> batch.forEach(received -> note((EntitySynced) received.event())));
    }

    /** Accepted, without a final outcome, and not laid before a person either. */
    List<Accepted> lost(List<Accepted> accepted) {
        return accepted.stream()
                .filter(one -> !isFinal(one) && !parked.containsKey(key(one)))
                .toList();
    }

    /** Laid before a person, by the reason's code. */
    Map<Accepted, String> parked(List<Accepted> accepted) {
        return accepted.stream()
                .filter(one -> !isFinal(one) && parked.containsKey(key(one)))
                .collect(Collectors.toMap(Function.identity(), one -> String.valueOf(parked.get(key(one)))));
    }

    /** Accepted and with more than one final outcome, be it the same one made twice. */
    List<Accepted> ambiguous(List<Accepted> accepted) {
        return accepted.stream()
                .filter(one -> finals.getOrDefault(key(one), Set.of()).size() > 1)
                .toList();
    }

    void note(EntitySynced synced) {
        if (synced.getDocumentId() != null) {
            // It has an outcome of its own, under the push of its entity.
            return;
        }
        if (synced.getOutcome() == Outcome.PARKED) {
            String code = synced.getReason() == null ? "" : synced.getReason().getCode();
            synced.getCausedBy().forEach(eventId -> parked.put(eventId + "/" + synced.getEntityId(), code));
        } else {
            synced.getCausedBy()
                    .forEach(eventId -> finals.computeIfAbsent(
                                    eventId + "/" + synced.getEntityId(), unused -> ConcurrentHashMap.newKeySet())
                            .add(synced));
        }
    }

    private boolean isFinal(Accepted one) {
        return !finals.getOrDefault(key(one), Set.of()).isEmpty();
    }

    private static String key(Accepted one) {
        return one.eventId() + "/" + one.company().entityId();
    }
}
