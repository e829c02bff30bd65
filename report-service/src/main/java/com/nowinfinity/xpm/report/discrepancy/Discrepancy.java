package com.nowinfinity.xpm.report.discrepancy;

import com.nowinfinity.xpm.events.ChangedBy;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.SeenValues;
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
 * @param fieldName the field in words, with the name of a role's other side; null for the record as a whole
 * @param concerns names of the companies that have to tell ASIC, or that the difference reaches otherwise
 * @param acceptedBecause why a person accepted it; null unless it is accepted
 * @param acceptedUntil the last day on which it is accepted; null for ever
 * @param candidates the clients among which a person chooses; empty where it is about one client, or none
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
        List<DiscrepancyAction> actions,
        @Nullable String fieldName,
        List<String> concerns,
        @Nullable String acceptedBecause,
        @Nullable LocalDate acceptedUntil,
        List<Candidate> candidates) {

    public Discrepancy {
        groups = List.copyOf(groups);
        actions = List.copyOf(actions);
        concerns = List.copyOf(concerns);
        candidates = List.copyOf(candidates);
    }

    /** The same difference in another state; whoever accepted it before has nothing to do with that. */
    Discrepancy standing(DiscrepancyState newState, Instant newOpenedAt) {
        return with(newState, newOpenedAt, fieldName, null, null);
    }

    /** The same difference, which a person said may stay. */
    Discrepancy accepted(Acceptance acceptance) {
        return with(DiscrepancyState.ACCEPTED, openedAt, fieldName, acceptance.reason(), acceptance.until());
    }

    /** The same difference with its field in words. */
    public Discrepancy named(@Nullable String inWords) {
        return with(state, openedAt, inWords, acceptedBecause, acceptedUntil);
    }

    /** What a person sees and decides on: a decision holds for these two values. */
    public String seen() {
        return SeenValues.hash(nowInfinity, xpm);
    }

    /** Still a difference, whether or not somebody accepted it. */
    public boolean stands() {
        return state != DiscrepancyState.RESOLVED;
    }

    private Discrepancy with(
            DiscrepancyState newState,
            Instant newOpenedAt,
            @Nullable String newFieldName,
            @Nullable String newAcceptedBecause,
            @Nullable LocalDate newAcceptedUntil) {
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
                Remedies.of(kind, field, nowInfinity, changedBy, newState, entityId != null, clientId != null),
                newFieldName,
                concerns,
                newAcceptedBecause,
                newAcceptedUntil,
                candidates);
    }
}
