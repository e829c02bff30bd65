package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ActionRequested;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.worker.actions.Decision;
import com.nowinfinity.xpm.worker.connections.Connection;
import com.nowinfinity.xpm.worker.intents.Demand;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Carries out what a person decided about single records. What is done already, after a crash, is not done again. */
final class ActionWork {

    private final Business business;
    private final ActionOutcomes outcomes;
    private final LinkActions links;
    private final ParkedActions parked;
    private final TakeAction taking;
    private final CheckAgain checking;
    private final UndoWork undoing;
    private final ActionPlan plan;
    private final InVain inVain = new InVain();

    ActionWork(Business business, FirstUpdate first) {
        this.business = business;
        this.outcomes = new ActionOutcomes(business);
        this.links = new LinkActions(business, outcomes);
        this.parked = new ParkedActions(business, outcomes);
        this.taking = new TakeAction(business, outcomes);
        this.checking = new CheckAgain(business, outcomes);
        this.undoing = new UndoWork(business, outcomes, first);
        this.plan = new ActionPlan(business);
    }

    Next carryOut(String eventId) {
        Optional<ActionRequested> open = business.stores().actions().open(business.id(), eventId);
        if (open.isEmpty()) {
            return Next.DONE;
        }
        ActionRequested asked = open.get();
        try {
            if (asked.getPreview()) {
                business.events().publish(Topics.WORK_PLANNED, plan.of(asked));
            } else {
                Decision.of(asked).forEach(this::carryOut);
            }
        } catch (Hold hold) {
            return Next.of(hold);
        }
        business.stores().actions().done(business.id(), eventId);
        return Next.DONE;
    }

    private void carryOut(Decision decision) {
        Connection connection = business.connection();
        if (mayWrite(decision)
                && connection.isOlderThanOrganisation(decision.asked().getOccurredAt())) {
            refuse(decision);
        } else {
            carryOut(decision, connection);
        }
    }

    /** What is about no entity is looked at, taken or let go; nothing of it reaches an organisation's clients. */
    private static boolean mayWrite(Decision decision) {
        return decision.entityId() != null
                && decision.documentId() == null
                && decision.asked().getAction() != Action.CHANGE_REQUEST;
    }

    /** It was decided on another organisation's clients. */
    private void refuse(Decision decision) {
        String entityId = Objects.requireNonNull(decision.entityId());
        boolean demanded = business.stores().intents().find(business.id(), entityId).demands().stream()
                .anyMatch(demand -> demand.eventId().equals(decision.eventId()));
        // What has become a demand before has its outcome from there.
        if (!demanded) {
            outcomes.fail(decision, Reasons.ORGANISATION_CHANGED);
        }
    }

    private void carryOut(Decision decision, Connection connection) {
        try {
            act(decision, connection);
            inVain.over(decision.id());
        } catch (Hold.Failing hold) {
            outcomes.fail(decision, inVain.reason(decision.id(), hold).orElseThrow(() -> hold));
        }
    }

    private void act(Decision decision, Connection connection) {
        switch (decision.asked().getAction()) {
            case LINK -> links.link(decision);
            case UNLINK -> links.unlink(decision);
            case ACCEPT -> accept(decision);
            case RETRY -> parked.retry(decision);
            case DROP -> parked.drop(decision);
            case RESOLVE_PUSH -> send(decision, connection);
            case RESOLVE_TAKE -> taking.take(decision);
            case CHECK_AGAIN -> checking.check(decision);
            case UNDO -> undoing.undo(decision);
            // The portal's business; that it arrived is all there is to say.
            case CHANGE_REQUEST -> outcomes.tell(decision, Outcome.RECORDED);
            case UNKNOWN ->
                outcomes.fail(decision, "action-not-offered", "This version does not know what was asked for.");
        }
    }

    /** Locks the fields until the day that the person gave: neither changes nor pushes write them. */
    private void accept(Decision decision) {
        if (decision.entityId() == null) {
            outcomes.tell(decision, Outcome.RECORDED);
            return;
        }
        outcomes.settle(decision, before -> {
            Map<String, LocalDate> fields = new HashMap<>(before.accepted());
            fields.putAll(decision.lastDays());
            return ActionOutcomes.Step.of(before.withAccepted(fields), Outcome.RECORDED);
        });
    }

    /** Becomes a demand, so that it waits, parks and goes on like any other. */
    private void send(Decision decision, Connection connection) {
        String entityId = decision.entityId();
        Optional<String> tenantId = connection.connectedTo();
        if (entityId == null) {
            outcomes.fail(decision, "not-writable", "Only what NowInfinity holds can be written to Practice Manager.");
            return;
        }
        if (tenantId.isEmpty()) {
            outcomes.fail(decision, Reasons.NOT_CONNECTED);
            return;
        }
        business.stores().intents().update(business.id(), entityId, before -> {
            long version = before.newest().map(entity -> entity.getVersion()).orElse(0L);
            return before.withoutAccepted(decision.fields())
                    .demanding(Demand.of(decision.eventId(), Demand.Kind.RESOLVE, version, tenantId.get()));
        });
        business.call().accept(new Work.OfEntity(entityId));
    }
}
