package com.nowinfinity.xpm.worker.comparison;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A role that is held now, as one side tells it.
 *
 * @param starts known first days of its parcels; empty where none is known
 * @param shares the holder's total over all parcels; null where it cannot be compared one to one
 */
record RoleState(Set<String> starts, @Nullable Long shares) {

    private static final String CURRENT = "current:";
    private static final String SHARES = "#";

    RoleState {
        starts = Collections.unmodifiableSet(new TreeSet<>(starts));
    }

    static RoleState of(Stream<@Nullable String> starts, @Nullable Long shares) {
        return new RoleState(starts.filter(Objects::nonNull).collect(Collectors.toSet()), shares);
    }

    /** Whether a form is that of a role that is held; that of one which is over is not read. */
    static boolean isForm(String form) {
        return form.startsWith(CURRENT);
    }

    /** Reads {@link #form()}. */
    static RoleState read(String form) {
        String[] parts = form.substring(CURRENT.length()).split(SHARES, 2);
        Set<String> starts = parts[0].isEmpty() ? Set.of() : Set.of(parts[0].split(","));
        return new RoleState(starts, parts.length == 1 ? null : Long.valueOf(parts[1]));
    }

    /** The form in which it is agreed on. */
    String form() {
        return CURRENT + String.join(",", starts) + (shares == null ? "" : SHARES + shares);
    }

    /** Only where both sides know. Parcels of different days may stand as one relationship on the other side. */
    boolean sameStarts(RoleState other) {
        return starts.isEmpty()
                || other.starts.isEmpty()
                || starts.containsAll(other.starts)
                || other.starts.containsAll(starts);
    }

    boolean sameShares(RoleState other) {
        return shares == null || other.shares == null || shares.equals(other.shares);
    }

    boolean agrees(RoleState other) {
        return sameStarts(other) && sameShares(other);
    }
}
