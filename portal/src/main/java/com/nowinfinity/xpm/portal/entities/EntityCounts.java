package com.nowinfinity.xpm.portal.entities;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A business's entities in numbers.
 *
 * @param total all of them
 * @param kinds how many of each kind
 * @param outcomes how many with each latest outcome
 * @param unpublished changes that are not on Kafka yet
 */
public record EntityCounts(long total, Map<String, Long> kinds, Map<String, Long> outcomes, long unpublished) {

    static EntityCounts of(Collection<EntityRow> rows, long unpublished) {
        Map<String, Long> kinds = new TreeMap<>();
        Map<String, Long> outcomes = new LinkedHashMap<>();
        for (EntityRow row : rows) {
            kinds.merge(row.kind(), 1L, Long::sum);
            if (row.outcome() != null) {
                outcomes.merge(row.outcome(), 1L, Long::sum);
            }
        }
        return new EntityCounts(rows.size(), kinds, outcomes, unpublished);
    }
}
