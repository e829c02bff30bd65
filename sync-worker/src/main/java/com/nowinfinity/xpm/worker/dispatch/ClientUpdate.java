package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.worker.actions.Decision;
import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.comparison.Comparison;
import com.nowinfinity.xpm.worker.comparison.EntityComparator;
import com.nowinfinity.xpm.worker.comparison.HeldRoles;
import com.nowinfinity.xpm.worker.comparison.Peers;
import com.nowinfinity.xpm.worker.dispatch.DemandWork.ClientState;
import com.nowinfinity.xpm.worker.intents.Demand;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.labels.LabelSet;
import com.nowinfinity.xpm.worker.limits.Slot;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import com.nowinfinity.xpm.worker.planning.Permission;
import com.nowinfinity.xpm.worker.planning.Writes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares a linked entity with what XPM shows now, and writes what may be written. */
final class ClientUpdate {

    private final Business business;
    private final FirstUpdate first;
    private final TaxFileNumberWrite taxFileNumbers;
    private final RoleUpdate roles;

    ClientUpdate(Business business, FirstUpdate first) {
        this.business = business;
        this.first = first;
        this.taxFileNumbers = new TaxFileNumberWrite(business, first);
        this.roles = new RoleUpdate(business);
    }

    /** Why nothing may be written over the present connection. */
    Optional<Reason> stopped() {
        return first.failure();
    }

    /** Whether XPM was seen to have the roles as they are now, and none of them was written since. */
    boolean hasOurRoles(Intent intent, String tenantId) {
        Entity entity = intent.entity();
        String seen = intent.base().roles();
        if (entity == null || !intent.awaited().isEmpty()) {
            return false;
        }
        return entity.getRelationships().isEmpty()
                || (seen != null && seen.equals(rolesOf(entity, new LinkedPeers(business, tenantId))));
    }

    private String rolesOf(Entity entity, Peers peers) {
        return HeldRoles.form(entity, peers, business.today());
    }

    ClientState bringInStep(Intent intent, String clientId, Attempt attempt, boolean withRoles) {
        if (mayShareALook(intent, attempt)) {
            Optional<PracticeClient> listed = business.look().client(attempt, clientId);
            try {
                if (listed.isPresent()) {
                    return bringInStep(listed, intent, attempt, withRoles);
                }
            } catch (XpmException.Rejected e) {
                // It may have gone since; looked at by itself, XPM says what is the matter.
            }
        }
        Optional<PracticeClient> found =
                attempt.call(Slot.Purpose.READ, call -> business.xpm().getClient(call, clientId));
        return bringInStep(found, intent, attempt, withRoles);
    }

    /**
     * Not for what a person waits for, not for relationships, whose changes lists may not show, and not while an answer
     * of ours is missing.
     */
    private boolean mayShareALook(Intent intent, Attempt attempt) {
        return attempt.demand().kind() == Demand.Kind.FOLLOW
                && Objects.requireNonNull(intent.entity()).getRelationships().isEmpty()
                && intent.base().sent().isEmpty()
                && !first.isDue();
    }

    private ClientState bringInStep(Optional<PracticeClient> found, Intent intent, Attempt attempt, boolean withRoles) {
        if (found.isEmpty() || found.get().deleted()) {
            return stuck("client-gone", "The linked client is no longer in Practice Manager; link it anew.");
        }
        if (found.get().archived()) {
            return stuck("archived-in-xpm", "The client is archived; restore it in Practice Manager, then retry.");
        }
        Optional<String> leading =
                business.leading(attempt.tenantId(), found.get().id());
        if (leading.isPresent() && leading.get().compareTo(intent.entityId()) < 0) {
            // Several records of one person or firm: what they say must not overwrite each other in turns.
            show(attempt, found.get());
            return new ClientState.InStep(
                    found.get(),
                    List.of(Outcomes.reason(
                            "not-leading",
                            "Another record of the same client leads what is written: " + leading.get() + ".")));
        }
        Optional<Reason> contradiction = Contradiction.of(business, intent, found.get(), attempt.tenantId());
        if (contradiction.isPresent()) {
            show(attempt, found.get());
            return new ClientState.Stuck(new Ending.Parked(contradiction.get()));
        }
        return writeTo(found.get(), intent, attempt, withRoles);
    }

