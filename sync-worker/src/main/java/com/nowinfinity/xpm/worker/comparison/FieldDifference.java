package com.nowinfinity.xpm.worker.comparison;

import com.nowinfinity.xpm.events.ChangedBy;
import com.nowinfinity.xpm.events.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One difference between a pair.
 *
 * @param field path in the entity's JSON; null when it is about the record as a whole
 * @param ours our value, as people read it
 * @param theirs XPM's value, as people read it
 * @param base the normal form both agreed on last
 */
public record FieldDifference(
        DifferenceKind kind,
        @Nullable String field,
        @Nullable String ours,
        @Nullable String theirs,
        @Nullable String base,
        ChangedBy changedBy,
        Severity severity) {

    public static FieldDifference ofWhole(DifferenceKind kind, @Nullable String ours, @Nullable String theirs) {
        return new FieldDifference(kind, null, ours, theirs, null, ChangedBy.UNKNOWN, kind.severity());
    }
}
