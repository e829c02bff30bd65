package com.nowinfinity.xpm.worker.runs;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.RunKind;
import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.intents.Intent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * When both sides of an organisation were looked at lately. A pair that was in step then is not written again for that:
 * it is known here, once for all of them, until when each has agreed.
 */
public final class Snapshots {

    /**
     * What one run looked at.
     *
     * @param at when it began to read
     * @param kinds none named means all
     * @param apart entities with a base that it did not compare field by field, as one whose link is contradicted
     */
    public record Taken(Instant at, List<RunKind> kinds, Set<String> apart) {

        public Taken {
            kinds = List.copyOf(kinds);
            apart = Set.copyOf(apart);
        }

        private boolean shows(String entityId, Entity entity) {
            return new RunScope(kinds).holds(entity.getKind()) && !apart.contains(entityId);
        }
    }

    private final List<Taken> taken;

    public Snapshots(List<Taken> taken) {
        this.taken = taken.stream()
                .sorted(Comparator.comparing(Taken::at).reversed())
                .toList();
    }

    /** With a base that says until when the two are known to have agreed. */
    public Intent upTo(Intent intent) {
        Base base = intent.base();
        return intent.newest()
                .flatMap(entity -> taken.stream()
                        .filter(snapshot -> snapshot.shows(intent.entityId(), entity))
                        .findFirst())
                .map(snapshot -> base.comparedUntil(snapshot.at()))
                .filter(known -> !known.equals(base))
                .map(intent::withBase)
                .orElse(intent);
    }
}
