package com.nowinfinity.xpm.worker.pushes;

import com.nowinfinity.xpm.events.PlannedField;
import com.nowinfinity.xpm.events.PlannedPerson;
import com.nowinfinity.xpm.events.PushRequested;
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
