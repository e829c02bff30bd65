package com.nowinfinity.xpm.worker.pushes;

import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.WorkPlanned;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A push as it was asked for, and how far it is.
 *
 * @param after where the other work topics ended when it was asked for, by topic name: it begins once intake is past
 * @param tenantId the organisation it is meant for; null until it begins
 * @param entityIds whom it takes along, the main entity first
 * @param documentIds which documents it sends
 * @param plan what is done, as it is told before that; null before it begins and once it is done
 * @param refusal why nothing is done, until that has been told; null where nothing is refused
 */
public record Push(
        PushRequested asked,
        int partition,
        Map<String, Long> after,
        State state,
        @Nullable String tenantId,
        List<String> entityIds,
        List<String> documentIds,
        @Nullable WorkPlanned plan,
        @Nullable Reason refusal) {

    /** How far a push is; what each entity needs stands in its own intent. */
    public enum State {
        REQUESTED,
        EXPANDED,
        DONE;

        /** What only a newer version knows lies behind the expansion: what it says to do may be done twice. */
        static State stored(String name) {
            return Arrays.stream(values())
                    .filter(state -> state.name().equals(name))
                    .findFirst()
                    .orElse(EXPANDED);
        }
    }

    public String eventId() {
        return asked.getEventId();
    }

    public String mainEntityId() {
        return asked.getEntityId();
    }

    public Push expanded(String tenant, WorkPlanned decided) {
        return new Push(
                asked,
                partition,
                after,
                State.EXPANDED,
                tenant,
                List.copyOf(decided.getEntityIds()),
                List.copyOf(decided.getDocumentIds()),
                decided,
                null);
    }
}