    /** Writes what a person decided on, whoever moved it; refused when a value is not what the person saw. */
    ClientState resolve(Intent intent, String clientId, Attempt attempt, Decision decision) {
        Optional<PracticeClient> found =
                attempt.call(Slot.Purpose.READ, call -> business.xpm().getClient(call, clientId));
        if (found.isEmpty() || found.get().deleted() || found.get().archived()) {
            return failed("client-gone", "The linked client is archived or no longer in Practice Manager.");
        }
        PracticeClient shown = found.get();
        Optional<Reason> contradiction = Contradiction.of(business, intent, shown, attempt.tenantId());
        if (contradiction.isPresent()) {
            show(attempt, shown);
            return failed(contradiction.get());
        }
        Entity entity = Objects.requireNonNull(intent.entity());
        LabelSet labels = business.connection().labels();
        Peers peers = new LinkedPeers(business, attempt.tenantId());
        Comparison before = EntityComparator.compare(entity, shown, intent.base(), labels, peers, business.today());
        if (Moved.anyOf(decision, before.differences())) {
            show(attempt, shown);
            return failed(Moved.CODE, Moved.TEXT);
        }
        Set<String> fields = decision.fields();
        Writes writes = Writes.of(before, Permission.decided(fields), entity, shown, peers, business.today());
        boolean differs = decision.isOfWhole()
                ? !"created".equals(Objects.requireNonNull(intent.link()).evidence())
                : before.differences().stream().anyMatch(difference -> fields.contains(difference.field()));
        if (differs && writes.isEmpty()) {
            show(attempt, shown);
            return failed("not-writable", "Practice Manager takes no such write; change it there by hand.");
        }
        if (decision.isOfWhole() && !differs) {
            attempt.created();
        }
        PracticeClient client = writeFields(shown, writes, intent, attempt);
        client = roles.write(client, writes.roles(), attempt);
        agree(intent, entity, shown, client, writes, peers, intent.awaited(), false);
        return new ClientState.InStep(client, List.of());
    }

    /** As {@link #bringInStep}, for a client that XPM has just shown. */
    ClientState writeTo(PracticeClient shown, Intent intent, Attempt attempt, boolean withRoles) {
        Entity entity = Objects.requireNonNull(intent.entity());
        LabelSet labels = business.connection().labels();
        Peers peers = new LinkedPeers(business, attempt.tenantId());
        Permission permission = permission(intent, attempt);
        boolean rolesAlone = isOfRoles(attempt);
        Comparison before = EntityComparator.compare(entity, shown, intent.base(), labels, peers, business.today());
        Writes allowed = Writes.of(before, permission, entity, shown, peers, business.today());
        Writes writes = isPush(attempt) && before.shown() != null ? allowed.labelling(entity, shown, labels) : allowed;
        PracticeClient client = writeFields(shown, writes, intent, attempt);
        List<Reason> notes = new ArrayList<>();
        if (!rolesAlone && !writes.left().isEmpty()) {
            notes.add(Outcomes.reason(
                    "left-as-discrepancy", "Some fields differ for reasons that a person has to decide on."));
        }
        if (withRoles) {
            client = roles.write(client, writes.roles(), attempt);
        }
        Set<String> waiting = withRoles ? roles.waiting(intent, peers) : intent.awaited();
        if (!rolesAlone) {
            taxFileNumbers.write(client, entity, attempt).ifPresent(notes::add);
        }
        Intent agreed = agree(intent, entity, shown, client, writes, peers, waiting, withRoles);
        if (withRoles
                && !roles.waiting(intent, new LinkedPeers(business, attempt.tenantId()))
                        .equals(waiting)) {
            // A holder has come in between, and did not see yet that somebody waits.
            return writeTo(client, agreed, attempt, true);
        }
        if (withRoles) {
            RoleUpdate.reason(waiting).ifPresent(notes::add);
        }
        Optional<Reason> unwritable = withRoles ? roles.unwritable(entity, writes.left()) : Optional.empty();
        return unwritable.isPresent()
                ? new ClientState.Stuck(new Ending.Parked(unwritable.get()))
                : new ClientState.InStep(client, notes);
    }

