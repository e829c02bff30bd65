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
import java.util.TreeSet;
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

    private static String fact(ClientRelationship relationship, ClientReference related) {
        return Stream.of(
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
        List<Relationship> oursNow = ours.stream().filter(this::isCurrent).toList();
        List<ClientRelationship> theirsNow =
                theirs.stream().filter(this::isCurrent).toList();
        String ourForm = form(oursNow.isEmpty() ? null : dates(oursNow.stream().map(Relationship::getStartDate)));
        String theirForm =
                form(theirsNow.isEmpty() ? null : dates(theirsNow.stream().map(this::start)));
        String shownOurs = shown(ours);
        if (oursNow.isEmpty() && theirsNow.isEmpty()) {
            return;
        }
        DifferenceKind kind;
        if (theirsNow.isEmpty()) {
            kind = DifferenceKind.ROLE_MISSING_IN_XPM;
        } else if (oursNow.isEmpty()) {
            kind = DifferenceKind.ROLE_CEASED;
        } else if (shares(oursNow) != null && !Objects.equals(shares(oursNow), theirShares(theirsNow))) {
            kind = DifferenceKind.SHARES_DIFFER;
        } else if (datesDiffer(ourForm, theirForm)) {
            kind = DifferenceKind.ROLE_DATES_DIFFER;
        } else {
            agreed.put(field, ourForm);
            return;
        }
        differences.add(new FieldDifference(
                kind,
                field,
                shownOurs,
                theirs.isEmpty() ? null : shownTheirs(theirs),
                base.of(field),
                base.changedBy(field, oursNow.isEmpty() ? null : ourForm, theirsNow.isEmpty() ? null : theirForm),
                kind.severity()));
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

    private @Nullable String start(ClientRelationship relationship) {
        LocalDate start = relationship.startDate();
        return start == null ? null : start.toString();
    }

    /** Known first days, in order; blank where none is known. */
    private static String dates(Stream<@Nullable String> starts) {
        return starts.filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(","));
    }

    private static String form(@Nullable String dates) {
        return dates == null ? "" : "current:" + dates;
    }

    /** Only where both sides know: a blank date on either says nothing. */
    private static boolean datesDiffer(String ours, String theirs) {
        String blank = form("");
        return !ours.equals(blank) && !theirs.equals(blank) && !ours.equals(theirs);
    }

    /** The holder's total over all parcels; null where it cannot be compared one to one. */
    private @Nullable Long shares(List<Relationship> held) {
        boolean comparable = held.stream()
                .allMatch(parcel -> parcel.getShares() != null && !parcel.getJoint() && parcel.getBeneficial());
        return comparable
                ? held.stream()
                        .map(Relationship::getShares)
                        .mapToLong(Long::longValue)
                        .sum()
                : null;
    }

    private static long theirShares(List<ClientRelationship> held) {
        return held.stream()
                .map(ClientRelationship::numberOfShares)
                .filter(Objects::nonNull)
                .mapToLong(Number::longValue)
                .sum();
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
