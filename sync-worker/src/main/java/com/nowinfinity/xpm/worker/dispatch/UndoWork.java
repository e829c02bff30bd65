package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.ClientReference;
import com.nowinfinity.xpm.api.practice.ClientRelationship;
import com.nowinfinity.xpm.api.practice.GroupMembers;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.api.practice.RelationshipChange;
import com.nowinfinity.xpm.api.practice.RelationshipTypes;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.worker.actions.Decision;
import com.nowinfinity.xpm.worker.comparison.ComparedField;
import com.nowinfinity.xpm.worker.comparison.RoleTypes;
import com.nowinfinity.xpm.worker.dispatch.ActionOutcomes.Step;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.limits.Slot;
import com.nowinfinity.xpm.worker.outcome.CallsMade;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import com.nowinfinity.xpm.worker.planning.ElementValues;
import com.nowinfinity.xpm.worker.written.LastWrite;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what we wrote last for an entity: fields get what stood there before, and memberships that we added end.
 * What somebody has changed since stays. Creates and documents stay for good, and it says so.
 */
final class UndoWork {

    private final Business business;
    private final ActionOutcomes outcomes;
    private final FirstUpdate first;

    UndoWork(Business business, ActionOutcomes outcomes, FirstUpdate first) {
        this.business = business;
        this.outcomes = outcomes;
        this.first = first;
    }

    void undo(Decision decision) {
        String entityId = decision.entityId();
        Optional<String> tenantId = business.connection().connectedTo();
        if (tenantId.isEmpty()) {
            outcomes.fail(decision, Reasons.NOT_CONNECTED);
            return;
        }
        if (entityId == null || decision.documentId() != null) {
            outcomes.fail(decision, "not-undoable", "Documents can be neither replaced nor deleted.");
            return;
        }
        if (outcomes.isSettled(decision)) {
            return;
        }
        Intent intent = business.stores().intents().find(business.id(), entityId);
        Optional<LastWrite> last = business.stores()
                .written()
                .last(business.id(), entityId)
                .filter(written -> written.tenantId().equals(tenantId.get()));
        Optional<String> clientId = intent.clientIn(tenantId.get());
        if (last.isEmpty() || clientId.isEmpty() || isOfAnother(last.get(), clientId.get())) {
            outcomes.fail(decision, "nothing-to-undo", "Nothing is known that we wrote for it.");
            return;
        }
        Optional<Reason> stopped = first.failure();
        if (stopped.isPresent()) {
            outcomes.fail(decision, stopped.get());
            return;
        }
        CallLog calls = new CallLog(business, CallsMade.NONE);
        try {
            takeBack(decision, intent, last.get(), clientId.get(), calls);
        } catch (FirstUpdate.Stopped e) {
            outcomes.tell(decision, Outcome.FAILED, e.reason(), calls.made());
        } catch (XpmException.Rejected e) {
            outcomes.declined(decision, e, calls.made());
        } catch (XpmException.OutcomeUnknown e) {
            // Looked at again: what is back already is no difference any more.
            throw new Hold.Until(
                    business.settled(),
                    Outcomes.reason("outcome-unknown", "Practice Manager did not say whether it was done."));
        }
    }

    /** It was linked to another client when we wrote. */
    private static boolean isOfAnother(LastWrite last, String clientId) {
        return last.before() != null && !last.before().id().equals(clientId);
    }

    private void takeBack(Decision decision, Intent intent, LastWrite last, String clientId, CallLog calls) {
        Set<String> undone = new TreeSet<>();
        Set<String> kept = new TreeSet<>();
        PracticeClient before = last.before();
        Entity entity = intent.entity();
        if (before != null && entity != null) {
            Optional<PracticeClient> now = calls.call(
                    errand(Slot.Purpose.READ, decision, last),
                    call -> business.xpm().getClient(call, clientId));
            if (now.isEmpty()) {
                outcomes.fail(decision, "client-gone", "The client is no longer in Practice Manager.", calls.made());
                return;
            }
            Optional<Reason> contradiction = Contradiction.of(business, intent, now.get(), last.tenantId());
            if (contradiction.isPresent()) {
                outcomes.tell(decision, Outcome.FAILED, contradiction.get(), calls.made());
                return;
            }
            ClientPatch patch = ClientPatch.NONE;
            for (String path : asked(decision, last.fields())) {
                Optional<ComparedField> field = ComparedField.at(path);
                Optional<String> reopened =
                        field.isPresent() ? Optional.empty() : ended(path, before, now.get(), last.tenantId());
                if (reopened.isPresent()) {
                    business.stores()
                            .intents()
                            .update(
                                    business.id(),
                                    intent.entityId(),
                                    standing ->
                                            standing.withBase(standing.base().withRoles(null)));
                    calls.call(
                            errand(Slot.Purpose.WRITE, decision, last),
                            call -> business.xpm()
                                    .updateRelationship(call, reopened.get(), RelationshipChange.reopening()));
                    undone.add(path);
                } else if (field.isEmpty() || isChangedSince(field.get(), intent, before, now.get())) {
                    kept.add(path);
                } else {
                    patch = restored(field.get(), entity, before, now.get(), patch, kept);
                    undone.add(path);
                }
            }
            undone.removeAll(kept);
            if (!patch.isEmpty()) {
                PracticeClient shown = first.make(
                        now.get(),
                        patch,
                        () -> calls.call(
                                errand(Slot.Purpose.READ, decision, last),
                                call -> business.xpm().getClient(call, clientId)),
                        back -> calls.call(
                                errand(Slot.Purpose.WRITE, decision, last),
                                call -> business.xpm().updateClient(call, clientId, back)));
                business.stores().mirror().show(business.id(), last.tenantId(), shown);
            }
        }
        if (decision.isOfWhole() || decision.fields().contains("group")) {
            for (String groupId : last.groups()) {
                leave(groupId, clientId, decision, last, calls);
                undone.add("group");
            }
        }
        outcomes.settle(
                decision,
                standing -> new Step(
                        standing,
                        undone.isEmpty() ? Outcome.FAILED : Outcome.UPDATED,
                        reason(last, kept, undone),
                        undone,
                        calls.made()));
        if (decision.isOfWhole() && !undone.isEmpty()) {
            business.stores().written().forget(business.id(), intent.entityId());
        }
    }

