package com.nowinfinity.xpm.worker.runs;

import com.nowinfinity.xpm.api.practice.ClientRelationship;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.api.practice.RelationshipTypes;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.worker.comparison.Peers;
import com.nowinfinity.xpm.worker.comparison.RoleTypes;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.labels.LabelSet;
import com.nowinfinity.xpm.worker.matching.ClientMatcher;
import com.nowinfinity.xpm.worker.matching.Match;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Both sides of a practice at one moment, matched. Built once, then only read.
 *
 * <p>Order: entities by id, so that a run tells the same in the same order.
 */
public final class Practice implements Peers {

    private final Map<String, Intent> intents = new TreeMap<>();
    private final Map<String, PracticeClient> clients;
    private final Map<String, Match> matches = new LinkedHashMap<>();
    private final Map<String, String> clientByEntity = new HashMap<>();
    private final Map<String, String> entityByClient = new HashMap<>();
    private final Set<String> spokenOf = new HashSet<>();

    public Practice(Collection<Intent> known, Map<String, PracticeClient> clients, String tenantId, LabelSet labels) {
        this.clients = clients;
        known.stream()
                .filter(intent -> intent.newest().isPresent())
                .forEach(intent -> intents.put(intent.entityId(), intent));
        ClientMatcher matcher = new ClientMatcher(clients.values(), labels);
        intents.forEach((entityId, intent) -> {
            Match match = notRefused(
                    matcher.match(
                            intent.newest().orElseThrow(),
                            intent.clientIn(tenantId).orElse(null)),
                    intent);
            matches.put(entityId, match);
            speakOf(entityId, match);
        });
    }

    public Collection<Intent> intents() {
        return intents.values();
    }

    public Match match(Intent intent) {
        return matches.getOrDefault(intent.entityId(), new Match.None());
    }

    public Collection<PracticeClient> clients() {
        return clients.values();
    }

    public Optional<String> entityOf(String clientId) {
        return Optional.ofNullable(entityByClient.get(clientId));
    }

    /** Whether some entity's match names the client, certain or not. */
    public boolean isSpokenOf(PracticeClient client) {
        return spokenOf.contains(client.id());
    }

    public boolean anyEntity(EntityKind kind) {
        return intents.values().stream()
                .anyMatch(intent -> intent.newest().map(Entity::getKind).orElseThrow() == kind);
    }

    /** The clients to whom a current role of a live client leads. */
    public Set<String> holdersOfRoles(LocalDate today) {
        Set<String> holders = new HashSet<>();
        for (PracticeClient client : clients.values()) {
            if (client.archived() || client.deleted()) {
                continue;
            }
            for (ClientRelationship row : client.relationships()) {
                boolean current = row.endDate() == null || row.endDate().isAfter(today);
                boolean ours = RelationshipTypes.read(row.type())
                        .filter(reading -> !reading.mirror())
                        .flatMap(reading -> RoleTypes.fromXpm(reading.type()))
                        .isPresent();
                if (current && ours && row.related() != null) {
                    holders.add(row.related().id());
                }
            }
        }
        return holders;
    }

    @Override
    public Optional<String> clientOf(String entityId) {
        return Optional.ofNullable(clientByEntity.get(entityId));
    }

    @Override
    public String nameOfEntity(String entityId) {
        return Optional.ofNullable(intents.get(entityId))
                .flatMap(Intent::newest)
                .map(Entity::getName)
                .orElse(entityId);
    }

    private void speakOf(String entityId, Match match) {
        switch (match) {
            case Match.Certain certain -> {
                clientByEntity.put(entityId, certain.client().id());
                entityByClient.putIfAbsent(certain.client().id(), entityId);
                spokenOf.add(certain.client().id());
            }
            case Match.Contradicted contradicted ->
                spokenOf.add(contradicted.client().id());
            case Match.Archived archived -> spokenOf.add(archived.client().id());
            case Match.Prospect prospect -> spokenOf.add(prospect.client().id());
            case Match.Ambiguous ambiguous -> ambiguous.candidates().forEach(candidate -> spokenOf.add(candidate.id()));
            case Match.None none -> {}
        }
    }

    /** What a person has said it is not, it is not. */
    private static Match notRefused(Match match, Intent intent) {
        return match instanceof Match.Certain certain
                        && intent.refused().contains(certain.client().id())
                ? new Match.None()
                : match;
    }
}
