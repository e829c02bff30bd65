package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.Answer;
import com.nowinfinity.xpm.api.Call;
import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.StepPurpose;
import com.nowinfinity.xpm.events.StepResult;
import com.nowinfinity.xpm.events.SyncStep;
import com.nowinfinity.xpm.worker.intents.Demand;
import com.nowinfinity.xpm.worker.intents.Sending;
import com.nowinfinity.xpm.worker.limits.Slot;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import com.nowinfinity.xpm.worker.written.Written;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One go at a demand: makes its calls and keeps count of what they did. Not for several threads. */
final class Attempt {

    /** Everything but a create is looked at again and compared, so nothing is ever sent blindly. */
    static final Reason UNKNOWN =
            Outcomes.reason("outcome-unknown", "Practice Manager did not say whether it was done.");

    private final Business business;
    private final String entityId;
    private Demand demand;

    Attempt(Business business, String entityId, Demand demand) {
        this.business = business;
        this.entityId = entityId;
        this.demand = demand;
    }

    Demand demand() {
        return demand;
    }

    String tenantId() {
        return demand.tenantId();
    }

    <T> T call(Slot.Purpose purpose, Function<Call, Answer<T>> exchange) {
        return call(purpose, entityId, exchange);
    }

    <T> T call(Slot.Purpose purpose, String subject, Function<Call, Answer<T>> exchange) {
        return noting(purpose, () -> business.gate().call(errand(purpose, subject), exchange));
    }

    <T> Answer<T> answer(Slot.Purpose purpose, String subject, Function<Call, Answer<T>> exchange) {
        return noting(purpose, () -> business.gate().answer(errand(purpose, subject), exchange));
    }

    <T> T call(Slot.Purpose purpose, Function<Call, Answer<T>> exchange, Gate.Note<T> note) {
        return noting(purpose, () -> business.gate().call(errand(purpose, entityId), exchange, note));
    }

    /** How the call ended belongs to the story of what it was made for. */
    private <T> T noting(Slot.Purpose purpose, Supplier<T> call) {
        try {
            T value = call.get();
            note(purpose, StepResult.DONE, null);
            return value;
        } catch (XpmException.OutcomeUnknown e) {
            note(purpose, StepResult.UNCLEAR, null);
            throw e;
        } catch (XpmException.Rejected e) {
            note(purpose, StepResult.REFUSED, null);
            throw e;
        } catch (Hold e) {
            note(purpose, StepResult.HELD, e.reason().getCode());
            throw e;
        }
    }

    private void note(Slot.Purpose purpose, StepResult result, @Nullable String code) {
        demand = demand.stepped(SyncStep.newBuilder()
                .setAt(business.now().truncatedTo(ChronoUnit.MILLIS))
                .setPurpose(
                        switch (purpose) {
                            case READ, LIST -> StepPurpose.LOOK;
                            case CREATE -> StepPurpose.CREATE;
                            case WRITE -> StepPurpose.WRITE;
                            case DOCUMENT -> StepPurpose.DOCUMENT;
                        })
                .setResult(result)
                .setCode(code)
                .build());
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
        demand = demand.called(1);
        boolean interactive = demand.kind() != Demand.Kind.FOLLOW;
        return new Gate.Errand(purpose, subject, demand.tenantId(), interactive);
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
        note(Slot.Purpose.CREATE, StepResult.ADOPTED, null);
    }

    void created() {
        business.stores().written().created(cause());
        demand = demand.createdClient();
    }
}
