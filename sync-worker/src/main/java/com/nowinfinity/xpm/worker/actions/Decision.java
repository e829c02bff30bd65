package com.nowinfinity.xpm.worker.actions;

import com.nowinfinity.xpm.events.ActionRequested;
import com.nowinfinity.xpm.events.ActionTarget;
import com.nowinfinity.xpm.worker.normal.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about one record; it has one outcome, however many of its fields are named.
 *
 * @param targets all of them about that record
 */
public record Decision(ActionRequested asked, List<ActionTarget> targets) {

    /** The decisions of one event, in the order of their first targets; targets that name nothing are left out. */
    public static List<Decision> of(ActionRequested asked) {
        Map<String, List<ActionTarget>> bySubject = new LinkedHashMap<>();
        for (ActionTarget target : asked.getTargets()) {
            String subject = subject(target);
            if (subject != null) {
                bySubject
                        .computeIfAbsent(subject, _subject -> new ArrayList<>())
                        .add(target);
            }
        }
        return bySubject.values().stream()
                .map(targets -> new Decision(asked, List.copyOf(targets)))
                .toList();
    }

    private static @Nullable String subject(ActionTarget target) {
        if (target.getDocumentId() != null) {
            return "document/" + target.getDocumentId();
        }
        if (target.getEntityId() != null) {
            return "entity/" + target.getEntityId();
        }
        return target.getClientId() == null ? null : "client/" + target.getClientId();
    }

    public String eventId() {
        return asked.getEventId();
    }

    /** The event, and which record of those that it names. */
    public String id() {
        return eventId() + "/" + subject(targets.getFirst());
    }

    public @Nullable String documentId() {
        return targets.getFirst().getDocumentId();
    }

    public @Nullable String entityId() {
        return targets.getFirst().getEntityId();
    }

    /** The client that some target names. */
    public @Nullable String clientId() {
        return targets.stream()
                .map(ActionTarget::getClientId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    public Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        for (ActionTarget target : targets) {
            if (target.getField() != null) {
                fields.add(target.getField());
            }
        }
        return fields;
    }

    /** Until when each field that is named may stay as it is; where no day is told, for ever. */
    public Map<String, LocalDate> lastDays() {
        Map<String, LocalDate> days = new LinkedHashMap<>();
        for (ActionTarget target : targets) {
            if (target.getField() != null) {
                days.put(target.getField(), Dates.read(target.getUntil()).orElse(LocalDate.MAX));
            }
        }
        return days;
    }

    /** Whether the record as a whole is meant. */
    public boolean isOfWhole() {
        return targets.stream().anyMatch(target -> target.getField() == null);
    }

    /** What the person saw of a field, or of the whole; null when nothing is said of it. */
    public @Nullable String expectedHash(@Nullable String field) {
        return targets.stream()
                .filter(target -> Objects.equals(target.getField(), field))
                .map(ActionTarget::getExpectedHash)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
