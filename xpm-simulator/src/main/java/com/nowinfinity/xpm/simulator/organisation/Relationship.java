package com.nowinfinity.xpm.simulator.organisation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One fact, read "{@code relatedId} is the {@code type} of {@code clientId}"; the related client shows its mirror. */
public record Relationship(
        String id,
        String clientId,
        RelationshipType type,
        String relatedId,
        @Nullable Integer shares,
        @Nullable BigDecimal percentage,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        boolean byApi) {

    /** Whether it says again what the other one says: same parties and type, with one start or both still running. */
    public boolean repeats(Relationship other) {
        return !id.equals(other.id)
                && clientId.equals(other.clientId)
                && type == other.type
                && relatedId.equals(other.relatedId)
                && (Objects.equals(start, other.start) || (end == null && other.end == null));
    }
}
