package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.worker.intents.Intents;
import com.nowinfinity.xpm.worker.intents.Link;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a business are one client; the one with the smallest id leads what is written (domain 3.1). Read
 * once, then kept up by whoever links: a business has one owner. Safe for many threads.
 */
final class Leaders {

    /** A client within its organisation. */
    private record Client(String tenantId, String clientId) {}

    private final String businessId;
    private final Intents intents;
    private final Map<String, Client> clientOf = new HashMap<>();
    private final Map<Client, TreeSet<String>> entitiesOf = new HashMap<>();
    private final Turnstile oneAtATime;
    private final Waiters waiters = new Waiters();
    private boolean read;

    Leaders(String businessId, Intents intents, Turnstile oneAtATime) {
        this.businessId = businessId;
        this.intents = intents;
        this.oneAtATime = oneAtATime;
    }

    Optional<String> of(String tenantId, String clientId) {
        return oneAtATime.locked(() -> {
            readOnce();
            return Optional.ofNullable(entitiesOf.get(new Client(tenantId, clientId)))
                    .map(TreeSet::first);
        });
    }

    /** An entity has another link than before, or none. */
    void linked(String entityId, @Nullable Link link) {
        oneAtATime.locked(() -> {
            readOnce();
            note(entityId, link);
            return true;
        });
    }

    /** Who waits for whom: stands beside the links and is read with them. */
    Waiters waiters() {
        return oneAtATime.locked(() -> {
            readOnce();
            return waiters;
        });
    }

    private void readOnce() {
        if (!read) {
            intents.ties(businessId, tie -> {
                note(tie.entityId(), tie.link());
                waiters.note(tie.entityId(), tie.awaited());
            });
            read = true;
        }
    }

    private void note(String entityId, @Nullable Link link) {
        Client before = clientOf.remove(entityId);
        if (before != null) {
            entitiesOf.computeIfPresent(
                    before, (client, entities) -> entities.remove(entityId) && entities.isEmpty() ? null : entities);
        }
        if (link != null) {
            Client client = new Client(link.tenantId(), link.clientId());
            clientOf.put(entityId, client);
            entitiesOf.computeIfAbsent(client, _client -> new TreeSet<>()).add(entityId);
        }
    }
}
