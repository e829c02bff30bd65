package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.worker.actions.Decision;
import com.nowinfinity.xpm.worker.dispatch.ActionOutcomes.Step;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.intents.Link;
import com.nowinfinity.xpm.worker.intents.Sending;
import com.nowinfinity.xpm.worker.limits.Slot;
import com.nowinfinity.xpm.worker.outcome.CallsMade;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A person says which client an entity is, or that it is not the one that was taken for it. */
final class LinkActions {

    private final Business business;
    private final ActionOutcomes outcomes;
    private final HolderNews holders;

    LinkActions(Business business, ActionOutcomes outcomes) {
        this.business = business;
        this.outcomes = outcomes;
        this.holders = new HolderNews(business);
    }

    /**
     * Also in place of another link. What waits for a person goes on with it, unless something contradicts the new one:
     * then it waits for that reason, and whoever waits for the entity does so still.
     */
    void link(Decision decision) {
        String clientId = decision.clientId();
        Optional<String> tenantId = business.connection().connectedTo();
        if (decision.entityId() == null || clientId == null) {
            outcomes.fail(decision, "client-unknown", "A link needs an entity and a client.");
            return;
        }
        if (tenantId.isEmpty()) {
            outcomes.fail(decision, Reasons.NOT_CONNECTED);
            return;
        }
        CallLog calls = new CallLog(business, CallsMade.NONE);
        Optional<PracticeClient> client;
        try {
            client = client(tenantId.get(), clientId, decision, calls);
        } catch (XpmException.Rejected e) {
            outcomes.declined(decision, e, calls.made());
            return;
        }
        if (client.isEmpty() || client.get().deleted()) {
            outcomes.fail(decision, "client-unknown", "No client with this id is in Practice Manager.", calls.made());
            return;
        }
        Link link = new Link(tenantId.get(), clientId, "link");
        Intent standing = business.stores().intents().find(business.id(), decision.entityId());
        Optional<Reason> contradiction =
                Contradiction.of(business, standing.linkedTo(link), client.get(), tenantId.get());
        if (standing.clientIn(tenantId.get())
                .filter(former -> !former.equals(clientId))
                .isPresent()) {
            holders.forget(decision.entityId());
        }
        outcomes.settle(decision, before -> {
            Set<String> refused = new HashSet<>(before.refused());
            refused.remove(clientId);
            if (before.clientIn(tenantId.get()).filter(clientId::equals).isPresent()) {
                return Step.of(before.withRefused(refused), Outcome.UNCHANGED).after(calls.made());
            }
            Intent linked = before.withRefused(refused).linkedTo(link);
            Intent after = contradiction.isPresent() ? stillParked(linked, contradiction.get()) : freed(linked);
            return Step.of(after, Outcome.UPDATED).after(calls.made());
        });
        if (contradiction.isEmpty()) {
            holders.tell(decision.entityId(), decision.eventId())
                    .forEach(entityId -> business.call().accept(new Work.OfEntity(entityId)));
        }
    }

    /** What a person has taken apart, no run puts together again. */
    void unlink(Decision decision) {
        if (decision.entityId() == null) {
            outcomes.fail(decision, "not-linked", "Only an entity has a link.");
            return;
        }
        if (linkedClient(business.stores().intents().find(business.id(), decision.entityId()))
                .filter(linked ->
                        decision.clientId() == null || decision.clientId().equals(linked))
                .isPresent()) {
            holders.forget(decision.entityId());
        }
        outcomes.settle(decision, before -> {
            Optional<String> linked = linkedClient(before);
            if (linked.isEmpty()) {
                return Step.of(before, Outcome.UNCHANGED, "not-linked", "The entity is not linked to a client.");
            }
            if (decision.clientId() != null && !decision.clientId().equals(linked.get())) {
                return Step.of(before, Outcome.FAILED, "moved", "The entity is linked to another client by now.");
            }
            Set<String> refused = new HashSet<>(before.refused());
            refused.add(linked.get());
            return Step.of(before.withRefused(refused).linkedTo(null), Outcome.UPDATED);
        });
    }

    /** While nothing is connected, the link is to a client of the organisation that was. */
    private Optional<String> linkedClient(Intent intent) {
        String tenantId = business.connection().tenantId();
        return tenantId == null ? Optional.ofNullable(intent.link()).map(Link::clientId) : intent.clientIn(tenantId);
    }

    private static Intent freed(Intent intent) {
        return intent.sending() instanceof Sending.Parked ? intent.withSending(new Sending.Clear()) : intent;
    }

    /** What waits is told why it does so now; else nothing is parked, for nobody could try it again. */
    private Intent stillParked(Intent intent, Reason reason) {
        if (!(intent.sending() instanceof Sending.Parked)) {
            return intent;
        }
        List<EntitySynced> outbox = new ArrayList<>(intent.outbox());
        intent.demands().forEach(demand -> outbox.add(business.outcomes().of(intent, demand, Outcome.PARKED, reason)));
        return intent.withSending(new Sending.Parked(reason)).withOutbox(outbox);
    }

    /** As the mirror shows it; one that it does not show yet is asked for. */
    private Optional<PracticeClient> client(String tenantId, String clientId, Decision decision, CallLog calls) {
        Optional<PracticeClient> known = business.stores().mirror().find(business.id(), tenantId, clientId);
        if (known.isPresent()) {
            return known;
        }
        Optional<PracticeClient> found = calls.call(
                new Gate.Errand(Slot.Purpose.READ, decision.id(), tenantId, true),
                call -> business.xpm().getClient(call, clientId));
        found.ifPresent(client -> business.stores().mirror().show(business.id(), tenantId, client));
        return found;
    }
}
