package com.nowinfinity.xpm.api.practice;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A relationship as it stands under one client: "related is the type of this client". XPM shows each one under both
 * clients; see {@link RelationshipTypes}.
 *
 * @param id null if XPM's answer has none
 * @param type XPM's label, which may be one that cannot be written
 * @param related null if XPM's answer has none
 * @param numberOfShares wider than XPM accepts, so that nothing read is lost
 */
public record ClientRelationship(
        @Nullable String id,
        String type,
        @Nullable ClientReference related,
        @Nullable Long numberOfShares,
        @Nullable BigDecimal percentage,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate) {}
