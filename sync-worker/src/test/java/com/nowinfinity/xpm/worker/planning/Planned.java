package com.nowinfinity.xpm.worker.planning;

import static com.nowinfinity.xpm.worker.Entities.LABELS;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.worker.Clients;
import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.comparison.Comparison;
import com.nowinfinity.xpm.worker.comparison.EntityComparator;
import com.nowinfinity.xpm.worker.comparison.Peers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** What a person's push or a followed change would write of a pair. */
final class Planned {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    /** {@code p-1} is {@code x-p-1}. */
    private static final Peers PEERS = new Peers() {
        @Override
        public Optional<String> clientOf(String entityId) {
            return Optional.of("x-" + entityId);
        }

        @Override
        public String nameOfEntity(String entityId) {
            return entityId;
        }
    };

    private Planned() {}

    static Writes asked(Entity.Builder entity, Clients client, Base base) {
        return of(entity, client, base, true);
    }

    static Writes followed(Entity.Builder entity, Clients client, Base base) {
        return of(entity, client, base, false);
    }

    static Base after(Entity.Builder entity, Clients client) {
        return compare(entity.build(), client.build(), Base.NONE)
                .rebase(Base.NONE, Instant.parse("2026-06-01T00:00:00Z"));
    }

    private static Writes of(Entity.Builder entity, Clients client, Base base, boolean asked) {
        Entity ours = entity.build();
        PracticeClient theirs = client.build();
        return Writes.of(
                compare(ours, theirs, base), new Permission(base, Set.of(), asked), ours, theirs, PEERS, TODAY);
    }

    private static Comparison compare(Entity ours, PracticeClient theirs, Base base) {
        return EntityComparator.compare(ours, theirs, base, LABELS, PEERS, TODAY);
    }
}
