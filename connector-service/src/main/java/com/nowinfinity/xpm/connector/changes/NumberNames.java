package com.nowinfinity.xpm.connector.changes;

import com.nowinfinity.xpm.connector.taxnumbers.TaxFileNumbers;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts the reference and the tail of a tax file number into a change whose sender left them out. */
final class NumberNames {

    private static final String REFERENCE = "tfnReference";
    private static final String TAIL = "tfnTail";

    private NumberNames() {}

    /** Nothing where the sender names a number himself, or none is kept. */
    static Map<String, String> of(TaxFileNumbers numbers, String businessId, EntityChanged change) {
        Entity entity = Objects.requireNonNull(change.getEntity(), "checked before");
        if (entity.getTfnReference() != null) {
            return Map.of();
        }
        return numbers.of(businessId, entity.getEntityId())
                .map(named -> Map.of(REFERENCE, named.reference(), TAIL, named.tail()))
                .orElse(Map.of());
    }

    static EntityChanged named(EntityChanged change, Map<String, String> names) {
        @Nullable String reference = names.get(REFERENCE);
        if (reference == null || change.getEntity() == null) {
            return change;
        }
        Entity entity = Entity.newBuilder(change.getEntity())
                .setTfnReference(reference)
                .setTfnTail(names.get(TAIL))
                .build();
        return EntityChanged.newBuilder(change).setEntity(entity).build();
    }
}
