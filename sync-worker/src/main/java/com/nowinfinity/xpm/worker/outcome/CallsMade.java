package com.nowinfinity.xpm.worker.outcome;

import com.nowinfinity.xpm.events.StepResult;
import com.nowinfinity.xpm.events.SyncStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The calls to XPM that were made for one thing.
 *
 * @param count how many
 * @param steps how the last of them ended, oldest first
 */
public record CallsMade(int count, List<SyncStep> steps) {

    public static final CallsMade NONE = new CallsMade(0, List.of());

    private static final int MOST_STEPS = 20;

    public CallsMade {
        steps = List.copyOf(steps);
    }

    public CallsMade another() {
        return new CallsMade(count + 1, steps);
    }

    /** One that was counted has not been made. */
    public CallsMade oneFewer() {
        return new CallsMade(count - 1, steps);
    }

    /** Being held by one thing again and again is one step. */
    public CallsMade ended(SyncStep step) {
        if (!steps.isEmpty() && isOneHold(steps.getLast(), step)) {
            return this;
        }
        List<SyncStep> all = new ArrayList<>(steps);
        all.add(step);
        return new CallsMade(count, all.subList(Math.max(0, all.size() - MOST_STEPS), all.size()));
    }

    private static boolean isOneHold(SyncStep one, SyncStep next) {
        return next.getResult() == StepResult.HELD
                && one.getResult() == StepResult.HELD
                && Objects.equals(one.getCode(), next.getCode());
    }
}
