package com.nowinfinity.xpm.portal.differences;

import com.nowinfinity.xpm.portal.services.WebAddresses;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An item of {@code GET /discrepancies}, as far as the list shows it. */
public record Difference(
        String id,
        String kind,
        String severity,
        String state,
        @Nullable String entityId,
        @Nullable String entityName,
        @Nullable String clientId,
        @Nullable String clientName,
        @Nullable String webUrl,
        @Nullable String field,
        @Nullable String nowInfinity,
        @Nullable String xpm,
        @Nullable String changedBy,
        @Nullable String dueDate,
        @Nullable Instant openedAt,
        @Nullable List<String> actions,
        @Nullable String fieldName,
        @Nullable List<Candidate> candidates) {

    private static final Set<String> PRESSES = Set.of("PUSH", "TAKE", "UNLINK", "CHANGE_REQUEST", "CHECK_AGAIN");

    /** Neither resolved nor accepted as it is. */
    boolean isOpen() {
        return !state.equals("RESOLVED") && !state.equals("ACCEPTED");
    }

    /** What the row is about, whichever side has a name for it. */
    public String subject() {
        return entityName != null ? entityName : clientName != null ? clientName : "Not named";
    }

    /** Whether a person can ask for this. */
    public boolean offers(String action) {
        return actions != null && actions.contains(action);
    }

    /** What needs no more than a press, as the report orders it: first what it is most likely to take. */
    public List<String> presses() {
        return actions == null
                ? List.of()
                : actions.stream().filter(PRESSES::contains).toList();
    }

    /** Only an address of the web is made a link. */
    public @Nullable String linkIntoXpm() {
        return WebAddresses.safe(webUrl);
    }

    /** The clients among which a person chooses, if the row is about a choice. */
    public List<Candidate> choices() {
        return candidates == null ? List.of() : candidates;
    }

    /** Not from unknown: worth telling. */
    public @Nullable String changer() {
        return changedBy == null || changedBy.equals("UNKNOWN") ? null : changedBy;
    }
}
