package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.worker.intents.Intents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whose roles wait for whom to become a client. Read once, then kept up by whoever writes: a business has one owner.
 * Few entities wait, so all of them are looked at. Safe for many threads.
 */
final class Waiters {

    private final String businessId;
    private final Intents intents;
    private final Turnstile oneAtATime;
    private final Map<String, Set<String>> rolesOf = new HashMap<>();
    private boolean read;

    Waiters(String businessId, Intents intents, Turnstile oneAtATime) {
        this.businessId = businessId;
        this.intents = intents;
        this.oneAtATime = oneAtATime;
    }

    /** These and no others; none when there is nothing left to wait for. */
    void note(String entityId, Set<String> roles) {
        oneAtATime.locked(() -> {
            readOnce();
            put(entityId, roles);
            return true;
        });
    }

    /** The entities that wait for a holder. */
    List<String> waitingFor(String holderId) {
        return oneAtATime.locked(() -> {
            readOnce();
            return rolesOf.entrySet().stream()
                    .filter(waiting -> waiting.getValue().stream()
                            .anyMatch(role -> holderOf(role).equals(holderId)))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        });
    }

    /** The entity that holds a role, given as {@code DIRECTOR:p-1}. */
    static String holderOf(String role) {
        return role.substring(role.indexOf(':') + 1);
    }

    private void readOnce() {
        if (!read) {
            intents.ties(businessId, tie -> put(tie.entityId(), tie.awaited()));
            read = true;
        }
    }

    private void put(String entityId, Set<String> roles) {
        if (roles.isEmpty()) {
            rolesOf.remove(entityId);
        } else {
            rolesOf.put(entityId, Set.copyOf(roles));
        }
    }
}
