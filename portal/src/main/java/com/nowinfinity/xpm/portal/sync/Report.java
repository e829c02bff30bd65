package com.nowinfinity.xpm.portal.sync;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item of {@code GET /reports}. */
record Report(
        String reportId,
        @Nullable String runId,
        Instant createdAt,
        @Nullable List<Counted> counts,
        long newSinceLast) {

    public long total() {
        return counted().stream().mapToLong(Counted::count).sum();
    }

    /** How many of one kind. */
    public long of(String kind) {
        return counted().stream()
                .filter(counted -> counted.name().equals(kind))
                .mapToLong(Counted::count)
                .sum();
    }

    /** The most frequent kinds first. */
    public List<Counted> counted() {
        return counts == null
                ? List.of()
                : counts.stream()
                        .filter(counted -> counted.count() > 0)
                        .sorted(Comparator.comparingLong(Counted::count)
                                .reversed()
                                .thenComparing(Counted::name))
                        .toList();
    }
}
