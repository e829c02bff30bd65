package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ActionRequested;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.PlannedField;
import com.nowinfinity.xpm.events.PlannedPerson;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.WorkPlanned;
import com.nowinfinity.xpm.worker.actions.Decision;
import com.nowinfinity.xpm.worker.comparison.Comparison;
import com.nowinfinity.xpm.worker.comparison.EntityComparator;
import com.nowinfinity.xpm.worker.comparison.Peers;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.planning.Permission;
import com.nowinfinity.xpm.worker.planning.Writes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What an action would do, from what is known, without a call. */
final class ActionPlan {

    private static final int CALLS_TO_CREATE = 2;

    private final Business business;

    ActionPlan(Business business) {
        this.business = business;
    }

    WorkPlanned of(ActionRequested asked) {
        Draft draft = new Draft();
        Optional<String> tenantId = business.connection().connectedTo();
        Reason reason = tenantId.isEmpty() ? Reasons.NOT_CONNECTED : null;
        if (tenantId.isPresent() && asked.getAction() == Action.RESOLVE_PUSH) {
            Decision.of(asked).forEach(decision -> add(decision, tenantId.get(), draft));
        } else if (tenantId.isPresent() && asked.getAction() == Action.CHECK_AGAIN) {
            draft.calls = Decision.of(asked).size();
        }
        return WorkPlanned.newBuilder()
                .setEventId(UUID.nameUUIDFromBytes(("plan/" + asked.getEventId()).getBytes(StandardCharsets.UTF_8))
                        .toString())
                .setBusinessId(business.id())
                .setOccurredAt(business.now())
                .setForId(asked.getEventId())
                .setCreates(draft.people.size())
                .setUpdates(draft.updates)
                .setRelationships(draft.relationships)
                .setCalls(draft.calls)
                .setMinutes(Math.ceilDiv(draft.calls, business.callsPerMinute()))
                .setPeople(draft.people)
                .setFields(draft.fields)
                .setEntityIds(draft.entityIds)
                .setReason(reason)
                .build();
    }

    private static final class Draft {
        private final List<String> entityIds = new ArrayList<>();
        private final List<PlannedPerson> people = new ArrayList<>();
        private final List<PlannedField> fields = new ArrayList<>();
        private int updates;
        private int relationships;
        private int calls;
    }

    private void add(Decision decision, String tenantId, Draft draft) {
        String entityId = decision.entityId();
        if (entityId == null) {
            return;
        }
        Intent intent = business.stores().intents().find(business.id(), entityId);
        Entity entity = intent.newest().orElse(null);
        if (entity == null) {
            return;
        }
        draft.entityIds.add(entityId);
        Optional<PracticeClient> client = intent.clientIn(tenantId)
                .flatMap(clientId -> business.stores().mirror().find(business.id(), tenantId, clientId));
        if (client.isPresent()) {
            addWrites(decision, intent, entity, client.get(), tenantId, draft);
        } else if (decision.isOfWhole()) {
            draft.people.add(PlannedPerson.newBuilder()
                    .setEntityId(entityId)
                    .setName(entity.getName())
                    .setTicked(true)
                    .build());
            draft.calls += CALLS_TO_CREATE;
        }
    }

    private void addWrites(
            Decision decision, Intent intent, Entity entity, PracticeClient client, String tenantId, Draft draft) {
        Peers peers = new LinkedPeers(business, tenantId);
        Comparison comparison = EntityComparator.compare(
                entity, client, intent.base(), business.connection().labels(), peers, business.today());
        Writes writes =
                Writes.of(comparison, Permission.decided(decision.fields()), entity, client, peers, business.today());
        comparison.differences().stream()
                .filter(difference -> writes.fields().contains(difference.field())
                        || writes.roles().stream().anyMatch(role -> role.field().equals(difference.field())))
                .map(difference -> PlannedField.newBuilder()
                        .setEntityId(entity.getEntityId())
                        .setClientId(client.id())
                        .setField(Objects.requireNonNull(difference.field()))
                        .setNowInfinity(difference.ours())
                        .setXpm(difference.theirs())
                        .build())
                .forEach(draft.fields::add);
        draft.updates += writes.patch().isEmpty() ? 0 : 1;
        draft.relationships += writes.roles().size();
        draft.calls += 1 + (writes.patch().isEmpty() ? 0 : 1) + writes.roles().size();
    }
}
