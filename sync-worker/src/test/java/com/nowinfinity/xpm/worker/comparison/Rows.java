package com.nowinfinity.xpm.worker.comparison;

import static com.nowinfinity.xpm.worker.Entities.LABELS;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.worker.Clients;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Comparing in short: rows as {@code field-differs email by XPM}. */
final class Rows {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    static final Instant THEN = Instant.parse("2026-06-01T00:00:00Z");

    private Rows() {}

    static List<String> of(Entity.Builder entity, Clients client) {
        return of(entity, client, Base.NONE);
    }

    static List<String> of(Entity.Builder entity, Clients client, Base base) {
        return compare(entity, client, base).differences().stream()
                .map(row ->
                        row.kind().code() + (row.field() == null ? "" : " " + row.field() + " by " + row.changedBy()))
                .toList();
    }

    static Comparison compare(Entity.Builder entity, Clients client, Base base) {
        return EntityComparator.compare(entity.build(), client.build(), base, LABELS, new Everybody(), TODAY);
    }

    /** The base after both sides looked like this. */
    static Base after(Entity.Builder entity, Clients client) {
        return compare(entity, client, Base.NONE).rebase(Base.NONE, THEN);
    }

    static Base base(String field, String form) {
        return new Base(Map.of(field, form), Set.of(), THEN);
    }

    /** {@code p-1} is {@code x-p-1}; but strangers are not linked. */
    record Everybody() implements Peers {
        @Override
        public Optional<String> clientOf(String entityId) {
            return entityId.startsWith("stranger") ? Optional.empty() : Optional.of("x-" + entityId);
        }

        @Override
        public List<String> companiesOf(String entityId) {
            return entityId.startsWith("idle") ? List.of() : List.of("Company of " + entityId);
        }

        @Override
        public String nameOfEntity(String entityId) {
            return "Our " + entityId;
        }
    }
}
