package com.nowinfinity.xpm.worker.pushes;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.worker.comparison.Peers;
import com.nowinfinity.xpm.worker.comparison.Trustees;
import com.nowinfinity.xpm.worker.intents.Intent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Who is who once those who go along with a push are through: whoever is created by it is a client by then.
 *
 * @param clients of those who go along, who are to be clients
 * @param along who goes along
 * @param known as they are now
 */
record PlannedPeers(
        Map<String, String> clients, Set<String> along, Function<String, Intent> intents, String tenantId, Peers known)
        implements Peers {

    @Override
    public Optional<String> clientOf(String entityId) {
        if (along.contains(entityId)) {
            return Optional.ofNullable(clients.get(entityId));
        }
        // Who is not linked is nobody there, whatever else is known of him.
        return intents.apply(entityId).clientIn(tenantId).isEmpty() ? Optional.empty() : known.clientOf(entityId);
    }

    @Override
    public String nameOfEntity(String entityId) {
        return intents.apply(entityId).newest().map(Entity::getName).orElse(entityId);
    }

    @Override
    public Set<String> numbersOf(String entityId) {
        return intents.apply(entityId).newest().map(Trustees::numbersOfOne).orElse(Set.of());
    }

    @Override
    public boolean isSpokenOf(String clientId) {
        return clients.containsValue(clientId) || known.isSpokenOf(clientId);
    }

    @Override
    public Set<String> numbersOfClient(String clientId) {
        return known.numbersOfClient(clientId);
    }

    @Override
    public boolean isTrustee(String clientId, String ofClientId) {
        return known.isTrustee(clientId, ofClientId);
    }
}
