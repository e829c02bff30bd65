package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.practice.ClientReference;
import com.nowinfinity.xpm.api.practice.ClientRelationship;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.api.practice.RelationshipDraft;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.worker.comparison.Comparison;
import com.nowinfinity.xpm.worker.comparison.EntityComparator;
import com.nowinfinity.xpm.worker.comparison.Peers;
import com.nowinfinity.xpm.worker.dispatch.DemandWork.ClientState;
import com.nowinfinity.xpm.worker.intents.Demand;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.labels.LabelSet;
import com.nowinfinity.xpm.worker.limits.Slot;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import com.nowinfinity.xpm.worker.planning.Permission;
import com.nowinfinity.xpm.worker.planning.RoleWrite;
import com.nowinfinity.xpm.worker.planning.Writes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares a linked entity with what XPM shows now, and writes what may be written. */
final class ClientUpdate {

    private final Business business;

    ClientUpdate(Business business) {
        this.business = business;
    }

    ClientState bringInStep(Intent intent, String clientId, Attempt attempt, boolean withRoles) {
        Optional<PracticeClient> found =
                attempt.call(Slot.Purpose.READ, call -> business.xpm().getClient(call, clientId));
        if (found.isEmpty() || found.get().deleted()) {
            return stuck("client-gone", "The linked client is no longer in Practice Manager; link it anew.");
        }
        if (found.get().archived()) {
            return stuck("archived-in-xpm", "The client is archived; restore it in Practice Manager, then retry.");
        }
        return writeTo(found.get(), intent, attempt, withRoles);
    }

    /** As {@link #bringInStep}, for a client that XPM has just shown. */
    ClientState writeTo(PracticeClient shown, Intent intent, Attempt attempt, boolean withRoles) {
        Entity entity = Objects.requireNonNull(intent.entity());
        LabelSet labels = business.connection().labels();
        Peers peers = new LinkedPeers(business, attempt.tenantId());
        Permission permission = new Permission(
                intent.base(), intent.accepted(), attempt.demand().kind() != Demand.Kind.FOLLOW);
        Comparison before = EntityComparator.compare(entity, shown, intent.base(), labels, peers, business.today());
        Writes writes = Writes.of(before, permission, entity, shown, peers, business.today());
        PracticeClient client = writeFields(shown, writes, attempt);
        if (withRoles) {
            client = writeRoles(client, writes.roles(), attempt);
        }
        agree(intent, entity, shown, client, writes, peers);
        return new ClientState.InStep(client, !writes.left().isEmpty());
    }

    private PracticeClient writeFields(PracticeClient shown, Writes writes, Attempt attempt) {
        if (writes.patch().isEmpty()) {
            show(attempt, shown);
            return shown;
        }
        attempt.writes(writes.fields());
        PracticeClient updated =
                attempt.call(Slot.Purpose.WRITE, call -> business.xpm().updateClient(call, shown.id(), writes.patch()));
        show(attempt, updated);
        return updated;
    }

    private PracticeClient writeRoles(PracticeClient client, List<RoleWrite> roles, Attempt attempt) {
        PracticeClient current = client;
        for (RoleWrite role : roles) {
            attempt.writes(Set.of(role.field()));
            List<ClientRelationship> rows = new ArrayList<>(current.relationships());
            switch (role) {
                case RoleWrite.Add add -> {
                    ClientRelationship added = attempt.call(
                            Slot.Purpose.WRITE, call -> business.xpm().addRelationship(call, add.draft()));
                    rows.add(row(added.id(), add.draft()));
                }
                case RoleWrite.Change change -> {
                    attempt.call(
                            Slot.Purpose.WRITE,
                            call -> business.xpm().updateRelationship(call, change.relationshipId(), change.change()));
                    rows.replaceAll(row -> change.relationshipId().equals(row.id()) ? changed(row, change) : row);
                }
            }
            current = withRelationships(current, rows);
            show(attempt, current);
        }
        return current;
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

    private static PracticeClient withRelationships(PracticeClient client, List<ClientRelationship> rows) {
        return new PracticeClient(
                client.id(),
                client.name(),
                client.person(),
                client.contact(),
                client.physicalAddress(),
                client.postalAddress(),
                client.registration(),
                client.practice(),
                client.prospect(),
                client.archived(),
                client.deleted(),
                client.contacts(),
                client.groups(),
                rows);
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
                either(change.change().endDate(), row.endDate()));
    }

    private static <T> @Nullable T either(@Nullable T changed, @Nullable T standing) {
        return changed == null ? standing : changed;
    }

    private void show(Attempt attempt, PracticeClient client) {
        business.stores().mirror().show(business.id(), attempt.tenantId(), client);
    }

    /** What was written is noted with what stood there before, to know it again when something puts it back. */
    private void agree(
            Intent intent, Entity entity, PracticeClient shown, PracticeClient client, Writes writes, Peers peers) {
        LabelSet labels = business.connection().labels();
        Comparison after = EntityComparator.compare(entity, client, intent.base(), labels, peers, business.today());
        Instant now = business.now();
        business.stores()
                .intents()
                .update(
                        business.id(),
                        intent.entityId(),
                        before -> before.withBase(after.rebase(writes.noted(before.base(), shown), now)));
    }

    private static ClientState stuck(String code, String text) {
        return new ClientState.Stuck(new Ending.Parked(Outcomes.reason(code, text)));
    }
}
