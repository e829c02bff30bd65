package com.nowinfinity.xpm.simulator.practice;

import com.nowinfinity.xpm.simulator.organisation.Relationship;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Roles and shares of pairs, by what each side shows. */
final class PlainRoles {

    private static final Map<String, String> TYPES = Map.of(
            "Director", "DIRECTOR",
            "Secretary", "SECRETARY",
            "Public Officer", "PUBLIC_OFFICER",
            "Shareholder", "SHAREHOLDER",
            "Trustee", "TRUSTEE",
            "Beneficiary", "BENEFICIARY",
            "Appointer", "APPOINTOR",
            "Settlor", "SETTLOR",
            "Member", "MEMBER",
            "Partner", "PARTNER");

    private final Map<String, List<Relationship>> relationships;
    private final Map<String, Set<String>> trustsOfTrustee = new HashMap<>();
    private final PlainMatching matching;
    private final List<Planted> rows = new ArrayList<>();

    PlainRoles(Practice practice, PlainMatching matching) {
        this.matching = matching;
        this.relationships = practice.relationships().stream()
                .filter(PlainRoles::isRole)
                .collect(Collectors.groupingBy(Relationship::clientId));
        for (PortalEntity entity : practice.entities()) {
            PlainClient client = matching.pairs.get(entity.entityId());
            entity.relationships().stream()
                    .filter(role -> client != null && role.type() == RoleType.TRUSTEE && role.endDate() == null)
                    .forEach(role -> trustsOfTrustee
                            .computeIfAbsent(role.entityId(), unused -> new java.util.HashSet<>())
                            .add(client == null ? "" : client.id()));
        }
    }

    static boolean isRole(Relationship relationship) {
        return TYPES.containsKey(relationship.type().label());
    }

    List<Planted> compare(PortalEntity entity, PlainClient client) {
        rows.clear();
        List<Relationship> left = new ArrayList<>(relationships.getOrDefault(client.id(), List.of()));
        Map<String, List<PortalEntity.Role>> terms = entity.relationships().stream()
                .collect(Collectors.groupingBy(
                        role -> role.type() + ":" + role.entityId() + " " + role.startDate(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        terms.values().stream()
                .sorted(java.util.Comparator.comparingInt(
                        term -> term.getFirst().endDate() == null ? 0 : 1))
                .forEach(term -> term(entity, client, term, left));
        for (Relationship only : left) {
            String type = Objects.requireNonNull(TYPES.get(only.type().label()));
            Set<String> maybe = matching.spokenOf.getOrDefault(only.relatedId(), Set.of());
            boolean held = entity.relationships().stream()
                    .anyMatch(role -> role.type().name().equals(type)
                            && role.endDate() == null
                            && maybe.contains(role.entityId()));
            if (only.end() == null && !held) {
                add("role-missing-in-nowinfinity", entity, client, type + ":" + only.relatedId());
            }
        }
        return List.copyOf(rows);
    }

    private void term(
            PortalEntity entity, PlainClient client, List<PortalEntity.Role> parcels, List<Relationship> left) {
        PortalEntity.Role role = parcels.getFirst();
        PlainClient holder = matching.pairs.get(role.entityId());
        if (holder == null) {
            return;
        }
        List<Relationship> same =
                left.stream().filter(each -> isSame(each, role, holder)).toList();
        Relationship shown = same.stream()
                .filter(each -> Objects.equals(String.valueOf(each.start()), role.startDate()))
                .findFirst()
                .orElse(same.stream()
                        .filter(each -> (each.end() == null) == (role.endDate() == null))
                        .findFirst()
                        .orElse(null));
        String field = role.type() + ":" + role.entityId();
        if (shown == null) {
            missing(entity, client, role, left, field);
            return;
        }
        List<Relationship> all = same.stream()
                .filter(each -> Objects.equals(each.start(), shown.start()))
                .toList();
        left.removeAll(all);
        compare(entity, client, parcels, all, field);
    }

    private static boolean isSame(Relationship relationship, PortalEntity.Role role, PlainClient holder) {
        return Objects.equals(
                        TYPES.get(relationship.type().label()), role.type().name())
                && relationship.relatedId().equals(holder.id());
    }

    private void missing(
            PortalEntity entity, PlainClient client, PortalEntity.Role role, List<Relationship> left, String field) {
        boolean hasType = TYPES.containsValue(role.type().name());
        Set<String> trusts = trustsOfTrustee.getOrDefault(role.entityId(), Set.of());
        Relationship ofTheTrust = left.stream()
                .filter(each -> !role.beneficial()
                        && each.end() == null
                        && trusts.contains(each.relatedId())
                        && Objects.equals(
                                TYPES.get(each.type().label()), role.type().name()))
                .findFirst()
                .orElse(null);
        if (ofTheTrust != null) {
            left.remove(ofTheTrust);
        } else if (hasType && role.endDate() == null) {
            add("role-missing-in-xpm", entity, client, field);
        }
    }

    private void compare(
            PortalEntity entity,
            PlainClient client,
            List<PortalEntity.Role> parcels,
            List<Relationship> shown,
            String field) {
        PortalEntity.Role role = parcels.getFirst();
        Relationship first = shown.getFirst();
        @Nullable String end = first.end() == null ? null : first.end().toString();
        boolean heldHere = role.endDate() == null;
        boolean heldThere = end == null;
        if (!heldHere && heldThere) {
            add("role-ceased", entity, client, field);
        } else if (heldHere && !heldThere) {
            add("role-missing-in-xpm", entity, client, field);
        } else if (heldHere && !Objects.equals(role.startDate(), String.valueOf(first.start()))) {
            add("role-dates-differ", entity, client, field);
        } else if (!heldHere && !Objects.equals(role.endDate(), end)) {
            add("role-dates-differ", entity, client, field);
        }
        long held = parcels.stream()
                .mapToLong(parcel -> parcel.shares() == null ? 0 : parcel.shares())
                .sum();
        long counted = shown.stream()
                .mapToLong(each -> each.shares() == null ? 0 : each.shares())
                .sum();
        if (heldHere && heldThere && !role.joint() && role.beneficial() && held != counted) {
            add("shares-differ", entity, client, field);
        }
    }

    private void add(String kind, PortalEntity entity, PlainClient client, String field) {
        rows.add(new Planted(kind, entity.entityId(), client.id(), field));
    }
}
