package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.worker.actions.Decision;
import com.nowinfinity.xpm.worker.dispatch.ActionOutcomes.Step;
import com.nowinfinity.xpm.worker.intents.Demand;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.intents.Sending;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import com.nowinfinity.xpm.worker.pushes.Push;
import java.util.List;

/** Work that waits for a person goes on, or ends. */
final class ParkedActions {

    private final Business business;
    private final ActionOutcomes outcomes;
    private final DocumentWork documents;

    ParkedActions(Business business, ActionOutcomes outcomes) {
        this.business = business;
        this.outcomes = outcomes;
        this.documents = new DocumentWork(business);
    }

    void retry(Decision decision) {
        if (decision.documentId() != null) {
            failUnless(documents.retry(decision.documentId(), decision.eventId()), decision);
        } else if (decision.entityId() == null) {
            outcomes.fail(decision, "not-parked", "Nothing of it waits for a person.");
        } else {
            outcomes.settle(
                    decision,
                    before -> isParked(before)
                            ? Step.of(before.withSending(new Sending.Clear()), Outcome.RECORDED)
                            : notParked(before));
        }
    }

    void drop(Decision decision) {
        if (decision.documentId() != null) {
            failUnless(documents.drop(decision.documentId(), decision.eventId()), decision);
            return;
        }
        String entityId = decision.entityId();
        if (entityId == null) {
            outcomes.fail(decision, "not-parked", "Nothing of it waits for a person.");
            return;
        }
        List<Demand> waiting =
                business.stores().intents().find(business.id(), entityId).demands();
        outcomes.settle(
                decision,
                before -> isParked(before)
                        ? Step.of(dropped(before, before.demands()), Outcome.RECORDED)
                        : notParked(before));
        waiting.forEach(this::goOn);
    }

    private void failUnless(boolean known, Decision decision) {
        if (!known) {
            outcomes.fail(decision, "document-unknown", "The portal has not told anything of this document yet.");
        }
    }

    private Intent dropped(Intent intent, List<Demand> demands) {
        // Nothing older of it is to bring it back.
        long version = intent.newest().map(Entity::getVersion).orElse(0L);
        Intent left = intent.withSending(new Sending.Clear()).inStepWith(version);
        for (Demand demand : demands) {
            left = left.settling(
                    demand.eventId(),
                    business.outcomes()
                            .of(
                                    intent,
                                    demand,
                                    Outcome.DROPPED,
                                    Outcomes.reason("dropped-by-person", "A person has dropped it.")));
        }
        return left;
    }

    /** Whoever waited for it in a push waits no longer. */
    private void goOn(Demand demand) {
        switch (demand.kind()) {
            case PUSH -> business.stores().pushes().done(business.id(), demand.eventId());
            case PUSH_ALONG ->
                business.stores()
                        .pushes()
                        .find(business.id(), demand.eventId())
                        .map(Push::mainEntityId)
                        .ifPresent(main -> business.call().accept(new Work.OfEntity(main)));
            case FOLLOW, RESOLVE, ROLES, FOLLOW_ROLES -> {}
        }
    }

    private static boolean isParked(Intent intent) {
        return intent.sending() instanceof Sending.Parked;
    }

    private static Step notParked(Intent intent) {
        return Step.of(intent, Outcome.UNCHANGED, "not-parked", "Nothing of it waits for a person.");
    }
}
