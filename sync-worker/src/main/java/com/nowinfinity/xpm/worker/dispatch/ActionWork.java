package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ActionRequested;
import com.nowinfinity.xpm.events.ActionTarget;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.worker.intents.Demand;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.intents.Link;
import com.nowinfinity.xpm.worker.intents.Sending;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Carries out what a person decided about single records. */
final class ActionWork {

    private final Business business;

    ActionWork(Business business) {
        this.business = business;
    }

    Next carryOut(String eventId) {
        business.stores().actions().open(business.id(), eventId).ifPresent(asked -> {
            for (ActionTarget target : asked.getTargets()) {
                String entityId = target.getEntityId();
                if (entityId != null) {
                    carryOut(asked, target, entityId);
                }
            }
            business.stores().actions().done(business.id(), eventId);
        });
        return Next.DONE;
    }

    private void carryOut(ActionRequested asked, ActionTarget target, String entityId) {
        switch (asked.getAction()) {
            case LINK -> link(asked, target, entityId);
            case UNLINK -> unlink(asked, entityId);
            case ACCEPT -> accept(asked, target, entityId);
            case RETRY -> retry(asked, entityId);
            case DROP -> drop(asked, entityId);
            case RESOLVE_PUSH, RESOLVE_TAKE, CHANGE_REQUEST, CHECK_AGAIN, UNDO, UNKNOWN ->
                tell(
                        find(entityId),
                        asked,
                        Outcome.FAILED,
                        Outcomes.reason("action-not-offered", "This version does not offer " + name(asked) + "."));
        }
    }

    private void link(ActionRequested asked, ActionTarget target, String entityId) {
        String tenantId = business.connection().tenantId();
        String clientId = target.getClientId();
        if (tenantId == null
                || clientId == null
                || business.stores()
                        .mirror()
                        .find(business.id(), tenantId, clientId)
                        .isEmpty()) {
            tell(
                    find(entityId),
                    asked,
                    Outcome.FAILED,
                    Outcomes.reason("client-unknown", "No client with this id has been seen in Practice Manager."));
            return;
        }
        Intent linked = update(entityId, before -> {
            Set<String> refused = new HashSet<>(before.refused());
            refused.remove(clientId);
            return before.withRefused(refused).linkedTo(new Link(tenantId, clientId, "link"));
        });
        tell(linked, asked, Outcome.UPDATED, null);
    }

    /** What a person has taken apart, no run puts together again. */
    private void unlink(ActionRequested asked, String entityId) {
        Intent unlinked = update(entityId, before -> {
            Set<String> refused = new HashSet<>(before.refused());
            before.clientIn(business.connection().tenantId()).ifPresent(refused::add);
            return before.withRefused(refused).linkedTo(null);
        });
        tell(unlinked, asked, Outcome.UPDATED, null);
    }

    private void accept(ActionRequested asked, ActionTarget target, String entityId) {
        String field = target.getField();
        Intent accepted = update(entityId, before -> {
            Set<String> fields = new HashSet<>(before.accepted());
            if (field != null) {
                fields.add(field);
            }
            return before.withAccepted(fields);
        });
        tell(accepted, asked, Outcome.RECORDED, null);
    }

    private void retry(ActionRequested asked, String entityId) {
        Intent retried = update(
                entityId,
                before ->
                        before.sending() instanceof Sending.Parked ? before.withSending(new Sending.Clear()) : before);
        tell(retried, asked, Outcome.RECORDED, null);
        business.call().accept(new Work.OfEntity(entityId));
    }

    private void drop(ActionRequested asked, String entityId) {
        Reason reason = Outcomes.reason("dropped-by-person", "A person has dropped it.");
        Intent dropped = update(entityId, before -> {
            Intent left = before.withSending(new Sending.Clear());
            for (Demand demand : before.demands()) {
                left = left.settling(demand.eventId(), business.outcomes().of(before, demand, Outcome.DROPPED, reason));
            }
            return left;
        });
        tell(dropped, asked, Outcome.RECORDED, null);
        business.call().accept(new Work.OfEntity(entityId));
    }

    private void tell(Intent intent, ActionRequested asked, Outcome outcome, @Nullable Reason reason) {
        EntitySynced event = business.outcomes().of(intent, asked.getEventId(), outcome, reason);
        business.events().publish(Topics.ENTITY_SYNCED, event);
    }

    private static String name(ActionRequested asked) {
        Action action = asked.getAction();
        return action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private Intent find(String entityId) {
        return business.stores().intents().find(business.id(), entityId);
    }

    private Intent update(String entityId, UnaryOperator<Intent> step) {
        return business.stores().intents().update(business.id(), entityId, step);
    }
}
