package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.practice.RelationshipType;
import com.nowinfinity.xpm.api.practice.RelationshipTypes;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.worker.comparison.Peers;
import com.nowinfinity.xpm.worker.comparison.Trustees;
import com.nowinfinity.xpm.worker.intents.Intent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks the entities around a pair up in their intents; each once. Not for several threads. */
final class LinkedPeers implements Peers {

    private final Business business;
    private final String tenantId;
    private final Map<String, Intent> seen = new HashMap<>();

    LinkedPeers(Business business, String tenantId) {
        this.business = business;
        this.tenantId = tenantId;
    }

    /** None for one whose link is contradicted: the role would be somebody else's. */
    @Override
    public Optional<String> clientOf(String entityId) {
        Intent intent = intent(entityId);
        return Contradiction.holds(intent) ? Optional.empty() : intent.clientIn(tenantId);
    }

    @Override
    public boolean isHeldBack(String entityId) {
        Intent intent = intent(entityId);
        return Contradiction.holds(intent) && intent.clientIn(tenantId).isPresent();
    }

    @Override
    public String nameOfEntity(String entityId) {
        return intent(entityId).newest().map(Entity::getName).orElse(entityId);
    }

    /** Of what somebody has to decide nothing is at hand. */
    @Override
    public boolean isSpokenOf(String clientId) {
        return business.leading(tenantId, clientId).isPresent();
    }

    @Override
    public Set<String> numbersOf(String entityId) {
        return intent(entityId).newest().map(Trustees::numbersOfOne).orElse(Set.of());
    }

    @Override
    public Set<String> numbersOfClient(String clientId) {
        return business.stores()
                .mirror()
                .find(business.id(), tenantId, clientId)
                .map(Trustees::numbersInXpm)
                .orElse(Set.of());
    }

    /** As XPM shows it: of the entities only those around the pair are at hand. */
    @Override
    public boolean isTrustee(String clientId, String ofClientId) {
        return business.stores().mirror().find(business.id(), tenantId, ofClientId).stream()
                .flatMap(client -> client.relationships().stream())
                .filter(row -> row.related() != null && row.related().id().equals(clientId))
                .flatMap(row -> RelationshipTypes.read(row.type()).stream())
                .anyMatch(reading -> !reading.mirror() && reading.type() == RelationshipType.TRUSTEE);
    }

    private Intent intent(String entityId) {
        return seen.computeIfAbsent(entityId, id -> business.stores().intents().find(business.id(), id));
    }
}
