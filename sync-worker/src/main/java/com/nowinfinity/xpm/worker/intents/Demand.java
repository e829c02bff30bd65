package com.nowinfinity.xpm.worker.intents;

import com.nowinfinity.xpm.events.StepResult;
import com.nowinfinity.xpm.events.SyncStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Something that somebody waits for: a change that is followed, or an entity's part in a push. It ends with one
 * outcome for its event.
 *
 * @param eventId the event that asked
 * @param version the entity's version when it was asked
 * @param tenantId the organisation it is meant for; work never goes to another one
 * @param created whether the client was created for it
 * @param fields paths written so far
 * @param calls calls to XPM so far
 * @param steps the last of these calls
 */
public record Demand(
        String eventId,
        Kind kind,
        long version,
        String tenantId,
        boolean created,
        Set<String> fields,
        int calls,
        List<SyncStep> steps) {

    private static final int MOST_STEPS = 20;

    /** What may be done for it. */
    public enum Kind {
        /** A Corporate Messenger change: updates what is linked, never creates. */
        FOLLOW,
        /** The entity that a person pushed, with its relationships, group and documents. */
        PUSH,
        /** An entity that goes along with a push. */
        PUSH_ALONG,
        /** A difference that a person decided to send: that alone. */
        RESOLVE,
        /** Roles that waited for somebody who is a client by now: those alone. */
        ROLES;

        /** Empty for one that only another version knows. */
        static Optional<Kind> stored(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().equals(name))
                    .findFirst();
        }
    }

    public Demand {
        fields = Set.copyOf(fields);
        steps = List.copyOf(steps);
    }

    public static Demand of(String eventId, Kind kind, long version, String tenantId) {
        return new Demand(eventId, kind, version, tenantId, false, Set.of(), 0, List.of());
    }

    public Demand wrote(Set<String> paths) {
        Set<String> all = new LinkedHashSet<>(fields);
        all.addAll(paths);
        return new Demand(eventId, kind, version, tenantId, created, all, calls, steps);
    }

    public Demand createdClient() {
        return new Demand(eventId, kind, version, tenantId, true, fields, calls, steps);
    }

    public Demand called(int more) {
        return new Demand(eventId, kind, version, tenantId, created, fields, calls + more, steps);
    }

    /** Being held by one thing again and again is one step. */
    public Demand stepped(SyncStep step) {
        List<SyncStep> all = new ArrayList<>(steps);
        if (!all.isEmpty() && isOneHold(all.getLast(), step)) {
            return this;
        }
        all.add(step);
        List<SyncStep> last = all.subList(Math.max(0, all.size() - MOST_STEPS), all.size());
        return new Demand(eventId, kind, version, tenantId, created, fields, calls, last);
    }

    private static boolean isOneHold(SyncStep one, SyncStep next) {
        return next.getResult() == StepResult.HELD
                && one.getResult() == StepResult.HELD
                && Objects.equals(one.getCode(), next.getCode());
    }
}
