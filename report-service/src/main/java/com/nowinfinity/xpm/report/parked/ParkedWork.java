package com.nowinfinity.xpm.report.parked;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Work on one entity or document that waits for a person.
 *
 * @param entityName null where the portal has not told it
 * @param version of the entity that was to be written
 * @param causedBy the events that wait with it
 * @param since when it was parked last
 */
record ParkedWork(
        String id,
        String entityId,
        @Nullable String entityName,
        @Nullable String documentId,
        @Nullable String clientId,
        @Nullable Long version,
        Why reason,
        List<String> causedBy,
        Instant since) {

    /**
     * Why it waits.
     *
     * @param code stable
     * @param text for people
     */
    record Why(String code, String text) {}

    ParkedWork named(@Nullable String name) {
        return new ParkedWork(id, entityId, name, documentId, clientId, version, reason, causedBy, since);
    }
}
