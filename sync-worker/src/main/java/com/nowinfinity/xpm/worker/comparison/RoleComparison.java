package com.nowinfinity.xpm.worker.comparison;

import com.nowinfinity.xpm.api.practice.ClientReference;
import com.nowinfinity.xpm.api.practice.ClientRelationship;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.api.practice.RelationshipTypes;
import com.nowinfinity.xpm.events.ChangedBy;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
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
    private final Map<Role, List<Relationship>> ours = new LinkedHashMap<>();
    private final Map<Role, List<ClientRelationship>> theirs = new LinkedHashMap<>();
    private final JointParcels jointParcels;

    RoleComparison(Entity entity, PracticeClient client, Base base, Peers peers, LocalDate today) {
        this.entity = entity;
        this.client = client;
        this.base = base;
        this.peers = peers;
        this.today = today;
        gatherOurs();
        gatherTheirs();
        this.jointParcels = new JointParcels(holders(ours), holders(theirs), this::wasShown, peers, today);
    }

    private static <T> Map<String, List<T>> holders(Map<Role, List<T>> roles) {
        return roles.entrySet().stream()
                .filter(role -> role.getKey().type() == RelationshipType.SHAREHOLDER)
                .collect(Collectors.toMap(role -> role.getKey().clientId(), Map.Entry::getValue));
    }

    void into(List<FieldDifference> differences, Map<String, String> agreed) {
        ours.forEach((role, held) -> compare(role, held, differences, agreed));
        theirs.forEach((role, held) -> {
            if (!ours.containsKey(role) && !isOneOfOurs(role) && !isOfJointHolders(role)) {
                onlyInXpm(role, held, differences);
            }
        });
    }

    private void gatherOurs() {
        for (Relationship relationship : entity.getRelationships()) {
            if (RoleTypes.inXpm(relationship.getType()).isPresent()) {
                peers.clientOf(relationship.getEntityId())
                        .ifPresent(clientId -> ours.computeIfAbsent(
                                        new Role(relationship.getType(), clientId), role -> new ArrayList<>())
                                .add(relationship));
            }
        }
    }

    private void gatherTheirs() {
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
            Role role, List<Relationship> held, List<FieldDifference> differences, Map<String, String> agreed) {
        String field = role.type() + ":" + held.getFirst().getEntityId();
        List<Term> terms = held.stream().map(Term::of).toList();
        Map<Boolean, List<ClientRelationship>> split = theirs.getOrDefault(role, List.of()).stream()
                .collect(Collectors.partitioningBy(row -> Term.of(row).isAnewAfter(terms, today)));
        List<ClientRelationship> anew = split.getOrDefault(true, List.of());
        if (!anew.isEmpty() && !isOneOfOurs(role)) {
            onlyInXpm(role, anew, differences);
        }
        compare(role, field, held, split.getOrDefault(false, List.of()), differences, agreed);
    }

    private void compare(
            Role role,
            String field,
            List<Relationship> held,
            List<ClientRelationship> rows,
            List<FieldDifference> differences,
            Map<String, String> agreed) {
        TermComparison terms = new TermComparison(
                role.type(),
                held.stream().map(Term::of).toList(),
                rows.stream().map(Term::of).toList(),
                base.of(field),
                today);
        TermComparison.Result result = terms.compare();
        if (result.kind() == null) {
            if (result.ours() != null && result.theirs() != null) {
                agreed.put(field, result.ours());
            }
            return;
        }
        if (result.kind() == DifferenceKind.ROLE_MISSING_IN_XPM
                && (isHeldForTrust(role, held) || isHeldJointly(role, held))) {
            return;
        }
        boolean known = base.of(field, result.theirs()) != null;
        String ourForm = known ? result.ours() : unlessOver(result.ours(), result.theirs());
        String theirForm = known ? result.theirs() : unlessOver(result.theirs(), result.ours());
        ChangedBy changedBy = result.kind() == DifferenceKind.ROLE_DATES_DIFFER && terms.tellsStart()
                ? ChangedBy.NOWINFINITY
                : base.changedBy(field, asAgreed(field, ourForm), asAgreed(field, theirForm));
        differences.add(row(
                result.kind(), role.type(), field, shown(held), rows.isEmpty() ? null : shownTheirs(rows), changedBy));
    }

    /** Where the two never agreed on a role, one that was held once says nothing of one that is held now. */
    private static @Nullable String unlessOver(@Nullable String form, @Nullable String other) {
        boolean isOver = form != null && !RoleState.isForm(form);
        return isOver && other != null && RoleState.isForm(other) ? null : form;
    }

    private FieldDifference row(
            DifferenceKind kind,
            RelationshipType type,
            String field,
            @Nullable String ours,
            @Nullable String theirs,
            ChangedBy changedBy) {
        boolean forAsic =
                changedBy == ChangedBy.XPM && entity.getKind() == EntityKind.COMPANY && isOnAsicsRegister(type);
        return new FieldDifference(
                kind,
                field,
                ours,
                theirs,
                base.words(field, changedBy, ours, theirs),
                changedBy,
                kind.severity(),
                forAsic ? AsicDays.due(base.differsSince(field)) : null,
                List.of(),
                List.of());
    }

    /** Of companies: officers and members. */
    private static boolean isOnAsicsRegister(RelationshipType type) {
        return switch (type) {
            case DIRECTOR, SECRETARY, SHAREHOLDER -> true;
            case ALTERNATE_DIRECTOR,
                    PUBLIC_OFFICER,
                    TRUSTEE,
                    BENEFICIARY,
                    UNIT_HOLDER,
                    APPOINTOR,
                    SETTLOR,
                    PROTECTOR,
                    MEMBER,
                    PARTNER,
                    OWNER,
                    AUDITOR,
                    UNKNOWN -> false;
        };
    }

    /** What was taken for the same when both sides agreed has not moved since. */
    private @Nullable String asAgreed(String field, @Nullable String form) {
        String agreed = base.of(field);
        if (agreed == null || form == null || RoleState.isForm(agreed) != RoleState.isForm(form)) {
            return form;
        }
        if (!RoleState.isForm(form)) {
            return Term.isSameButForStart(agreed, form) ? agreed : form;
        }
        return RoleState.read(agreed).agrees(RoleState.read(form)) ? agreed : form;
    }

    private void onlyInXpm(Role role, List<ClientRelationship> rows, List<FieldDifference> differences) {
        if (rows.stream().map(Term::of).noneMatch(term -> term.isCurrent(today))) {
            return;
        }
        String field = role.type() + ":" + role.clientId();
        differences.add(row(
                DifferenceKind.ROLE_MISSING_IN_NOWINFINITY,
                role.type(),
                field,
                null,
                shownTheirs(rows),
                base.changedBy(field, null, field)));
    }

    /** A holder of ours who may be that client, though nobody has said so yet; or one of the two holds for the other. */
    private boolean isOneOfOurs(Role role) {
        return entity.getRelationships().stream()
                .filter(relationship -> relationship.getType() == role.type())
                .filter(relationship -> Term.of(relationship).isCurrent(today))
                .anyMatch(relationship -> peers.speaksOf(relationship.getEntityId(), role.clientId())
                        || peers.clientOf(relationship.getEntityId())
                                .filter(holder -> isOneHolding(role.type(), relationship, holder, role.clientId()))
                                .isPresent());
    }

    /** "The trustee holds, not for itself" is "the trust holds", and XPM may say either. */
    private boolean isHeldForTrust(Role role, List<Relationship> held) {
        return theirs.entrySet().stream()
                .filter(row -> row.getKey().type() == role.type())
                .filter(row -> row.getValue().stream().map(Term::of).anyMatch(term -> term.isCurrent(today)))
                .anyMatch(row -> held.stream()
                        .allMatch(relationship -> isOneHolding(
                                role.type(),
                                relationship,
                                role.clientId(),
                                row.getKey().clientId())));
    }

    private boolean isHeldJointly(Role role, List<Relationship> held) {
        return role.type() == RelationshipType.SHAREHOLDER && jointParcels.standElsewhere(held, role.clientId());
    }

    /** Whether XPM shows shares of a holder of ours, held or over, or once showed them. */
    private boolean wasShown(String clientId) {
        Role role = new Role(RelationshipType.SHAREHOLDER, clientId);
        return theirs.containsKey(role)
                || ours.getOrDefault(role, List.of()).stream()
                        .anyMatch(held -> base.of(role.type() + ":" + held.getEntityId()) != null);
    }

    private boolean isOfJointHolders(Role role) {
        return role.type() == RelationshipType.SHAREHOLDER && jointParcels.mayBeOf(role.clientId());
    }

    private boolean isOneHolding(RelationshipType type, Relationship ours, String holder, String inXpm) {
        return type == RelationshipType.SHAREHOLDER
                && ((!ours.getBeneficial() && peers.isTrustee(holder, inXpm)) || peers.isTrustee(inXpm, holder));
    }

    private String shown(List<Relationship> held) {
        String name = peers.nameOfEntity(held.getFirst().getEntityId());
        return held.stream().map(Term::of).map(Term::shown).collect(Collectors.joining("; ", name + ": ", ""));
    }

    private static String shownTheirs(List<ClientRelationship> held) {
        return held.stream()
                .map(Term::of)
                .map(Term::shown)
                .collect(Collectors.joining("; ", nameOf(held.getFirst()) + ": ", ""));
    }

    private static String nameOf(ClientRelationship relationship) {
        ClientReference related = relationship.related();
        return related == null ? "" : Objects.requireNonNullElse(related.name(), "");
    }
}
