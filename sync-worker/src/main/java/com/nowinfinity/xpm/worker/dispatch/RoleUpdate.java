package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.practice.ClientReference;
import com.nowinfinity.xpm.api.practice.ClientRelationship;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.api.practice.RelationshipDraft;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.RelationshipType;
import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.comparison.HeldRoles;
import com.nowinfinity.xpm.worker.comparison.Peers;
import com.nowinfinity.xpm.worker.comparison.RoleTypes;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import com.nowinfinity.xpm.worker.planning.RoleWrite;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the relationships of one client, and says which have to wait. */
final class RoleUpdate {

    private final Business business;

    RoleUpdate(Business business) {
        this.business = business;
    }

    /** Writes one relationship after the other; a client's relationship to itself is left out. */
    PracticeClient write(PracticeClient client, List<RoleWrite> roles, Attempt attempt) {
        PracticeClient current = client;
        for (RoleWrite role : roles) {
            if (role instanceof RoleWrite.Add add
                    && add.draft().relatedClientId().equals(client.id())) {
                continue;
            }
            attempt.writes(Set.of(role.field()));
            business.stores().written().fields(attempt.cause(), current, Set.of(role.field()));
            List<ClientRelationship> before = current.relationships();
            List<ClientRelationship> rows = new ArrayList<>(before);
            switch (role) {
                case RoleWrite.Add add -> {
                    ClientRelationship sent = row(null, add.draft());
                    rows.add(sent);
                    ClientRelationship added = attempt.write(call -> {
                        noteSending(role, sent, before, rows, attempt);
                        return business.xpm().addRelationship(call, add.draft());
                    });
                    rows.set(rows.size() - 1, row(added.id(), add.draft()));
                }
                case RoleWrite.Change change -> {
                    rows.replaceAll(row -> isMeant(row, change) ? changed(row, change) : row);
                    attempt.write(call -> {
                        before.stream()
                                .filter(row -> isMeant(row, change))
                                .forEach(row -> noteSending(role, row, before, rows, attempt));
                        return business.xpm().updateRelationship(call, change.relationshipId(), change.change());
                    });
                }
            }
            current = current.withRelationships(rows);
            business.stores().mirror().show(business.id(), attempt.tenantId(), current);
        }
        return current;
    }

    private static boolean isMeant(ClientRelationship row, RoleWrite.Change change) {
        return change.relationshipId().equals(row.id());
    }

    /** If the answer is lost, XPM may show the role like this, and no more what it was seen to have. */
    private void noteSending(
            RoleWrite role,
            ClientRelationship row,
            List<ClientRelationship> before,
            List<ClientRelationship> after,
            Attempt attempt) {
        String shown = HeldRoles.formIn(before, row, business.today());
        String sent = HeldRoles.formIn(after, row, business.today());
        business.stores().intents().update(business.id(), attempt.entityId(), standing -> {
            Base base = standing.base().withRoles(null);
            return standing.withBase(sent == null ? base : base.sending(role.field(), sent, shown));
        });
    }

    /** As XPM would show it now; its answer to a relationship has another shape than a client's rows. */
    private static ClientRelationship row(@Nullable String id, RelationshipDraft draft) {
        Integer shares = draft.numberOfShares();
        return new ClientRelationship(
                id,
                draft.type().label(),
                new ClientReference(draft.relatedClientId(), null),
                shares == null ? null : Long.valueOf(shares),
                draft.percentage(),
                draft.startDate(),
                draft.endDate());
    }

    private static ClientRelationship changed(ClientRelationship row, RoleWrite.Change change) {
        Integer shares = change.change().numberOfShares();
        return new ClientRelationship(
                row.id(),
                row.type(),
                row.related(),
                shares == null ? row.numberOfShares() : Long.valueOf(shares),
                either(change.change().percentage(), row.percentage()),
                either(change.change().startDate(), row.startDate()),
                change.change().reopens() ? null : either(change.change().endDate(), row.endDate()));
    }

    private static <T> @Nullable T either(@Nullable T changed, @Nullable T standing) {
        return changed == null ? standing : changed;
    }

    /**
     * Roles whose holders are no clients yet, or whose link is contradicted: they follow once those are linked, or put
     * right. So does the end of a role that XPM was seen to have, of a holder who is to be put right.
     */
    Set<String> waiting(Intent intent, Peers peers) {
        Entity entity = Objects.requireNonNull(intent.entity());
        return entity.getRelationships().stream()
                .filter(role -> (isCurrent(role) || isToEnd(role, intent, peers))
                        && RoleTypes.inXpm(role.getType()).isPresent()
                        && !role.getEntityId().equals(entity.getEntityId())
                        && peers.clientOf(role.getEntityId()).isEmpty())
                .map(RoleUpdate::path)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isToEnd(Relationship role, Intent intent, Peers peers) {
        return peers.isHeldBack(role.getEntityId()) && intent.base().of(path(role)) != null;
    }

    private static String path(Relationship role) {
        return role.getType() + ":" + role.getEntityId();
    }

    static Optional<Reason> reason(Set<String> waiting) {
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(Outcomes.reason(
                        "relationships-wait",
                        "These relationships wait until their holders are in Practice Manager: "
                                + String.join(", ", waiting) + "."));
    }

    /** Shareholdings that XPM has no room for; all else is written by then. */
    Optional<Reason> unwritable(Entity entity, Set<String> left) {
        String tooMany = totals(entity).entrySet().stream()
                .filter(total -> total.getValue() > Integer.MAX_VALUE && left.contains(total.getKey()))
                .map(total -> total.getKey() + " (" + total.getValue() + ")")
                .sorted()
                .collect(Collectors.joining(", "));
        return tooMany.isEmpty()
                ? Optional.empty()
                : Optional.of(Outcomes.reason(
                        "shares-too-many",
                        "Practice Manager holds at most 2147483647 shares for a relationship; not written: " + tooMany
                                + "."));
    }

    private java.util.Map<String, Long> totals(Entity entity) {
        return entity.getRelationships().stream()
                .filter(role ->
                        role.getType() == RelationshipType.SHAREHOLDER && role.getShares() != null && isCurrent(role))
                .collect(Collectors.toMap(RoleUpdate::path, Relationship::getShares, Long::sum));
    }

    private boolean isCurrent(Relationship role) {
        return role.getEndDate() == null || LocalDate.parse(role.getEndDate()).isAfter(business.today());
    }
}
