package com.nowinfinity.xpm.api.practice;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A relationship to create: the related client is the type of the client. */
public record RelationshipDraft(
        String clientId,
        String relatedClientId,
        RelationshipType type,
        @Nullable Integer numberOfShares,
        @Nullable BigDecimal percentage,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate) {

    public RelationshipDraft {
        if (numberOfShares != null && !type.takesShares()) {
            throw new IllegalArgumentException(type.label() + " takes no number of shares in XPM.");
        }
        if (percentage != null && !type.takesPercentage()) {
            throw new IllegalArgumentException(type.label() + " takes no percentage in XPM.");
        }
    }
}
