package com.nowinfinity.xpm.worker.intake;

import com.nowinfinity.xpm.bus.ReceivedEvent;
import com.nowinfinity.xpm.events.BusinessIds;
import com.nowinfinity.xpm.events.DocumentCreated;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.SyncRequested;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What makes an event unusable for good, whoever published it. */
final class EventCheck {

    private static final int LONGEST_ID = 128;

    private EventCheck() {}

    /** A stable code; empty when the event can be used. */
    static Optional<String> problem(ReceivedEvent received) {
        if (!isUuid(received.eventId())) {
            return Optional.of("event-id-not-a-uuid");
        }
        if (!BusinessIds.isOne(received.businessId())) {
            return Optional.of("business-id-malformed");
        }
        return switch (received.event()) {
            case EntityChanged changed -> problem(changed.getEntity());
            case DocumentCreated created ->
                isId(created.getDocumentId()) && isId(created.getEntityId())
                        ? Optional.empty()
                        : Optional.of("document-without-ids");
            case PushRequested push ->
                isId(push.getPushId()) && isId(push.getEntityId()) ? Optional.empty() : Optional.of("push-without-ids");
            case SyncRequested run -> isId(run.getRunId()) ? Optional.empty() : Optional.of("run-without-id");
            default -> Optional.empty();
        };
    }

    private static Optional<String> problem(@Nullable Entity entity) {
        if (entity == null || !isId(entity.getEntityId())) {
            return Optional.of("entity-without-id");
        }
        if (entity.getVersion() < 1) {
            return Optional.of("version-below-1");
        }
        return dates(entity).allMatch(EventCheck::isDate) ? Optional.empty() : Optional.of("date-malformed");
    }

    private static Stream<@Nullable String> dates(Entity entity) {
        Stream<@Nullable String> roles = entity.getRelationships().stream().flatMap(EventCheck::dates);
        return Stream.concat(Stream.of(entity.getPersonDateOfBirth()), roles);
    }

    private static Stream<@Nullable String> dates(Relationship role) {
        return Stream.of(role.getStartDate(), role.getEndDate());
    }

    private static boolean isDate(@Nullable String date) {
        if (date == null) {
            return true;
        }
        try {
            return LocalDate.parse(date).toString().equals(date);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isId(String id) {
        return !id.isBlank() && id.length() <= LONGEST_ID && id.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isUuid(String id) {
        try {
            return UUID.fromString(id).toString().equalsIgnoreCase(id);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
