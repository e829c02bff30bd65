package com.nowinfinity.xpm.api.practice;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What may change in a relationship; null leaves a value as it is. Type and parties cannot change.
 *
 * @param reopens whether the end date is taken away, by an empty element
 */
public record RelationshipChange(
        @Nullable Integer numberOfShares,
        @Nullable BigDecimal percentage,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        boolean reopens) {

    public RelationshipChange {
        if (reopens && endDate != null) {
            throw new IllegalArgumentException("A relationship is either ended or reopened.");
        }
    }

    public RelationshipChange(
            @Nullable Integer numberOfShares,
            @Nullable BigDecimal percentage,
            @Nullable LocalDate startDate,
            @Nullable LocalDate endDate) {
        this(numberOfShares, percentage, startDate, endDate, false);
    }

    /** Takes an end date back. */
    public static RelationshipChange reopening() {
        return new RelationshipChange(null, null, null, null, true);
    }

    /** Ends a relationship, the way one ceases. */
    public static RelationshipChange endingOn(LocalDate endDate) {
        return new RelationshipChange(null, null, null, endDate);
    }
}
