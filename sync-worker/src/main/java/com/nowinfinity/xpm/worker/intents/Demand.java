package com.nowinfinity.xpm.worker.intents;

import com.nowinfinity.xpm.worker.outcome.CallsMade;
import java.util.Arrays;
import java.util.LinkedHashSet;
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
 */
public record Demand(
        String eventId,
        Kind kind,
        long version,
        String tenantId,
        boolean created,
        Set<String> fields,
        CallsMade calls) {

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
        /** Roles that waited for somebody who is a client by now, because a person asked for him: those alone. */
        ROLES,
        /** The same of a holder whom a change of his own, which is followed, has brought: as that change, by itself. */
        FOLLOW_ROLES;

        /** Empty for one that only another version knows. */
        static Optional<Kind> stored(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().equals(name))
                    .findFirst();
        }
    }

    public Demand {
        fields = Set.copyOf(fields);
    }

    public static Demand of(String eventId, Kind kind, long version, String tenantId) {
        return new Demand(eventId, kind, version, tenantId, false, Set.of(), CallsMade.NONE);
    }

    /** Whether a person asked for it; else it goes on by itself, and ends where following is switched off. */
    public boolean isAsked() {
        return switch (kind) {
            case PUSH, PUSH_ALONG, RESOLVE, ROLES -> true;
            case FOLLOW, FOLLOW_ROLES -> false;
        };
    }

    public Demand wrote(Set<String> paths) {
        Set<String> all = new LinkedHashSet<>(fields);
        all.addAll(paths);
        return new Demand(eventId, kind, version, tenantId, created, all, calls);
    }

    public Demand createdClient() {
        return new Demand(eventId, kind, version, tenantId, true, fields, calls);
    }

    public Demand withCalls(CallsMade made) {
        return new Demand(eventId, kind, version, tenantId, created, fields, made);
    }
}
