package com.nowinfinity.xpm.worker.outcome;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.worker.intents.Demand;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.intents.Link;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the events that tell outcomes. Their ids follow from what they tell, so that one that is published again after
 * a crash is the same event.
 */
public final class Outcomes {

    private final InstantSource clock;

    public Outcomes(InstantSource clock) {
        this.clock = clock;
    }

    public static Reason reason(String code, String text) {
        return Reason.newBuilder().setCode(code).setText(text).build();
    }

    /** Of a change that is not sent. */
    public EntitySynced of(Intent intent, EntityChanged change, Outcome outcome, @Nullable Reason reason) {
        Entity entity = change.getEntity();
        long version = entity == null ? 0 : entity.getVersion();
        return about(intent, change.getEventId(), version, outcome, reason).build();
    }

    /** Of a demand. */
    public EntitySynced of(Intent intent, Demand demand, Outcome outcome, @Nullable Reason reason) {
        Entity entity = intent.entity();
        long version = entity == null || outcome == Outcome.SUPERSEDED ? demand.version() : entity.getVersion();
        return about(intent, demand.eventId(), version, outcome, reason)
                .setFields(demand.fields().stream().sorted().toList())
                .setCalls(demand.calls().count())
                .setSteps(demand.calls().steps())
                .build();
    }

    /** Of a document, for the event that told of it or the push that sent it. */
    public EntitySynced ofDocument(
            String businessId,
            String eventId,
            String entityId,
            String documentId,
            Outcome outcome,
            @Nullable Reason reason,
            @Nullable String clientId,
            CallsMade calls) {
        return EntitySynced.newBuilder()
                .setEventId(id(eventId, documentId, outcome, reason))
                .setBusinessId(businessId)
                .setOccurredAt(clock.instant())
                .setEntityId(entityId)
                .setCausedBy(List.of(eventId))
                .setDocumentId(documentId)
                .setOutcome(outcome)
                .setReason(reason)
                .setClientId(clientId)
                .setCalls(calls.count())
                .setSteps(calls.steps())
                .build();
    }

    /** Of an action for a client that no entity is. */
    public EntitySynced ofClient(
            String businessId,
            String eventId,
            String clientId,
            Outcome outcome,
            @Nullable Reason reason,
            CallsMade calls) {
        return EntitySynced.newBuilder()
                .setEventId(id(eventId, "client/" + clientId, outcome, reason))
                .setBusinessId(businessId)
                .setOccurredAt(clock.instant())
                .setCausedBy(List.of(eventId))
                .setOutcome(outcome)
                .setReason(reason)
                .setClientId(clientId)
                .setCalls(calls.count())
                .setSteps(calls.steps())
                .build();
    }

    /** Of a push for an entity, without a demand. */
    public EntitySynced of(Intent intent, String eventId, Outcome outcome, @Nullable Reason reason) {
        return of(intent, eventId, outcome, reason, List.of(), CallsMade.NONE);
    }

    /** Of an action for an entity, without a demand. */
    public EntitySynced of(
            Intent intent,
            String eventId,
            Outcome outcome,
            @Nullable Reason reason,
            Collection<String> fields,
            CallsMade calls) {
        Entity entity = intent.entity();
        return about(intent, eventId, entity == null ? 0 : entity.getVersion(), outcome, reason)
                .setFields(fields.stream().sorted().toList())
                .setCalls(calls.count())
                .setSteps(calls.steps())
                .build();
    }

    private EntitySynced.Builder about(
            Intent intent, String causedBy, long version, Outcome outcome, @Nullable Reason reason) {
        Link link = intent.link();
        return EntitySynced.newBuilder()
                .setEventId(id(causedBy, intent.entityId(), outcome, reason))
                .setBusinessId(intent.businessId())
                .setOccurredAt(clock.instant())
                .setEntityId(intent.entityId())
                .setVersion(version)
                .setCausedBy(List.of(causedBy))
                .setOutcome(outcome)
                .setReason(reason)
                .setClientId(link == null ? null : link.clientId());
    }

    /** An event has one final outcome, but can be parked for one reason after the other. */
    private static String id(String causedBy, String subject, Outcome outcome, @Nullable Reason reason) {
        String told = causedBy + "/" + subject + "/" + outcome
                + (outcome == Outcome.PARKED && reason != null ? "/" + reason.getCode() : "");
        return UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
