package com.nowinfinity.xpm.worker.pushes;

import com.nowinfinity.xpm.events.PlannedField;
import com.nowinfinity.xpm.events.PlannedPerson;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.SeenValues;
import com.nowinfinity.xpm.events.WorkPlanned;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a push would do.
 *
 * @param entityIds the ticked, the main entity first: each of them gets an outcome
 * @param people everybody in scope, ticked or not
 */
public record PushPlan(
        List<String> entityIds,
        List<String> documentIds,
        List<PlannedPerson> people,
        List<PlannedField> fields,
        int creates,
        int updates,
        int relationships,
        int calls,
        int minutes,
        long bytes) {

    /** Everything that a person who confirms agrees to: whom, which values, which documents. */
    public String digest() {
        StringBuilder all =
                new StringBuilder().append(entityIds).append(documentIds).append(creates);
        fields.forEach(field -> all.append('\n')
                .append(field.getEntityId())
                .append(' ')
                .append(field.getField())
                .append(' ')
                .append(SeenValues.hash(field.getNowInfinity(), field.getXpm())));
        all.append('\n').append(relationships);
        return SeenValues.hash(all.toString(), null);
    }

    /** A plan that does nothing, and why. */
    public static WorkPlanned nothing(PushRequested asked, Instant at, Reason reason) {
        PushPlan plan = new PushPlan(List.of(asked.getEntityId()), List.of(), List.of(), List.of(), 0, 0, 0, 0, 0, 0);
        return WorkPlanned.newBuilder(plan.tell(asked, at)).setReason(reason).build();
    }

    public WorkPlanned tell(PushRequested asked, Instant at) {
        return WorkPlanned.newBuilder()
                .setEventId(UUID.nameUUIDFromBytes(("plan/" + asked.getEventId()).getBytes(StandardCharsets.UTF_8))
                        .toString())
                .setBusinessId(asked.getBusinessId())
                .setOccurredAt(at)
                .setForId(asked.getPushId())
                .setCreates(creates)
                .setUpdates(updates)
                .setRelationships(relationships)
                .setDocuments(documentIds.size())
                .setCalls(calls)
                .setMinutes(minutes)
                .setBytes(bytes)
                .setPeople(people)
                .setFields(fields)
                .setEntityIds(entityIds)
                .setDocumentIds(documentIds)
                .build();
    }
}
