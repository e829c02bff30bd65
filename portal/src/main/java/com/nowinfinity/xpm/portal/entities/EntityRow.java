package com.nowinfinity.xpm.portal.entities;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An entity in a list.
 *
 * @param clientId in XPM, as last told; null for one that is not linked
 * @param outcome of its latest change
 */
public record EntityRow(
        String entityId,
        String kind,
        String name,
        @Nullable String acn,
        @Nullable String abn,
        String status,
        @Nullable String clientId,
        @Nullable String outcome) {

    public static final Comparator<EntityRow> BY_NAME =
            Comparator.comparing(EntityRow::name, String.CASE_INSENSITIVE_ORDER).thenComparing(EntityRow::entityId);
}
