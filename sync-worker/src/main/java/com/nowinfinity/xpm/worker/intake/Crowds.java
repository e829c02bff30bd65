package com.nowinfinity.xpm.worker.intake;

import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.worker.intents.Pending;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the entities of which more comes than their intents may hold unfolded: a document has an end, and one that
 * grows with every batch is never folded before the next one. Safe for many threads.
 */
final class Crowds {

    /** A change is some 1 KB where it is stored, and so are as many roles as this. */
    private static final int ROLES_OF_A_CHANGE = 5;

    /** Of this many entities, the ones of which something came last, it is known how much has come. */
    private static final int REMEMBERED = 1_000;

    private final int mostWaiting;
    private final Map<Subject, Integer> waiting = new LinkedHashMap<>(16, 0.75f, true);

    /** @param mostWaiting how many changes of one entity may wait in its intent; one with many roles counts for several */
    Crowds(int mostWaiting) {
        this.mostWaiting = mostWaiting;
    }

    record Subject(String businessId, String entityId) {
        static Subject of(Pending pending) {
            EntityChanged change = pending.change();
            return new Subject(change.getBusinessId(), change.getEntity().getEntityId());
        }
    }

    /**
     * The changes of a batch.
     *
     * @param few what may wait in its intents
     * @param many what has to be folded at once, in the order it came
     */
    record Divided(List<Pending> few, Map<Subject, List<Pending>> many) {}

    Divided divide(List<Pending> changes) {
        Map<Subject, List<Pending>> bySubject = new LinkedHashMap<>();
        changes.forEach(change -> bySubject
                .computeIfAbsent(Subject.of(change), subject -> new ArrayList<>())
                .add(change));
        Divided divided = new Divided(new ArrayList<>(), new LinkedHashMap<>());
        bySubject.forEach((subject, ofSubject) -> {
            if (hasRoom(subject, size(ofSubject))) {
                divided.few().addAll(ofSubject);
            } else {
                divided.many().put(subject, ofSubject);
            }
        });
        return divided;
    }

    private static int size(List<Pending> changes) {
        return changes.stream()
                .mapToInt(pending ->
                        1 + pending.change().getEntity().getRelationships().size() / ROLES_OF_A_CHANGE)
                .sum();
    }

    /** Once there is no room, everything is folded, and counting begins anew. */
    private synchronized boolean hasRoom(Subject subject, int more) {
        int all = waiting.getOrDefault(subject, 0) + more;
        waiting.put(subject, all > mostWaiting ? 0 : all);
        while (waiting.size() > REMEMBERED) {
            waiting.remove(waiting.keySet().iterator().next());
        }
        return all <= mostWaiting;
    }
}
