package com.nowinfinity.xpm.worker.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whose roles wait for whom to become a client. Few entities wait, so all of them are looked at. */
final class Waiters {

    private final Map<String, Set<String>> rolesOf = new HashMap<>();

    /** These and no others; none when there is nothing left to wait for. */
    synchronized void note(String entityId, Set<String> roles) {
        if (roles.isEmpty()) {
            rolesOf.remove(entityId);
        } else {
            rolesOf.put(entityId, Set.copyOf(roles));
        }
    }

    /** The entities that wait for a holder. */
    synchronized List<String> waitingFor(String holderId) {
        return rolesOf.entrySet().stream()
                .filter(waiting -> waiting.getValue().stream()
                        .anyMatch(role -> holderOf(role).equals(holderId)))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The entity that holds a role, given as {@code DIRECTOR:p-1}. */
    static String holderOf(String role) {
        return role.substring(role.indexOf(':') + 1);
    }
}
