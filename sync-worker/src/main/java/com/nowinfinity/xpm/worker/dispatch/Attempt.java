package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.Answer;
import com.nowinfinity.xpm.api.Call;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.worker.intents.Demand;
import com.nowinfinity.xpm.worker.intents.Sending;
import com.nowinfinity.xpm.worker.limits.Slot;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import com.nowinfinity.xpm.worker.written.Written;
import java.util.Set;
import java.util.function.Function;

/** One go at a demand: makes its calls and keeps count of what they did. Not for several threads. */
final class Attempt {

    /** Everything but a create is looked at again and compared, so nothing is ever sent blindly. */
    static final Reason UNKNOWN =
            Outcomes.reason("outcome-unknown", "Practice Manager did not say whether it was done.");

    private final Business business;
    private final String entityId;
    private final CallLog calls;
    private Demand demand;

    Attempt(Business business, String entityId, Demand demand) {
        this.business = business;
        this.entityId = entityId;
        this.demand = demand;
        this.calls = new CallLog(business, demand.calls());
    }

    Demand demand() {
        return demand.withCalls(calls.made());
    }

    String entityId() {
        return entityId;
    }

    String tenantId() {
        return demand.tenantId();
    }

    <T> T call(Slot.Purpose purpose, Function<Call, Answer<T>> exchange) {
        return call(purpose, entityId, exchange);
    }

    <T> T call(Slot.Purpose purpose, String subject, Function<Call, Answer<T>> exchange) {
        return calls.call(errand(purpose, subject), exchange);
    }

    <T> Answer<T> answer(Slot.Purpose purpose, String subject, Function<Call, Answer<T>> exchange) {
        return calls.answer(errand(purpose, subject), exchange);
    }

    <T> T call(Slot.Purpose purpose, Function<Call, Answer<T>> exchange, Gate.Note<T> note) {
        return calls.call(errand(purpose, entityId), exchange, note);
    }

    /** A call that changes something, whose lost answer keeps the entity waiting from before its slot is given back. */
    <T> T write(Function<Call, Answer<T>> exchange) {
        return call(Slot.Purpose.WRITE, exchange, new Gate.Note<>() {
            @Override
            public void unknown() {
                Sending waiting = new Sending.Waiting(business.settled(), UNKNOWN);
                business.stores().intents().update(business.id(), entityId, before -> before.withSending(waiting));
            }
        });
    }

    private Gate.Errand errand(Slot.Purpose purpose, String subject) {
        return new Gate.Errand(purpose, subject, demand.tenantId(), demand.isAsked());
    }

    /** Whose writes these are. */
    Written.Cause cause() {
        return cause(entityId);
    }

    /** The same, where another entity's client is written to. */
    Written.Cause cause(String otherEntityId) {
        return new Written.Cause(business.id(), otherEntityId, demand.eventId(), demand.tenantId());
    }

    /** Before the call: if its answer is lost, the fields still belong to what was done. */
    void writes(Set<String> fields) {
        demand = demand.wrote(fields);
    }

    /** What an earlier attempt had created, without hearing of it. */
    void adopted() {
        calls.adopted(Slot.Purpose.CREATE);
    }

    void created() {
        business.stores().written().created(cause());
        demand = demand.createdClient();
    }
}
