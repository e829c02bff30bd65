package com.nowinfinity.xpm.worker.simulation;

import com.nowinfinity.xpm.api.Allowance;
import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.api.practice.ClientDocument;
import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientGroup;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.ClientReference;
import com.nowinfinity.xpm.api.practice.ClientRelationship;
import com.nowinfinity.xpm.api.practice.ContactDetails;
import com.nowinfinity.xpm.api.practice.DocumentDraft;
import com.nowinfinity.xpm.api.practice.GroupMembers;
import com.nowinfinity.xpm.api.practice.PersonDetails;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.api.practice.PracticeDetails;
import com.nowinfinity.xpm.api.practice.Registration;
import com.nowinfinity.xpm.api.practice.RelationshipChange;
import com.nowinfinity.xpm.api.practice.RelationshipDraft;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What XPM holds, and what may never happen to it: a double, a version that goes back, another business's entity. */
final class SimPractices {

    /** Less than the engine leaves XPM to settle. */
    private static final Duration FOUND_WITHIN = Duration.ofSeconds(5);

    private final Scheduler scheduler;
    private final Judge judge;
    private final Map<String, Map<String, Held>> tenants = new LinkedHashMap<>();
    private final Map<String, Map<String, Group>> groups = new LinkedHashMap<>();
    /** Hears of each client that joins a group, and of each that gets a document, as it happens. */
    BiConsumer<Step, String> steps = (step, clientId) -> {};

    private int nextId = 1;
    private long downUntil = Long.MIN_VALUE;

    SimPractices(Scheduler scheduler, Judge judge) {
        this.scheduler = scheduler;
        this.judge = judge;
    }

    /** What comes after the clients of a push and their relationships, in this order. */
    enum Step {
        GROUP,
        DOCUMENT
    }

    private static final class Held {
        final Map<ClientElement, String> elements = new EnumMap<>(ClientElement.class);
        final List<ClientRelationship> relationships = new ArrayList<>();
        final List<ClientDocument> documents = new ArrayList<>();
        Instant modified = Instant.MIN;
        long foundFrom;
    }

    void downFor(Duration duration) {
        downUntil = scheduler.nanos() + duration.toNanos();
    }

    boolean isDown() {
        return scheduler.nanos() < downUntil;
    }

