package com.nowinfinity.xpm.worker.comparison;

import com.nowinfinity.xpm.events.ChangedBy;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last state both sides agreed on, per field, in normal form.
 *
 * @param agreed values by path; a field that was blank on both sides is absent
 * @param locked paths that differed at the last comparison: an open discrepancy
 * @param comparedAt when the two were last compared; null when never
 */
public record Base(
        Map<String, String> agreed,
        Set<String> locked,
        @Nullable Instant comparedAt) {

    public static final Base NONE = new Base(Map.of(), Set.of(), null);

    public Base {
        agreed = Map.copyOf(agreed);
        locked = Set.copyOf(locked);
    }

    public @Nullable String of(String field) {
        return agreed.get(field);
    }

    /** Which side moved since the base; unknown where the two never agreed. */
    public ChangedBy changedBy(String field, @Nullable String ours, @Nullable String theirs) {
        String base = agreed.get(field);
        if (comparedAt == null || (base == null && locked.contains(field))) {
            return ChangedBy.UNKNOWN;
        }
        boolean weMoved = !Objects.equals(base, ours);
        boolean theyMoved = !Objects.equals(base, theirs);
        if (weMoved && theyMoved) {
            return ChangedBy.BOTH;
        }
        return weMoved ? ChangedBy.NOWINFINITY : ChangedBy.XPM;
    }
}
