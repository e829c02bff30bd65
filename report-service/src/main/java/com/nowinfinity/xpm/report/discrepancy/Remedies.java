package com.nowinfinity.xpm.report.discrepancy;

import static com.nowinfinity.xpm.report.discrepancy.DiscrepancyAction.ACCEPT;
import static com.nowinfinity.xpm.report.discrepancy.DiscrepancyAction.CHANGE_REQUEST;
import static com.nowinfinity.xpm.report.discrepancy.DiscrepancyAction.CHECK_AGAIN;
import static com.nowinfinity.xpm.report.discrepancy.DiscrepancyAction.LINK;
import static com.nowinfinity.xpm.report.discrepancy.DiscrepancyAction.PUSH;
import static com.nowinfinity.xpm.report.discrepancy.DiscrepancyAction.TAKE;
import static com.nowinfinity.xpm.report.discrepancy.DiscrepancyAction.UNLINK;

import com.nowinfinity.xpm.events.ChangedBy;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a person can ask for a discrepancy. What ASIC, a deed or minutes govern is never taken from XPM. */
public final class Remedies {

    private static final List<DiscrepancyAction> ALWAYS = List.of(ACCEPT, CHECK_AGAIN);

    private Remedies() {}

    /**
     * @param ours NowInfinity's value; a number that fails its check is not to be pushed
     * @param changedBy who moved: what XPM changed is the newer fact, so our older value comes last
     * @param hasEntity whether the row is about a record of NowInfinity
     * @param hasClient whether it is about one of XPM; a row about neither can only be accepted
     */
    public static List<DiscrepancyAction> of(
            String kind,
            @Nullable String field,
            @Nullable String ours,
            ChangedBy changedBy,
            DiscrepancyState state,
            boolean hasEntity,
            boolean hasClient) {
        return switch (state) {
            case RESOLVED -> List.of();
            case NEW, OPEN, REOPENED, ACCEPTED ->
                hasEntity || hasClient
                        ? Stream.concat(
                                        particular(kind, field, ours, changedBy).stream()
                                                .filter(action -> hasEntity || !needsEntity(action)),
                                        ALWAYS.stream())
                                .toList()
                        : List.of(ACCEPT);
        };
    }

    private static boolean needsEntity(DiscrepancyAction action) {
        return switch (action) {
            case PUSH, LINK, UNLINK -> true;
            case TAKE, ACCEPT, CHECK_AGAIN, CHANGE_REQUEST -> false;
        };
    }

    private static List<DiscrepancyAction> particular(
            String kind, @Nullable String field, @Nullable String ours, ChangedBy changedBy) {
        List<DiscrepancyAction> actions = DiscrepancyKind.of(kind)
                .map(known -> particular(known, field, ours, changedBy))
                .orElse(List.of());
        return changedBy == ChangedBy.XPM ? actions.reversed() : actions;
    }

    private static List<DiscrepancyAction> particular(
            DiscrepancyKind kind, @Nullable String field, @Nullable String ours, ChangedBy changedBy) {
        return switch (kind) {
            case MISSING_IN_XPM -> List.of(PUSH, LINK);
            case MISSING_IN_NOWINFINITY -> List.of(TAKE, LINK);
            case AMBIGUOUS_MATCH, DUPLICATE_IN_XPM, ARCHIVED_IN_XPM, PROSPECT_IN_XPM -> List.of(LINK);
            case LINK_CONTRADICTED -> List.of(LINK, UNLINK);
            case FIELD_DIFFERS -> List.of(PUSH, FieldPath.isContact(field) ? TAKE : CHANGE_REQUEST);
            case NUMBER_INVALID ->
                CheckDigits.agree(field, ours) ? List.of(PUSH, CHANGE_REQUEST) : List.of(CHANGE_REQUEST);
            case ROLE_DATES_DIFFER, SHARES_DIFFER -> List.of(PUSH, CHANGE_REQUEST);
            case NUMBER_MISSING -> theyMoved(changedBy) ? List.of(PUSH, CHANGE_REQUEST) : List.of(PUSH);
            // Where nobody knows who moved, it may be the register that has not heard of it yet.
            case ROLE_MISSING_IN_XPM, ROLE_CEASED ->
                changedBy == ChangedBy.NOWINFINITY ? List.of(PUSH) : List.of(PUSH, CHANGE_REQUEST);
            case RECORDED_DIFFERENTLY, ASIC_CHANGE_DUE, STATE_DIFFERS, STRUCTURE_DIFFERS, ROLE_MISSING_IN_NOWINFINITY ->
                List.of(CHANGE_REQUEST);
            case TRUSTEE_NUMBER_ON_TRUST, LABEL_UNKNOWN, ANOTHER_APP_CHANGES -> List.of();
        };
    }

    private static boolean theyMoved(ChangedBy changedBy) {
        return changedBy == ChangedBy.XPM || changedBy == ChangedBy.BOTH;
    }
}
