package com.nowinfinity.xpm.api.practice;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What may change in a relationship; null leaves a value as it is. Type and parties cannot change. */
public record RelationshipChange(
        @Nullable Integer numberOfShares,
        @Nullable BigDecimal percentage,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate) {

    /** Ends a relationship, the way one ceases. */
    public static RelationshipChange endingOn(LocalDate endDate) {
        return new RelationshipChange(null, null, null, endDate);
    }
}
