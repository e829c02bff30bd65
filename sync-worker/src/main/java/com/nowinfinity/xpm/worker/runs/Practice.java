package com.nowinfinity.xpm.worker.runs;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.worker.comparison.Peers;
import com.nowinfinity.xpm.worker.comparison.Trustees;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.labels.LabelSet;
import com.nowinfinity.xpm.worker.matching.ClientMatcher;
import com.nowinfinity.xpm.worker.matching.Match;
import com.nowinfinity.xpm.worker.matching.Subject;
import com.nowinfinity.xpm.worker.normal.Names;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Both sides of a practice at one moment, matched. Built once, then only read. Of the intents it keeps what matching
 * needs, so they can be handed over one by one.
 *
 * <p>Order: entities by id, so that a run tells the same in the same order, and the smallest id leads.
 */
public final class Practice implements Peers {

    private final Map<String, Known> entities = new TreeMap<>();
    private final Map<String, PracticeClient> clients;
    private final Map<String, Match> matches = new HashMap<>();
    /** The entities of each client that is part of a pair, the one that leads first. */
    private final Map<String, List<String>> records = new HashMap<>();

    /** The clients that certainly are a trust, by the entities that act for it. */
    private final Map<String, List<PracticeClient>> heldInTrust = new HashMap<>();

    private final Set<String> spokenOf = new HashSet<>();
    private final Offices offices;

    /** @param intents hands every intent of the business to whoever asks */
    public Practice(
            Consumer<Consumer<Intent>> intents,
            Map<String, PracticeClient> clients,
            String tenantId,
            LabelSet labels,
            LocalDate today) {
        this.clients = clients;
        intents.accept(intent -> Known.of(intent, tenantId).ifPresent(known -> entities.put(intent.entityId(), known)));
        this.offices = new Offices(entities.values().stream().map(Known::entity), clients.values(), today);
        match(new ClientMatcher(clients.values(), labels));
    }

    /** First who certainly is whom; then what the names suggest for the others, among the clients that are left. */
    private void match(ClientMatcher matcher) {
        Set<String> taken = new HashSet<>();
        List<String> open = new ArrayList<>();
        trustsFirst().forEach(entityId -> {
            Known known = Objects.requireNonNull(entities.get(entityId));
            Match match = matcher.certain(subject(known));
            matches.put(entityId, match);
            switch (match) {
                case Match.Certain certain -> {
                    records.computeIfAbsent(certain.client().id(), id -> new ArrayList<>(1))
                            .add(entityId);
                    certain.clients().forEach(client -> taken.add(client.id()));
                    Trustees.idsOf(known.entity())
                            .forEach(trustee -> heldInTrust
                                    .computeIfAbsent(trustee, id -> new ArrayList<>(1))
                                    .add(certain.client()));
                }
                case Match.Twins twins -> twins.clients().forEach(client -> taken.add(client.id()));
                case Match.Archived archived -> taken.add(archived.client().id());
                case Match.Prospect prospect -> taken.add(prospect.client().id());
                case Match.None none -> open.add(entityId);
                case Match.Contradicted c -> {}
                case Match.Ambiguous a -> {}
                case Match.Suggested s -> {}
                case Match.OtherStructure o -> {}
            }
        });
        records.values().forEach(Collections::sort);
        open.forEach(entityId -> matches.put(
                entityId, matcher.suggested(subject(Objects.requireNonNull(entities.get(entityId))), taken)));
        matches.values().stream()
                .flatMap(match -> match.clients().stream())
                .forEach(client -> spokenOf.add(client.id()));
    }