    List<PracticeClient> all(String tenantId) {
        return held(tenantId).entrySet().stream()
                .map(entry -> shown(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** XPM counts in whole seconds; that it leaves out the one that is asked for is the harder case. */
    List<PracticeClient> changed(String tenantId, Instant since) {
        return held(tenantId).entrySet().stream()
                .filter(entry -> entry.getValue().modified.isAfter(since))
                .map(entry -> shown(entry.getKey(), entry.getValue()))
                .toList();
    }

    Instant now() {
        return scheduler.now().truncatedTo(ChronoUnit.SECONDS);
    }

    Optional<PracticeClient> find(String tenantId, String clientId) {
        return Optional.ofNullable(held(tenantId).get(clientId)).map(held -> shown(clientId, held));
    }

    /** What is new is found only after a while. */
    List<PracticeClient> search(String tenantId, String query) {
        return held(tenantId).entrySet().stream()
                .filter(entry -> entry.getValue().foundFrom <= scheduler.nanos())
                .map(entry -> shown(entry.getKey(), entry.getValue()))
                .filter(client -> client.name().contains(query))
                .toList();
    }

    PracticeClient add(String tenantId, ClientPatch elements) {
        String acn = elements.elements().get(ClientElement.COMPANY_NUMBER);
        String owner = owner(elements.elements().get(ClientElement.EMAIL));
        checkBelongs(owner, tenantId);
        for (PracticeClient client : all(tenantId)) {
            if (acn != null && acn.equals(client.registration().companyNumber())) {
                judge.violated("a second client for " + acn);
            }
            if (owner != null && owner.equals(owner(client.contact().email()))) {
                judge.violated("a second client for " + owner);
            }
        }
        String id = "x-" + nextId++;
        Held held = new Held();
        held.foundFrom = scheduler.nanos() + scheduler.chance.nextLong(FOUND_WITHIN.toNanos());
        held.modified = now();
        held.elements.putAll(elements.elements());
        held(tenantId).put(id, held);
        return shown(id, held);
    }

    PracticeClient update(String tenantId, String clientId, ClientPatch patch) {
        Held held = held(tenantId).get(clientId);
        if (held == null) {
            throw new XpmException.Rejected(404, "No such client", Allowance.UNSAID);
        }
        long before = version(shown(clientId, held));
        checkBelongs(owner(patch.elements().get(ClientElement.EMAIL)), tenantId);
        held.elements.putAll(patch.elements());
        held.modified = now();
        long after = version(shown(clientId, held));
        if (after < before) {
            judge.violated("%s goes back from version %d to %d".formatted(clientId, before, after));
        }
        return shown(clientId, held);
    }

    private void checkBelongs(@Nullable String owner, String tenantId) {
        Script.businessOf(tenantId)
                .filter(businessId -> owner != null && !owner.startsWith(businessId))
                .ifPresent(businessId ->
                        judge.violated("%s is written to the organisation of %s".formatted(owner, businessId)));
    }

    private record Group(String name, Set<String> members) {}

    ClientRelationship relate(String tenantId, RelationshipDraft draft) {
        List<ClientRelationship> standing =
                Objects.requireNonNull(held(tenantId).get(draft.clientId())).relationships;
        ClientRelationship added = new ClientRelationship(
                "r-" + nextId++,
                draft.type().label(),
                new ClientReference(draft.relatedClientId(), null),
                null,
                null,
                draft.startDate(),
                draft.endDate());
        for (ClientRelationship other : standing) {
            boolean isHeld = other.endDate() == null;
            if (isHeld && other.type().equals(added.type()) && Objects.equals(other.related(), added.related())) {
                judge.violated("a second relationship of " + draft.clientId() + ": " + added);
            }
        }
        standing.add(added);
        return added;
    }

    /** @return empty for a relationship that is not there */
    Optional<ClientRelationship> change(String tenantId, String relationshipId, RelationshipChange change) {
        for (Held held : held(tenantId).values()) {
            List<ClientRelationship> rows = held.relationships;
            for (int at = 0; at < rows.size(); at++) {
                ClientRelationship row = rows.get(at);
                if (relationshipId.equals(row.id())) {
                    rows.set(at, changed(row, change));
                    return Optional.of(rows.get(at));
                }
            }
        }
        return Optional.empty();
    }

    private static ClientRelationship changed(ClientRelationship row, RelationshipChange change) {
        return new ClientRelationship(
                row.id(),
                row.type(),
                row.related(),
                row.numberOfShares(),
                row.percentage(),
                change.startDate() == null ? row.startDate() : change.startDate(),
                change.reopens() ? null : change.endDate() == null ? row.endDate() : change.endDate());
    }

    List<ClientGroup> groups(String tenantId) {
        return groupsOf(tenantId).entrySet().stream()
                .map(group -> new ClientGroup(group.getKey(), group.getValue().name()))
                .toList();
    }

    ClientGroup group(String tenantId, String name, String clientId) {
        if (groups(tenantId).stream().anyMatch(group -> name.equalsIgnoreCase(group.name()))) {
            judge.violated("a second group " + name);
        }
        steps.accept(Step.GROUP, clientId);
        String id = "g-" + nextId++;
        groupsOf(tenantId).put(id, new Group(name, new LinkedHashSet<>(Set.of(clientId))));
        return new ClientGroup(id, name);
    }

    Optional<GroupMembers> members(String tenantId, String groupId) {
        return Optional.ofNullable(groupsOf(tenantId).get(groupId))
                .map(group -> new GroupMembers(
                        new ClientGroup(groupId, group.name()),
                        group.members().stream()
                                .map(clientId -> new ClientReference(clientId, null))
                                .toList()));
    }

    ClientGroup join(String tenantId, String groupId, List<String> clientIds) {
        Group group = Objects.requireNonNull(groupsOf(tenantId).get(groupId));
        clientIds.forEach(clientId -> steps.accept(Step.GROUP, clientId));
        group.members().addAll(clientIds);
        return new ClientGroup(groupId, group.name());
    }

    List<ClientDocument> documents(String tenantId, String clientId) {
        return List.copyOf(Objects.requireNonNull(held(tenantId).get(clientId)).documents);
    }

    Optional<String> file(String tenantId, DocumentDraft draft) {
        ClientDocument filed =
                new ClientDocument(draft.title(), draft.text(), draft.folder(), null, null, draft.fileName(), null);
        List<ClientDocument> standing = Objects.requireNonNull(held(tenantId).get(draft.clientId())).documents;
        if (standing.contains(filed)) {
            judge.violated("a second document " + filed);
        }
        steps.accept(Step.DOCUMENT, draft.clientId());
        standing.add(filed);
        return Optional.empty();
    }

    private Map<String, Group> groupsOf(String tenantId) {
        return groups.computeIfAbsent(tenantId, id -> new LinkedHashMap<>());
    }

    /** An edit by a person inside XPM. */
    void edit(String tenantId, String clientId, ClientElement element, String value) {
        Held held = Objects.requireNonNull(held(tenantId).get(clientId));
        held.elements.put(element, value);
        held.modified = now();
    }

    /** Whose client it is, by its e-mail address; null when that tells nobody. */
    static @Nullable String owner(@Nullable String email) {
        return email == null ? null : email.substring(email.indexOf('@') + 1);
    }

    /** The version that a client's e-mail address tells; 0 when it tells none. */
    static long version(PracticeClient client) {
        String email = client.contact().email();
        return email == null || !email.startsWith("v") ? 0 : Long.parseLong(email.substring(1, email.indexOf('@')));
    }

    private Map<String, Held> held(String tenantId) {
        return tenants.computeIfAbsent(tenantId, id -> new LinkedHashMap<>());
    }

    private static PracticeClient shown(String id, Held held) {
        Map<ClientElement, String> elements = held.elements;
        return new PracticeClient(
                id,
                elements.getOrDefault(ClientElement.NAME, ""),
                PersonDetails.NONE,
                new ContactDetails(elements.get(ClientElement.EMAIL), elements.get(ClientElement.PHONE), null, null),
                null,
                null,
                new Registration(
                        elements.get(ClientElement.TAX_NUMBER),
                        elements.get(ClientElement.COMPANY_NUMBER),
                        elements.get(ClientElement.BUSINESS_NUMBER),
                        elements.get(ClientElement.BUSINESS_STRUCTURE),
                        null),
                PracticeDetails.NONE,
                false,
                false,
                false,
                List.of(),
                List.of(),
                List.copyOf(held.relationships));
    }
}
