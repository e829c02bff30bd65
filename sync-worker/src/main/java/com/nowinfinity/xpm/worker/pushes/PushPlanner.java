package com.nowinfinity.xpm.worker.pushes;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.GroupMode;
import com.nowinfinity.xpm.events.PlannedField;
import com.nowinfinity.xpm.events.PlannedPerson;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.worker.comparison.Peers;
import com.nowinfinity.xpm.worker.documents.EntityDocument;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.labels.LabelSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Plans a push from what we know, without a call: what it would create, write and cost. */
public final class PushPlanner {

    /** The search, then the create. */
    private static final int CALLS_TO_CREATE = 2;

    private static final int CALLS_TO_LOOK = 1;
    private static final int CALLS_TO_UPDATE = 1;
    /** Its members, then the change; a new one is looked for and made first. */
    private static final int CALLS_FOR_GROUP = 2;

    private static final int CALLS_FOR_NEW_GROUP = 4;

    /** Who is to be created has no id yet. */
    private static final String NEW = "new:";

    private final LabelSet labels;
    private final String tenantId;
    private final int callsPerMinute;
    private final LocalDate today;

    public PushPlanner(LabelSet labels, String tenantId, int callsPerMinute, LocalDate today) {
        this.labels = labels;
        this.tenantId = tenantId;
        this.callsPerMinute = callsPerMinute;
        this.today = today;
    }

    /**
     * @param main the pushed entity's intent, whose entity is known
     * @param intents the intent of an entity
     * @param counterpartOf what an entity that goes along is in XPM, as the mirror shows it
     * @param known who is who now
     */
    public PushPlan plan(
            PushRequested asked,
            Intent main,
            Function<String, Intent> intents,
            Function<Intent, Counterpart> counterpartOf,
            Peers known,
            List<EntityDocument> documentsOfMain) {
        Entity entity = main.newest().orElseThrow();
        List<PlannedPerson> people = new ArrayList<>();
        people.add(PushScopes.person(entity, true));
        people.addAll(PushScopes.around(
                asked,
                entity,
                id -> intents.apply(id).newest().orElse(null),
                id -> intents.apply(id).clientIn(tenantId).isPresent()));
        List<String> entityIds = people.stream()
                .filter(PlannedPerson::getTicked)
                .map(PlannedPerson::getEntityId)
                .toList();
        List<EntityDocument> documents = asked.getDocuments()
                ? documentsOfMain.stream()
                        .filter(document -> document.waitsFor(tenantId))
                        .toList()
                : List.of();
        Map<String, PracticeClient> standing = new HashMap<>();
        Map<String, String> clients = new HashMap<>();
        int creates = 0;
        for (String entityId : entityIds) {
            Intent intent = intents.apply(entityId);
            switch (counterpartOf.apply(intent)) {
                case Counterpart.Known client -> {
                    standing.put(entityId, client.client());
                    clients.put(entityId, client.client().id());
                }
                case Counterpart.Missing missing -> {
                    if (intent.newest().filter(labels::handles).isPresent()) {
                        creates++;
                        clients.put(entityId, NEW + entityId);
                    }
                }
                case Counterpart.Unclear unclear -> {
                    if (unclear.clientId() != null) {
                        clients.put(entityId, unclear.clientId());
                    }
                }
            }
        }
        Peers peers = new PlannedPeers(clients, Set.copyOf(entityIds), intents, tenantId, known);
        PlannedWrites.Planner writes = new PlannedWrites.Planner(labels, peers, today);
        List<PlannedField> fields = new ArrayList<>();
        int updates = 0;
        int relationships = 0;
        for (String entityId : entityIds) {
            boolean withRoles = asked.getRelationships() && entityId.equals(main.entityId());
            PracticeClient client = standing.get(entityId);
            if (client != null) {
                PlannedWrites written = writes.to(client, intents.apply(entityId), withRoles);
                fields.addAll(written.fields());
                updates += written.update() ? 1 : 0;
                relationships += written.roles();
            } else if (withRoles && (NEW + entityId).equals(clients.get(entityId))) {
                relationships += writes.toNew(NEW + entityId, main).roles();
            }
        }
        int calls = creates * CALLS_TO_CREATE
                + (entityIds.size() - creates) * CALLS_TO_LOOK
                + updates * CALLS_TO_UPDATE
                + relationships
                + documents.size()
                + forGroup(asked.getGroupMode());
        long bytes = documents.stream()
                .mapToLong(document -> document.told().getSize())
                .sum();
        return new PushPlan(
                entityIds,
                documents.stream().map(EntityDocument::documentId).toList(),
                people,
                fields,
                creates,
                updates,
                relationships,
                calls,
                Math.ceilDiv(calls, callsPerMinute),
                bytes);
    }

    private static int forGroup(GroupMode mode) {
        return switch (mode) {
            case EXISTING -> CALLS_FOR_GROUP;
            case NEW -> CALLS_FOR_NEW_GROUP;
            case NONE, UNKNOWN -> 0;
        };
    }
}
