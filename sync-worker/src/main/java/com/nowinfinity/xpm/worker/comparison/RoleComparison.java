package com.nowinfinity.xpm.worker.comparison;

import com.nowinfinity.xpm.api.practice.ClientReference;
import com.nowinfinity.xpm.api.practice.ClientRelationship;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.api.practice.RelationshipTypes;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.RelationshipType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the roles others hold in a pair. A role is who is what; its parcels and appointments over time are looked at
 * together, so that a reappointment is no difference. Roles of people who are not linked wait for the link: their
 * absence is a row of its own.
 */
final class RoleComparison {

    /** Who is what, in XPM's ids. */
    private record Role(RelationshipType type, String clientId) {}

    private final Entity entity;
    private final PracticeClient client;
    private final Base base;
    private final Peers peers;
    private final LocalDate today;

    RoleComparison(Entity entity, PracticeClient client, Base base, Peers peers, LocalDate today) {
        this.entity = entity;
        this.client = client;
        this.base = base;
        this.peers = peers;
        this.today = today;
    }

    void into(List<FieldDifference> differences, Map<String, String> agreed) {
        Map<Role, List<Relationship>> ours = ours();
        Map<Role, List<ClientRelationship>> theirs = theirs();
        ours.forEach((role, held) -> compare(role, held, theirs.getOrDefault(role, List.of()), differences, agreed));
        theirs.forEach((role, held) -> {
            if (!ours.containsKey(role)) {
                onlyInXpm(role, held, differences);
            }
        });
    }

    private Map<Role, List<Relationship>> ours() {
        Map<Role, List<Relationship>> ours = new LinkedHashMap<>();
        for (Relationship relationship : entity.getRelationships()) {
            if (RoleTypes.inXpm(relationship.getType()).isPresent()) {
                peers.clientOf(relationship.getEntityId())
                        .ifPresent(clientId -> ours.computeIfAbsent(
                                        new Role(relationship.getType(), clientId), role -> new ArrayList<>())
                                .add(relationship));
            }
        }
        return ours;
    }

    private Map<Role, List<ClientRelationship>> theirs() {
        Map<Role, List<ClientRelationship>> theirs = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (ClientRelationship relationship : client.relationships()) {
            ClientReference related = relationship.related();
            if (related == null) {
                continue;
            }
            // Each fact stands under both clients; only the straight row is of this one, and counts once.
            RelationshipTypes.read(relationship.type())
                    .filter(reading -> !reading.mirror())
                    .flatMap(reading -> RoleTypes.fromXpm(reading.type()))
                    .filter(type -> seen.add(fact(relationship, related)))
                    .ifPresent(type -> theirs.computeIfAbsent(new Role(type, related.id()), role -> new ArrayList<>())
                            .add(relationship));
        }
        return theirs;
    }

    /** Two parcels may be alike but for their ids. */
    private static String fact(ClientRelationship relationship, ClientReference related) {
        return Stream.of(
                        relationship.id(),
                        relationship.type(),
                        related.id(),
                        relationship.startDate(),
                        relationship.endDate(),
                        relationship.numberOfShares())
                .map(String::valueOf)
                .collect(Collectors.joining("|"));
    }

    private void compare(
            Role role,
            List<Relationship> ours,
            List<ClientRelationship> theirs,
            List<FieldDifference> differences,
            Map<String, String> agreed) {
        String field = role.type() + ":" + ours.getFirst().getEntityId();
        RoleState oursNow = ourState(ours.stream().filter(this::isCurrent).toList());
        RoleState theirsNow = theirState(theirs.stream().filter(this::isCurrent).toList());
        if (oursNow == null && theirsNow == null) {
            return;
        }
        DifferenceKind kind;
        if (theirsNow == null) {
            kind = DifferenceKind.ROLE_MISSING_IN_XPM;
        } else if (oursNow == null) {
            kind = DifferenceKind.ROLE_CEASED;
        } else if (!oursNow.sameShares(theirsNow)) {
            kind = DifferenceKind.SHARES_DIFFER;
        } else if (!oursNow.sameStarts(theirsNow)) {
            kind = DifferenceKind.ROLE_DATES_DIFFER;
        } else {
            agreed.put(field, oursNow.form());
            return;
        }
        differences.add(new FieldDifference(
                kind,
                field,
                shown(ours),
                theirs.isEmpty() ? null : shownTheirs(theirs),
                base.of(field),
                base.changedBy(field, asAgreed(field, oursNow), asAgreed(field, theirsNow)),
                kind.severity()));
    }

    /** What was taken for the same when both sides agreed has not moved since. */
    private @Nullable String asAgreed(String field, @Nullable RoleState now) {
        String agreed = base.of(field);
        if (now == null) {
            return null;
        }
        return agreed != null && RoleState.read(agreed).agrees(now) ? agreed : now.form();
    }

    private void onlyInXpm(Role role, List<ClientRelationship> theirs, List<FieldDifference> differences) {
        if (theirs.stream().noneMatch(this::isCurrent)) {
            return;
        }
        String field = role.type() + ":" + role.clientId();
        DifferenceKind kind = DifferenceKind.ROLE_MISSING_IN_NOWINFINITY;
        differences.add(new FieldDifference(
                kind,
                field,
                null,
                shownTheirs(theirs),
                base.of(field),
                base.changedBy(field, null, field),
                kind.severity()));
    }

    private boolean isCurrent(Relationship relationship) {
        String end = relationship.getEndDate();
        return end == null || LocalDate.parse(end).isAfter(today);
    }

    private boolean isCurrent(ClientRelationship relationship) {
        LocalDate end = relationship.endDate();
        return end == null || end.isAfter(today);
    }

    /** Null when nothing of it is held now. */
    private static @Nullable RoleState ourState(List<Relationship> held) {
        boolean comparable = held.stream()
                .allMatch(parcel -> parcel.getShares() != null && !parcel.getJoint() && parcel.getBeneficial());
        return held.isEmpty()
                ? null
                : RoleState.of(
                        held.stream().map(Relationship::getStartDate),
                        comparable
                                ? held.stream()
                                        .mapToLong(Relationship::getShares)
                                        .sum()
                                : null);
    }

    private static @Nullable RoleState theirState(List<ClientRelationship> held) {
        return held.isEmpty()
                ? null
                : RoleState.of(
                        held.stream().map(row -> Objects.toString(row.startDate(), null)),
                        held.stream()
                                .map(ClientRelationship::numberOfShares)
                                .filter(Objects::nonNull)
                                .mapToLong(Long::longValue)
                                .sum());
    }

    private String shown(List<Relationship> held) {
        String name = peers.nameOfEntity(held.getFirst().getEntityId());
        return held.stream()
                .map(one -> span(one.getStartDate(), one.getEndDate(), one.getShares()))
                .collect(Collectors.joining("; ", name + ": ", ""));
    }

    private static String shownTheirs(List<ClientRelationship> held) {
        return held.stream()
                .map(one -> span(
                        Objects.toString(one.startDate(), null),
                        Objects.toString(one.endDate(), null),
                        one.numberOfShares()))
                .collect(Collectors.joining("; ", nameOf(held.getFirst()) + ": ", ""));
    }

    private static String nameOf(ClientRelationship relationship) {
        ClientReference related = relationship.related();
        return related == null || related.name() == null ? "" : related.name();
    }

    private static String span(@Nullable String start, @Nullable String end, @Nullable Number shares) {
        String span = (start == null ? "" : "from " + start + " ") + (end == null ? "current" : "to " + end);
        return shares == null ? span : span + ", " + shares + " shares";
    }
}
