package com.nowinfinity.xpm.worker.pushes;

import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.GroupMode;
import com.nowinfinity.xpm.events.PlannedField;
import com.nowinfinity.xpm.events.PlannedPerson;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.worker.comparison.Comparison;
import com.nowinfinity.xpm.worker.comparison.EntityComparator;
import com.nowinfinity.xpm.worker.comparison.Peers;
import com.nowinfinity.xpm.worker.comparison.RoleTypes;
import com.nowinfinity.xpm.worker.documents.EntityDocument;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.labels.LabelSet;
import com.nowinfinity.xpm.worker.planning.Permission;
import com.nowinfinity.xpm.worker.planning.Writes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans a push from what we know, without a call: what it would create, write and cost. */
public final class PushPlanner {

    /** The search, then the create. */
    private static final int CALLS_TO_CREATE = 2;

    private static final int CALLS_TO_LOOK = 1;
    private static final int CALLS_TO_UPDATE = 1;
    /** Its members, then the change; a new one is looked for and made first. */
    private static final int CALLS_FOR_GROUP = 2;

    private static final int CALLS_FOR_NEW_GROUP = 4;

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
     * @param clientOf the client that an entity is, linked or certain, as the mirror shows it
     */
    public PushPlan plan(
            PushRequested asked,
            Intent main,
            Function<String, Intent> intents,
            Function<Intent, Optional<PracticeClient>> clientOf,
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
        List<PlannedField> fields = new ArrayList<>();
        int creates = 0;
        int updates = 0;
        for (String entityId : entityIds) {
            Intent intent = intents.apply(entityId);
            Optional<PracticeClient> client = clientOf.apply(intent);
            if (client.isPresent()) {
                List<PlannedField> written = fieldsOf(intent, client.get());
                fields.addAll(written);
                updates += written.isEmpty() ? 0 : 1;
            } else if (intent.newest().filter(labels::handles).isPresent()) {
                creates++;
            }
        }
        int relationships = asked.getRelationships() ? roles(entity, entityIds) : 0;
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

    private List<PlannedField> fieldsOf(Intent intent, PracticeClient client) {
        Entity entity = intent.newest().orElseThrow();
        Comparison comparison = EntityComparator.compare(entity, client, intent.base(), labels, Peers.NONE, today);
        Writes writes = Writes.of(
                comparison,
                new Permission(intent.base(), intent.acceptedOn(today), true),
                entity,
                client,
                Peers.NONE,
                today);
        Stream<PlannedField> label = comparison.shown() == null
                ? Stream.empty()
                : Optional.ofNullable(writes.labelling(entity, client, labels)
                                .patch()
                                .elements()
                                .get(ClientElement.BUSINESS_STRUCTURE))
                        .map(written -> planned(entity, client, Writes.KIND, written, null))
                        .stream();
        Stream<PlannedField> fields = comparison.differences().stream()
                .filter(difference -> writes.fields().contains(difference.field()))
                .map(difference -> planned(
                        entity,
                        client,
                        Objects.requireNonNull(difference.field()),
                        difference.ours(),
                        difference.theirs()));
        return Stream.concat(fields, label).toList();
    }

    private static PlannedField planned(
            Entity entity, PracticeClient client, String field, @Nullable String ours, @Nullable String theirs) {
        return PlannedField.newBuilder()
                .setEntityId(entity.getEntityId())
                .setClientId(client.id())
                .setField(field)
                .setNowInfinity(ours)
                .setXpm(theirs)
                .build();
    }

    private static int roles(Entity entity, List<String> entityIds) {
        return (int) entity.getRelationships().stream()
                .filter(role -> role.getEndDate() == null
                        && entityIds.contains(role.getEntityId())
                        && RoleTypes.inXpm(role.getType()).isPresent())
                .map(role -> role.getType() + ":" + role.getEntityId())
                .distinct()
                .count();
    }
}
