package com.nowinfinity.xpm.standalone.mainjob.judging;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What makes a discrepancy this one and no other. In the truth, a null stands for any value.
 *
 * @param kind the stable code
 */
public record Finding(
        String kind,
        @Nullable String entityId,
        @Nullable String clientId,
        @Nullable String field) {

    public static Finding of(JsonNode row) {
        return new Finding(
                row.path("kind").asString(), text(row, "entityId"), text(row, "clientId"), text(row, "field"));
    }

    private static @Nullable String text(JsonNode row, String name) {
        return row.path(name).isString() ? row.path(name).asString() : null;
    }

    /** Whether a row of a report is what this one planted. */
    public boolean isSeenIn(Finding row) {
        return kind.equals(row.kind)
                && fits(entityId, row.entityId)
                && fits(clientId, row.clientId)
                && fits(field, row.field);
    }

    private static boolean fits(@Nullable String planted, @Nullable String seen) {
        return planted == null || planted.equals(seen);
    }
}
