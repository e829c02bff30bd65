package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.worker.intents.Demand;
import com.nowinfinity.xpm.worker.intents.Intent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Lets the roles that wait for a holder be written, once a person's act has made a client of it or linked it to one.
 * What a run links stays a row of its report: no run writes to XPM (domain 1.5). A change of the holder that is followed
 * brings, by itself, what is no row: the role of one whose link was contradicted until then.
 */
final class HolderNews {

    private final Business business;

    HolderNews(Business business) {
        this.business = business;
    }

    /**
     * Before the event has its outcome, so that it is told again after a crash; telling it twice asks once.
     *
     * @return who waits, to be called once the outcome stands: of several holders the last one counts
     */
    List<String> tell(String holderId, Demand by, Ending.Settled ended) {
        return switch (by.kind()) {
            case PUSH, PUSH_ALONG, RESOLVE -> tell(holderId, by.eventId());
            case FOLLOW -> isSeen(ended) ? tell(holderId, by.eventId(), Demand.Kind.FOLLOW_ROLES) : List.of();
            case ROLES, FOLLOW_ROLES -> List.of();
        };
    }

    /** Whether the holder's client was looked at: until then nobody knows whether its link stands. */
    private static boolean isSeen(Ending.Settled ended) {
        return switch (ended.outcome()) {
            case CREATED, UPDATED, UNCHANGED -> !Reasons.AS_AGREED.equals(ended.reason());
            case RECORDED, SUPERSEDED, DROPPED, FAILED, PARKED, UNKNOWN -> false;
        };
    }

    /** Because a person asked. */
    List<String> tell(String holderId, String eventId) {
        return tell(holderId, eventId, Demand.Kind.ROLES);
    }

    private List<String> tell(String holderId, String eventId, Demand.Kind kind) {
        List<String> waiting = waitingFor(holderId);
        String tenantId = business.connection().tenantId();
        if (waiting.isEmpty()
                || tenantId == null
                || business.stores()
                        .intents()
                        .find(business.id(), holderId)
                        .clientIn(tenantId)
                        .isEmpty()) {
            return waiting;
        }
        waiting.forEach(entityId -> business.stores()
                .intents()
                .update(business.id(), entityId, before -> demanding(before, holderId, eventId, kind, tenantId)));
        return waiting;
    }

    /** The holder is another client from now on, or none: what was agreed on of its roles was so of the former. */
    void forget(String holderId) {
        waitingFor(holderId)
                .forEach(entityId -> business.stores()
                        .intents()
                        .update(
                                business.id(),
                                entityId,
                                before -> before.withBase(before.base().without(awaited(before, holderId)))));
    }

    /** The entities whose roles wait for a holder. */
    List<String> waitingFor(String holderId) {
        return business.connection()
                .connectedTo()
                .map(tenantId -> business.waiters().waitingFor(holderId))
                .orElse(List.of());
    }

    private static Intent demanding(Intent intent, String holderId, String eventId, Demand.Kind kind, String tenantId) {
        boolean nothingToDo = kind == Demand.Kind.FOLLOW_ROLES && isLocked(intent, holderId);
        if (nothingToDo || intent.clientIn(tenantId).isEmpty()) {
            return intent;
        }
        long version = intent.newest().map(Entity::getVersion).orElse(0L);
        return intent.demanding(Demand.of(cause(intent, holderId, eventId), kind, version, tenantId));
    }

    /** Whether all that waits for a holder is an open discrepancy, which no change writes (domain 1.1): not even a look. */
    private static boolean isLocked(Intent intent, String holderId) {
        return intent.base().locked().containsAll(awaited(intent, holderId));
    }

    private static Set<String> awaited(Intent intent, String holderId) {
        return intent.awaited().stream()
                .filter(role -> Waiters.holderOf(role).equals(holderId))
                .collect(Collectors.toSet());
    }

    /**
     * A push has one outcome for each entity. Who has had his, without the role of a holder that was parked and is tried
     * again, is asked in the name of the two.
     */
    private static String cause(Intent intent, String holderId, String eventId) {
        return intent.isSettled(eventId)
                ? UUID.nameUUIDFromBytes((eventId + "/" + holderId).getBytes(StandardCharsets.UTF_8))
                        .toString()
                : eventId;
    }
}
