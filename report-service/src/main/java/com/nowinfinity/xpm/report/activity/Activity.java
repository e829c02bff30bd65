package com.nowinfinity.xpm.report.activity;

import com.nowinfinity.xpm.events.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an entity.
 *
 * @param what the topic that told it, as {@code entity-changed}
 * @param version of the entity; null where the event names none
 * @param causedBy ids of what it comes of: of an outcome the events that have it, of a comparison the event that asked for
 *     it; of what belongs to a push or run, the id of that
 * @param outcome null but for {@code entity-synced}
 * @param reason why: the cause of a change, the action of a person, the reason of an outcome
 * @param fields paths that were written, or would be
 * @param calls to XPM that it took
 * @param documentId where it is about a document
 * @param clientId the record in XPM, where the event names it
 * @param steps the calls to XPM, oldest first; of very many the last ones
 */
record Activity(
        Instant at,
        String what,
        String entityId,
        @Nullable Long version,
        String eventId,
        List<String> causedBy,
        @Nullable Outcome outcome,
        @Nullable Why reason,
        List<String> fields,
        int calls,
        @Nullable String documentId,
        @Nullable String clientId,
        List<Step> steps) {

    /**
     * A reason.
     *
     * @param code stable
     * @param text for people
     */
    record Why(String code, String text) {}

    /**
     * A call to XPM.
     *
     * @param purpose look, create, write or document
     * @param result done, adopted, refused, unclear or held
     * @param text both, for people
     */
    record Step(Instant at, String purpose, String result, String text) {}

    Activity {
        causedBy = List.copyOf(causedBy);
        fields = List.copyOf(fields);
        steps = List.copyOf(steps);
    }

    /** Without a call. */
    Activity(
            Instant at,
            String what,
            String entityId,
            @Nullable Long version,
            String eventId,
            List<String> causedBy,
            @Nullable Outcome outcome,
            @Nullable Why reason,
            List<String> fields,
            int calls,
            @Nullable String documentId,
            @Nullable String clientId) {
        this(
                at,
                what,
                entityId,
                version,
                eventId,
                causedBy,
                outcome,
                reason,
                fields,
                calls,
                documentId,
                clientId,
                List.of());
    }
}
