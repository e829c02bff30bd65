package com.nowinfinity.xpm.portal.entities;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * The rows of each business, kept until an entity is written, so that a list does not read thousands of documents for
 * each page. Right as long as one process writes the entities; the portal is one. Thread-safe.
 */
final class KeptRows {

    private final AtomicLong writes = new AtomicLong();
    private final ConcurrentMap<String, Kept> kept = new ConcurrentHashMap<>();

    /** @param after how many writes there had been when reading began */
    private record Kept(long after, List<EntityRow> rows) {}

    List<EntityRow> of(String businessId, Function<String, List<EntityRow>> read) {
        long now = writes.get();
        Kept found = kept.get(businessId);
        if (found != null && found.after() == now) {
            return found.rows();
        }
        List<EntityRow> rows = List.copyOf(read.apply(businessId));
        kept.put(businessId, new Kept(now, rows));
        return rows;
    }

    /** To be called once a write is done: rows whose reading began before that are not given any more. */
    void written() {
        writes.incrementAndGet();
    }
}
