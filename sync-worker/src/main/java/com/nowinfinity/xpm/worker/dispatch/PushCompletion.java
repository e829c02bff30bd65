package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.practice.ClientReference;
import com.nowinfinity.xpm.api.practice.GroupMembers;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.worker.documents.EntityDocument;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.intents.Intents;
import com.nowinfinity.xpm.worker.intents.Sending;
import com.nowinfinity.xpm.worker.limits.Slot;
import com.nowinfinity.xpm.worker.pushes.Push;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What comes after the clients of a push: group, then documents, which go at their own pace. */
final class PushCompletion {

    private final Business business;
    private final NewGroups groups;

    PushCompletion(Business business) {
        this.business = business;
        this.groups = new NewGroups(business);
    }

    /** Whether somebody who goes along is still on the way; one that is parked holds nobody up. */
    boolean isWaitingForOthers(Push push) {
        List<String> others = push.entityIds().subList(1, push.entityIds().size());
        // The last ones are on the way for longest, and one is enough to know of.
        return others.reversed().stream().anyMatch(entityId -> isOnTheWay(business, entityId, push.eventId()));
    }

    /** @return false while somebody is on the way again, whom a person has tried again: then all of it once more */
    boolean complete(Push push, PracticeClient main, Attempt attempt) {
        Set<String> clients;
        do {
            // Once more where somebody came in while the group was joined.
            clients = clientsOf(push, attempt).keySet();
            group(push, name -> Optional.of(groups.group(name, push, main, attempt)))
                    .ifPresent(groupId -> join(groupId, push, attempt));
            if (isWaitingForOthers(push)) {
                return false;
            }
        } while (!clientsOf(push, attempt).keySet().equals(clients));
        deliver(push, main, attempt);
        return true;
    }

    private void deliver(Push push, PracticeClient main, Attempt attempt) {
        for (String documentId : push.documentIds()) {
            EntityDocument.Wanted wanted = new EntityDocument.Wanted(push.eventId(), attempt.tenantId(), main.id());
            business.stores().documents().update(business.id(), documentId, before -> before.wantedBy(wanted));
            business.call().accept(new Work.OfDocument(documentId));
        }
        if (!push.documentIds().isEmpty()) {
            business.gate().checkOwner();
        }
    }

    /** For who goes along and comes once the main entity has been through: into the group that it is in. */
    void joinLate(Push push, Attempt attempt) {
        boolean isLate = business.stores()
                .intents()
                .find(business.id(), push.mainEntityId())
                .isSettled(push.eventId());
        if (isLate) {
            group(push, name -> groups.find(name, attempt)).ifPresent(groupId -> join(groupId, push, attempt));
        }
    }

    /** The id of the group that was asked for. */
    private static Optional<String> group(Push push, Function<String, Optional<String>> byName) {
        return switch (push.asked().getGroupMode()) {
            case EXISTING -> Optional.ofNullable(push.asked().getGroupId());
            case NEW ->
                Optional.ofNullable(push.asked().getGroupName())
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .flatMap(byName);
            case NONE, UNKNOWN -> Optional.empty();
        };
    }

    /**
     * Whether an entity's part in what was asked for is still to come. Then it is made ours: a former owner whose call
     * was under way could end it, and nobody here would hear of it.
     */
    static boolean isOnTheWay(Business business, String entityId, String eventId) {
        Intents intents = business.stores().intents();
        if (!isOnTheWay(intents.find(business.id(), entityId), eventId)) {
            return false;
        }
        intents.claim(business.id(), entityId);
        return isOnTheWay(intents.find(business.id(), entityId), eventId);
    }

    private static boolean isOnTheWay(Intent intent, String eventId) {
        return !(intent.sending() instanceof Sending.Parked)
                && intent.demands().stream().anyMatch(demand -> demand.eventId().equals(eventId));
    }

    /** Those of whom it is known who they are in XPM, with their entities. */
    private Map<String, String> clientsOf(Push push, Attempt attempt) {
        Map<String, String> clients = new LinkedHashMap<>();
        for (String entityId : push.entityIds()) {
            Intent intent = business.stores().intents().find(business.id(), entityId);
            if (!Contradiction.holds(intent)) {
                intent.clientIn(attempt.tenantId()).ifPresent(clientId -> clients.putIfAbsent(clientId, entityId));
            }
        }
        return clients;
    }

    private void join(String groupId, Push push, Attempt attempt) {
        Map<String, String> joining = clientsOf(push, attempt);
        Optional<GroupMembers> group =
                attempt.call(Slot.Purpose.READ, call -> business.xpm().getGroup(call, groupId));
        List<String> standing = group.map(GroupMembers::clients).orElse(List.of()).stream()
                .map(ClientReference::id)
                .toList();
        List<String> missing = joining.keySet().stream()
                .filter(clientId -> !standing.contains(clientId))
                .toList();
        if (!missing.isEmpty()) {
            attempt.writes(Set.of("group"));
            joining.forEach((clientId, entityId) -> {
                if (missing.contains(clientId)) {
                    business.stores().written().group(attempt.cause(entityId), groupId);
                }
            });
            attempt.call(Slot.Purpose.WRITE, call -> business.xpm().changeMembers(call, groupId, missing, List.of()));
        }
    }
}