    private static boolean isPush(Attempt attempt) {
        return switch (attempt.demand().kind()) {
            case PUSH, PUSH_ALONG -> true;
            case FOLLOW, RESOLVE, ROLES, FOLLOW_ROLES -> false;
        };
    }

    private static boolean isOfRoles(Attempt attempt) {
        return switch (attempt.demand().kind()) {
            case ROLES, FOLLOW_ROLES -> true;
            case FOLLOW, PUSH, PUSH_ALONG, RESOLVE -> false;
        };
    }

    private Permission permission(Intent intent, Attempt attempt) {
        boolean asked = attempt.demand().isAsked();
        Permission permission = new Permission(intent.base(), intent.acceptedOn(business.today()), asked);
        return isOfRoles(attempt) ? permission.only(intent.awaited()) : permission;
    }

    private PracticeClient writeFields(PracticeClient shown, Writes writes, Intent intent, Attempt attempt) {
        if (writes.patch().isEmpty()) {
            show(attempt, shown);
            return shown;
        }
        attempt.writes(writes.fields());
        PracticeClient updated = first.make(
                shown,
                writes.patch(),
                () -> attempt.call(Slot.Purpose.READ, call -> business.xpm().getClient(call, shown.id())),
                patch -> attempt.write(call -> {
                    // Once it has its slot: of what got none, nothing is unclear.
                    noteSending(shown, writes, intent, attempt);
                    return business.xpm().updateClient(call, shown.id(), patch);
                }));
        show(attempt, updated);
        return updated;
    }

    private void noteSending(PracticeClient shown, Writes writes, Intent intent, Attempt attempt) {
        Entity entity = Objects.requireNonNull(intent.entity());
        business.stores()
                .intents()
                .update(
                        business.id(),
                        intent.entityId(),
                        before -> before.withBase(writes.sending(before.base(), entity, shown)));
        business.stores().written().fields(attempt.cause(), shown, writes.fields());
    }

    private void show(Attempt attempt, PracticeClient client) {
        business.stores().mirror().show(business.id(), attempt.tenantId(), client);
    }

    /** What was written is noted with what stood there before, to know it again when something puts it back. */
    private Intent agree(
            Intent intent,
            Entity entity,
            PracticeClient shown,
            PracticeClient client,
            Writes writes,
            Peers peers,
            Set<String> awaited,
            boolean withRoles) {
        LabelSet labels = business.connection().labels();
        Comparison after = EntityComparator.compare(entity, client, intent.base(), labels, peers, business.today());
        Instant now = business.now();
        String held = awaited.isEmpty() && after.hasOurRoles() ? rolesOf(entity, peers) : null;
        Set<String> heldBack = awaited.stream()
                .filter(role -> peers.isHeldBack(Waiters.holderOf(role)))
                .collect(Collectors.toSet());
        Intent agreed = business.stores().intents().update(business.id(), intent.entityId(), before -> {
            Base base = after.rebase(writes.noted(before.base(), shown), now, heldBack);
            return before.withBase(withRoles ? base.withRoles(held) : base).withAwaited(awaited);
        });
        business.waiters().note(intent.entityId(), awaited);
        return agreed;
    }

    private static ClientState failed(String code, String text) {
        return failed(Outcomes.reason(code, text));
    }

    private static ClientState failed(Reason reason) {
        return new ClientState.Stuck(new Ending.Settled(Outcome.FAILED, reason));
    }

    private static ClientState stuck(String code, String text) {
        return new ClientState.Stuck(new Ending.Parked(Outcomes.reason(code, text)));
    }
}
