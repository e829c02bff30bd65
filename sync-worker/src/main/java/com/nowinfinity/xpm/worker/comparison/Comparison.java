package com.nowinfinity.xpm.worker.comparison;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What comparing a pair gives.
 *
 * @param differences what differs
 * @param agreed the normal forms of the fields that are equal and not blank, by path
 */
public record Comparison(List<FieldDifference> differences, Map<String, String> agreed) {

    /** The base from now on: what is equal is agreed anew, what differs keeps what it was and is locked. */
    public Base rebase(Base before, Instant at) {
        Set<String> locked = differences.stream()
                .map(FieldDifference::field)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, String> base = new HashMap<>(agreed);
        before.agreed().forEach((field, value) -> {
            if (locked.contains(field)) {
                base.put(field, value);
            }
        });
        return new Base(base, locked, at);
    }
}
