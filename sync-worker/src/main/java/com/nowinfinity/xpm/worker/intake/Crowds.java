package com.nowinfinity.xpm.worker.intake;

import com.nowinfinity.xpm.events.EntityChanged;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the entities of which more comes than their intents may hold unfolded: a document has an end, and one that
 * grows with every batch is never folded before the next one. Safe for many threads.
 */
final class Crowds {

    /** Of this many entities, the ones of which something came last, it is known how much has come. */
    private static final int REMEMBERED = 1_000;

    private final int mostWaiting;
    private final Map<Subject, Integer> waiting = new LinkedHashMap<>(16, 0.75f, true);

    /** @param mostWaiting how many changes of one entity may wait in its intent */
    Crowds(int mostWaiting) {
        this.mostWaiting = mostWaiting;
    }

    record Subject(String businessId, String entityId) {
        static Subject of(EntityChanged change) {
            return new Subject(change.getBusinessId(), change.getEntity().getEntityId());
        }
    }

    /**
     * The changes of a batch.
     *
     * @param few what may wait in its intents
     * @param many what has to be folded at once, in the order it came
     */
    record Divided(List<EntityChanged> few, Map<Subject, List<EntityChanged>> many) {}

    Divided divide(List<EntityChanged> changes) {
        Map<Subject, List<EntityChanged>> bySubject = new LinkedHashMap<>();
        changes.forEach(change -> bySubject
                .computeIfAbsent(Subject.of(change), subject -> new ArrayList<>())
                .add(change));
        Divided divided = new Divided(new ArrayList<>(), new LinkedHashMap<>());
        bySubject.forEach((subject, ofSubject) -> {
            if (hasRoom(subject, ofSubject.size())) {
                divided.few().addAll(ofSubject);
            } else {
                divided.many().put(subject, ofSubject);
            }
        });
        return divided;
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
