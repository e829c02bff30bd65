package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.worker.actions.Decision;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.outcome.CallsMade;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives each decision its one outcome. That of an entity is stored together with what was done and told from there, so
 * a crash in between neither repeats it nor tells another.
 */
final class ActionOutcomes {

    private final Business business;

    ActionOutcomes(Business business) {
        this.business = business;
    }

    /** The intent after what was decided, and the outcome. */
    record Step(Intent intent, Outcome outcome, @Nullable Reason reason, Collection<String> fields, CallsMade calls) {

        static Step of(Intent intent, Outcome outcome) {
            return new Step(intent, outcome, null, List.of(), CallsMade.NONE);
        }

        static Step of(Intent intent, Outcome outcome, String code, String text) {
            return new Step(intent, outcome, Outcomes.reason(code, text), List.of(), CallsMade.NONE);
        }

        Step after(CallsMade made) {
            return new Step(intent, outcome, reason, fields, made);
        }
    }

    boolean isSettled(Decision decision) {
        String entityId = decision.entityId();
        return entityId != null
                && business.stores().intents().find(business.id(), entityId).isSettled(decision.eventId());
    }

    /** Takes the step on the decision's entity, once; it may be tried more than once, so it must be pure. */
    void settle(Decision decision, Function<Intent, Step> step) {
        String entityId = Objects.requireNonNull(decision.entityId());
        business.stores().intents().update(business.id(), entityId, before -> {
            if (before.isSettled(decision.eventId())) {
                return before;
            }
            Step after = step.apply(before);
            EntitySynced outcome = business.outcomes()
                    .of(
                            after.intent(),
                            decision.eventId(),
                            after.outcome(),
                            after.reason(),
                            after.fields(),
                            after.calls());
            return after.intent().answering(decision.eventId(), outcome);
        });
        business.call().accept(new Work.OfEntity(entityId));
    }

    void tell(Decision decision, Outcome outcome) {
        tell(decision, outcome, null, CallsMade.NONE);
    }

    void fail(Decision decision, String code, String text) {
        fail(decision, code, text, CallsMade.NONE);
    }

    void fail(Decision decision, String code, String text, CallsMade calls) {
        tell(decision, Outcome.FAILED, Outcomes.reason(code, text), calls);
    }

    void fail(Decision decision, Reason reason) {
        tell(decision, Outcome.FAILED, reason, CallsMade.NONE);
    }

    void declined(Decision decision, XpmException.Rejected refusal, CallsMade calls) {
        tell(decision, Outcome.FAILED, Reasons.declined(refusal), calls);
    }

    /** Without a change of anything but what is known of XPM. */
    void tell(Decision decision, Outcome outcome, @Nullable Reason reason, CallsMade calls) {
        String clientId = decision.clientId();
        if (decision.documentId() != null) {
            EntitySynced event = business.outcomes()
                    .ofDocument(
                            business.id(),
                            decision.eventId(),
                            Objects.requireNonNullElse(decision.entityId(), ""),
                            decision.documentId(),
                            outcome,
                            reason,
                            clientId,
                            calls);
            business.events().publish(Topics.ENTITY_SYNCED, event);
        } else if (decision.entityId() != null) {
            settle(decision, before -> new Step(before, outcome, reason, List.of(), calls));
        } else if (clientId != null) {
            EntitySynced event =
                    business.outcomes().ofClient(business.id(), decision.eventId(), clientId, outcome, reason, calls);
            business.events().publish(Topics.ENTITY_SYNCED, event);
        }
    }
}