    /** Whoever is known to be a trust is nobody's candidate when its trustee is looked for. */
    private List<String> trustsFirst() {
        return entities.entrySet().stream()
                .sorted(Comparator.comparing(
                        known -> Trustees.idsOf(known.getValue().entity()).isEmpty()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Subject subject(Known known) {
        Set<String> refused = new HashSet<>(known.refused());
        heldInTrust.getOrDefault(known.entity().getEntityId(), List.of()).stream()
                .filter(trust -> !Objects.equals(
                        Names.firm(trust.name()), Names.firm(known.entity().getName())))
                .forEach(trust -> refused.add(trust.id()));
        PracticeClient linked = known.linked() == null ? null : clients.get(known.linked());
        Set<String> trustees = linked == null
                ? Trustees.numbersOf(known.entity(), this)
                : Trustees.numbersOf(known.entity(), linked, this);
        return new Subject(known.entity(), known.linked(), refused, trustees, known.agreed());
    }

    /** In the order of their ids. */
    public Collection<String> entityIds() {
        return entities.keySet();
    }

    /** As the portal told it when the practice was looked at; null for one that was not known then. */
    public @Nullable Entity entity(String entityId) {
        Known known = entities.get(entityId);
        return known == null ? null : known.entity();
    }

    public Match match(String entityId) {
        return matches.getOrDefault(entityId, new Match.None());
    }

    /** The entity that leads the writes of the client that this one is, where it is not itself. */
    public Optional<Entity> leaderOf(String entityId) {
        return clientOf(entityId)
                .map(client -> Objects.requireNonNull(records.get(client)).getFirst())
                .filter(leader -> !leader.equals(entityId))
                .map(this::entity);
    }

    /** The records of a client that come before one of them, the one that leads first. */
    List<Entity> recordsBefore(String entityId, PracticeClient client) {
        return records.getOrDefault(client.id(), List.of()).stream()
                .takeWhile(record -> !record.equals(entityId))
                .map(this::entity)
                .filter(Objects::nonNull)
                .toList();
    }

    public Collection<PracticeClient> clients() {
        return clients.values();
    }

    /** The entity that leads a client. */
    public Optional<String> entityOf(String clientId) {
        return Optional.ofNullable(records.get(clientId)).map(List::getFirst);
    }

    /** Whether some entity's match names the client, certain or not. */
    public boolean isSpokenOf(PracticeClient client) {
        return isSpokenOf(client.id());
    }

    @Override
    public boolean isSpokenOf(String clientId) {
        return spokenOf.contains(clientId);
    }

    public boolean anyEntity(EntityKind kind) {
        return entities.values().stream().anyMatch(known -> known.entity().getKind() == kind);
    }

    /** The clients to whom a current role of a live client leads. */
    public Set<String> holdersOfRoles() {
        return offices.holdersInXpm();
    }

    @Override
    public Optional<String> clientOf(String entityId) {
        return matches.get(entityId) instanceof Match.Certain certain
                ? Optional.of(certain.client().id())
                : Optional.empty();
    }

    @Override
    public String nameOfEntity(String entityId) {
        Entity entity = entity(entityId);
        return entity == null ? entityId : entity.getName();
    }

    @Override
    public boolean speaksOf(String entityId, String clientId) {
        return match(entityId).clients().stream().anyMatch(client -> client.id().equals(clientId));
    }

    @Override
    public Set<String> numbersOf(String entityId) {
        Entity entity = entity(entityId);
        return entity == null ? Set.of() : Trustees.numbersOfOne(entity);
    }

    @Override
    public Set<String> numbersOfClient(String clientId) {
        PracticeClient client = clients.get(clientId);
        return client == null ? Set.of() : Trustees.numbersInXpm(client);
    }

    @Override
    public List<String> companiesOf(String entityId) {
        List<String> all = clientOf(entityId)
                .map(client -> Objects.requireNonNull(records.get(client)))
                .orElse(List.of(entityId));
        TreeSet<String> companies = new TreeSet<>();
        all.forEach(each -> companies.addAll(offices.companiesOf(each)));
        return List.copyOf(companies);
    }

    @Override
    public boolean isTrustee(String clientId, String ofClientId) {
        return offices.isTrusteeInXpm(clientId, ofClientId)
                || records.getOrDefault(ofClientId, List.of()).stream()
                        .map(this::entity)
                        .filter(Objects::nonNull)
                        .flatMap(entity -> Trustees.idsOf(entity).stream())
                        .anyMatch(trustee ->
                                clientOf(trustee).filter(clientId::equals).isPresent());
    }
}
