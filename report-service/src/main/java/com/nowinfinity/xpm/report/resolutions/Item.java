package com.nowinfinity.xpm.report.resolutions;

import com.nowinfinity.xpm.events.ActionTarget;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.discrepancy.DiscrepancyAction;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A wish that can be granted, with what the worker has to know of its discrepancy.
 *
 * @param clientId the discrepancy's, or with LINK the one to link to
 * @param seen hash of the two values that the person saw
 * @param version the highest of the entity that was heard of when it was asked for; null where none was
 */
record Item(
        Wish wish,
        @Nullable String entityId,
        @Nullable String clientId,
        @Nullable String field,
        String seen,
        @Nullable Long version) {

    static Item of(Wish wish, Discrepancy row) {
        String clientId = wish.action() == DiscrepancyAction.LINK ? wish.clientId() : row.clientId();
        return new Item(wish, row.entityId(), clientId, row.field(), row.seen(), null);
    }

    Item at(@Nullable Long entityVersion) {
        return new Item(wish, entityId, clientId, field, seen, entityVersion);
    }

    /** Whether the entity has changed since a plan was asked for, as far as was heard. */
    boolean isOvertakenBy(@Nullable Long entityVersion) {
        return needsPlan() && version != null && entityVersion != null && entityVersion > version;
    }

    /** By what an outcome names: the entity, else the client. */
    String subject() {
        return entityId != null ? Subject.entity(entityId) : Subject.client(clientId);
    }

    /** Whether anybody but us has to know. */
    boolean isAboutARecord() {
        return entityId != null || clientId != null;
    }

    /** Whether it is over only with the worker's outcome; accepting is ours, a change request the portal's. */
    boolean waits() {
        return switch (wish.action()) {
            case PUSH, TAKE, LINK, UNLINK, CHECK_AGAIN -> true;
            case ACCEPT, CHANGE_REQUEST -> false;
        };
    }

    /** Whether a plan is needed before it can be confirmed. */
    boolean needsPlan() {
        return switch (wish.action()) {
            case PUSH, TAKE, LINK, UNLINK -> true;
            case ACCEPT, CHANGE_REQUEST, CHECK_AGAIN -> false;
        };
    }

    /** Whether an outcome ended the discrepancy, as far as anybody can tell before the next run. */
    boolean isResolvedBy(EntitySynced outcome) {
        boolean written = outcome.getOutcome() == Outcome.UPDATED || outcome.getOutcome() == Outcome.CREATED;
        return written
                && switch (wish.action()) {
                    case PUSH ->
                        outcome.getOutcome() == Outcome.CREATED
                                || field == null
                                || outcome.getFields().isEmpty()
                                || outcome.getFields().contains(field);
                    case LINK, UNLINK -> true;
                    case TAKE, ACCEPT, CHECK_AGAIN, CHANGE_REQUEST -> false;
                };
    }

    ActionTarget target() {
        LocalDate until = wish.until();
        return ActionTarget.newBuilder()
                .setEntityId(entityId)
                .setClientId(clientId)
                .setField(field)
                .setDiscrepancyId(wish.id())
                .setExpectedHash(seen)
                .setUntil(until == null ? null : until.toString())
                .build();
    }
}