    /** The relationship of a role that was held before us and is over now. */
    private Optional<String> ended(String path, PracticeClient before, PracticeClient now, String tenantId) {
        int colon = path.indexOf(':');
        if (colon < 0 || !business.settings().pushing().emptyClears()) {
            return Optional.empty();
        }
        String related = new LinkedPeers(business, tenantId)
                .clientOf(path.substring(colon + 1))
                .orElse("");
        return before.relationships().stream()
                .filter(row -> row.endDate() == null
                        && row.related() != null
                        && row.related().id().equals(related)
                        && isOfType(row, path.substring(0, colon)))
                .map(ClientRelationship::id)
                .filter(id -> now.relationships().stream()
                        .anyMatch(row -> row.endDate() != null && Objects.equals(row.id(), id)))
                .findFirst();
    }

    private static boolean isOfType(ClientRelationship row, String type) {
        return RelationshipTypes.read(row.type())
                .filter(reading -> !reading.mirror())
                .flatMap(reading -> RoleTypes.fromXpm(reading.type()))
                .filter(ours -> ours.name().equals(type))
                .isPresent();
    }

    private static Set<String> asked(Decision decision, Set<String> written) {
        Set<String> asked = new TreeSet<>(written);
        if (!decision.isOfWhole()) {
            asked.retainAll(decision.fields());
        }
        return asked;
    }

    /**
     * Neither ours nor what was there before: somebody else's. Ours is what we sent, whatever the portal says by now;
     * that is agreed, or still to be seen.
     */
    private static boolean isChangedSince(
            ComparedField field, Intent intent, PracticeClient before, PracticeClient now) {
        String standing = field.theirs(now).form();
        boolean ours = standing != null && standing.equals(intent.base().of(field.path(), standing));
        return !ours && !Objects.equals(standing, field.theirs(before).form());
    }

    private ClientPatch restored(
            ComparedField field,
            Entity entity,
            PracticeClient before,
            PracticeClient now,
            ClientPatch patch,
            Set<String> kept) {
        ClientPatch touched = field.replace(field.replace(ClientPatch.NONE, entity, before), entity, now);
        ClientPatch restored = patch;
        for (ClientElement element : touched.elements().keySet()) {
            String value = ElementValues.of(before, element);
            if (value != null && !value.isBlank()) {
                restored = restored.set(element, value);
            } else if (business.settings().pushing().emptyClears() && element != ClientElement.NAME) {
                restored = restored.clear(element);
            } else {
                kept.add(field.path());
            }
        }
        return restored;
    }

    private void leave(String groupId, String clientId, Decision decision, LastWrite last, CallLog calls) {
        Optional<GroupMembers> group = calls.call(
                errand(Slot.Purpose.READ, decision, last),
                call -> business.xpm().getGroup(call, groupId));
        boolean member = group.stream()
                .flatMap(members -> members.clients().stream())
                .map(ClientReference::id)
                .anyMatch(clientId::equals);
        if (member) {
            calls.call(
                    errand(Slot.Purpose.WRITE, decision, last),
                    call -> business.xpm().changeMembers(call, groupId, List.of(), List.of(clientId)));
        }
    }

    private static @Nullable Reason reason(LastWrite last, Set<String> kept, Set<String> undone) {
        StringBuilder text = new StringBuilder();
        if (last.created()) {
            text.append("The client was created by us, which nothing takes back: archive it in Practice Manager. ");
        }
        if (!kept.isEmpty()) {
            text.append("Not taken back: ").append(String.join(", ", kept)).append(".");
        }
        if (text.isEmpty() && undone.isEmpty()) {
            text.append("Nothing of it can be taken back.");
        }
        return text.isEmpty()
                ? null
                : Outcomes.reason(
                        undone.isEmpty() ? "not-undoable" : "partly-undone",
                        text.toString().strip());
    }

    private static Gate.Errand errand(Slot.Purpose purpose, Decision decision, LastWrite last) {
        return new Gate.Errand(purpose, decision.id(), last.tenantId(), true);
    }
}
