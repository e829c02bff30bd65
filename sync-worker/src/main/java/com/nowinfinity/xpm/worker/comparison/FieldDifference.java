package com.nowinfinity.xpm.worker.comparison;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.ChangedBy;
import com.nowinfinity.xpm.events.Severity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One difference between a pair.
 *
 * @param field path in the entity's JSON; null when it is about the record as a whole
 * @param ours our value, as people read it
 * @param theirs XPM's value, as people read it
 * @param base what both agreed on last, as people read it; in normal form where both sides have moved since
 * @param dueDate the last day to tell ASIC; null where ASIC need not hear of it
 * @param concerns the companies whose register it is about
 * @param candidates the clients among which a person chooses; empty where it is about one client, or none
 */
public record FieldDifference(
        DifferenceKind kind,
        @Nullable String field,
        @Nullable String ours,
        @Nullable String theirs,
        @Nullable String base,
        ChangedBy changedBy,
        Severity severity,
        @Nullable LocalDate dueDate,
        List<String> concerns,
        List<PracticeClient> candidates) {

    public FieldDifference(
            DifferenceKind kind,
            @Nullable String field,
            @Nullable String ours,
            @Nullable String theirs,
            @Nullable String base,
            ChangedBy changedBy,
            Severity severity) {
        this(kind, field, ours, theirs, base, changedBy, severity, null, List.of(), List.of());
    }

    public FieldDifference {
        concerns = List.copyOf(concerns);
        candidates = List.copyOf(candidates);
    }

    /** The same, of which ASIC must hear by a day. */
    public FieldDifference dueBy(LocalDate day) {
        return new FieldDifference(kind, field, ours, theirs, base, changedBy, severity, day, concerns, candidates);
    }

    public static FieldDifference ofWhole(DifferenceKind kind, @Nullable String ours, @Nullable String theirs) {
        return ofWhole(kind, ours, theirs, kind.severity());
    }

    public static FieldDifference ofWhole(
            DifferenceKind kind, @Nullable String ours, @Nullable String theirs, Severity severity) {
        return new FieldDifference(kind, null, ours, theirs, null, ChangedBy.UNKNOWN, severity);
    }

    /** The same, with the clients among which a person chooses. */
    public FieldDifference among(List<PracticeClient> clients) {
        return new FieldDifference(kind, field, ours, theirs, base, changedBy, severity, dueDate, concerns, clients);
    }

    /** Of one field, where nobody asks which side moved. */
    public static FieldDifference ofField(
            DifferenceKind kind, String field, @Nullable String ours, @Nullable String theirs) {
        return new FieldDifference(kind, field, ours, theirs, null, ChangedBy.UNKNOWN, kind.severity());
    }
}
