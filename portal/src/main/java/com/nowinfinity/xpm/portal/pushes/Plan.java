package com.nowinfinity.xpm.portal.pushes;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a push or a resolution would do.
 *
 * @param reason why nothing of it can be done; null when it can
 */
public record Plan(
        long creates,
        long updates,
        long relationships,
        long documents,
        long calls,
        long minutes,
        @Nullable List<Someone> people,
        @Nullable List<Written> fields,
        @Nullable Why reason) {

    /** Somebody who would be created or linked, unless unticked. */
    public record Someone(String entityId, String name, boolean ticked) {}

    /** A value that would be written over another; the entity is null where only XPM has the record. */
    public record Written(
            @Nullable String entityId,
            String field,
            @Nullable String nowInfinity,
            @Nullable String xpm) {

        /** Of a role, whoever holds it; null for any other field. */
        @Nullable
        String holder() {
            int colon = field.indexOf(':');
            return colon < 0 ? null : field.substring(colon + 1);
        }
    }

    /** Whose values would be written, and who holds the roles among them. */
    public Stream<String> entityIds() {
        return fields == null
                ? Stream.empty()
                : fields.stream()
                        .flatMap(written -> Stream.concat(
                                Stream.ofNullable(written.entityId()), Stream.ofNullable(written.holder())));
    }

    /** Who can be ticked or left out: everybody but the pushed entity itself, which always goes along. */
    public List<Someone> around(String entityId) {
        return people == null
                ? List.of()
                : people.stream()
                        .filter(someone -> !someone.entityId().equals(entityId))
                        .toList();
    }

    Set<String> tickedAround(String entityId) {
        return around(entityId).stream()
                .filter(Someone::ticked)
                .map(Someone::entityId)
                .collect(Collectors.toSet());
    }
}
