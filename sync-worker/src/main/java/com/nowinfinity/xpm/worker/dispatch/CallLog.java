package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.Answer;
import com.nowinfinity.xpm.api.Call;
import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.events.StepPurpose;
import com.nowinfinity.xpm.events.StepResult;
import com.nowinfinity.xpm.events.SyncStep;
import com.nowinfinity.xpm.worker.limits.Slot;
import com.nowinfinity.xpm.worker.outcome.CallsMade;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the calls for one thing; how each ended belongs to its story. Not for several threads. */
final class CallLog {

    private final Business business;
    private CallsMade made;

    /** @param before the calls of earlier attempts */
    CallLog(Business business, CallsMade before) {
        this.business = business;
        this.made = before;
    }

    CallsMade made() {
        return made;
    }

    <T> T call(Gate.Errand errand, Function<Call, Answer<T>> exchange) {
        return answer(errand, exchange).value();
    }

    <T> T call(Gate.Errand errand, Function<Call, Answer<T>> exchange, Gate.Note<T> note) {
        return noting(errand, () -> business.gate().call(errand, exchange, counting(note)))
                .value();
    }

    <T> Answer<T> answer(Gate.Errand errand, Function<Call, Answer<T>> exchange) {
        return noting(errand, () -> business.gate().call(errand, exchange, counting(Gate.Note.none())));
    }

    /** What an earlier attempt had done, without hearing of it. */
    void adopted(Slot.Purpose purpose) {
        note(purpose, StepResult.ADOPTED, null);
    }

    /** What is held before it leaves is no call; what XPM refused by a limit and was sent again is two. */
    private <T> Gate.Note<T> counting(Gate.Note<T> note) {
        return new Gate.Note<>() {
            @Override
            public void leaving() {
                note.leaving();
                made = made.another();
            }

            @Override
            public void done(T value) {
                note.done(value);
            }

            @Override
            public void unknown() {
                note.unknown();
            }

            @Override
            public void notSent() {
                made = made.oneFewer();
                note.notSent();
            }
        };
    }

    private <T> T noting(Gate.Errand errand, Supplier<T> call) {
        try {
            T value = call.get();
            note(errand.purpose(), StepResult.DONE, null);
            return value;
        } catch (XpmException.OutcomeUnknown e) {
            note(errand.purpose(), StepResult.UNCLEAR, null);
            throw e;
        } catch (XpmException.Rejected e) {
            note(errand.purpose(), StepResult.REFUSED, null);
            throw e;
        } catch (Hold e) {
            note(errand.purpose(), StepResult.HELD, e.reason().getCode());
            throw e;
        }
    }

    private void note(Slot.Purpose purpose, StepResult result, @Nullable String code) {
        made = made.ended(SyncStep.newBuilder()
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
}
