package com.nowinfinity.xpm.report.discrepancy;

import com.nowinfinity.xpm.events.ChangedBy;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One difference, with an identity that lasts over runs: the same two records, kind and field have the same id in every
 * run. Components are the fields of the contract's item, in its order.
 *
 * @param kind stable code; a code unknown here is a kind of a newer worker
 * @param groups names of the client's groups in XPM
 * @param webUrl page of the client in XPM, as XPM told it
 * @param field path in the entity's JSON; null for the record as a whole
 * @param base the value both sides agreed on last
 * @param since the change happened after this snapshot
 * @param until and before this one
 * @param dueDate the last day to tell ASIC
 * @param openedAt end of the run that found it first, or found it again after it was resolved
 * @param actions what a person can ask for
 */
public record Discrepancy(
        String id,
        String kind,
        Severity severity,
        DiscrepancyState state,
        @Nullable String entityId,
        @Nullable String entityName,
        @Nullable EntityKind entityKind,
        @Nullable String clientId,
        @Nullable String clientName,
        @Nullable String clientCode,
        @Nullable String partner,
        @Nullable String manager,
        List<String> groups,
        @Nullable String webUrl,
        @Nullable String field,
        @Nullable String nowInfinity,
        @Nullable String xpm,
        @Nullable String base,
        ChangedBy changedBy,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable LocalDate dueDate,
        Instant openedAt,
        List<DiscrepancyAction> actions) {

    public Discrepancy {
        groups = List.copyOf(groups);
        actions = List.copyOf(actions);
    }

    /** The same difference as it stands after a run. */
    Discrepancy standing(DiscrepancyState newState, Instant newOpenedAt) {
        return new Discrepancy(
                id,
                kind,
                severity,
                newState,
                entityId,
                entityName,
                entityKind,
                clientId,
                clientName,
                clientCode,
                partner,
                manager,
                groups,
                webUrl,
                field,
                nowInfinity,
                xpm,
                base,
                changedBy,
                since,
                until,
                dueDate,
                newOpenedAt,
                Remedies.of(kind, field, newState));
    }

    /** Still a difference, whether or not somebody accepted it. */
    public boolean stands() {
        return state != DiscrepancyState.RESOLVED;
    }
}
