package com.nowinfinity.xpm.portal.imports;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A client of XPM without an entity, as a list shows it. */
public record Offer(
        String clientId,
        String name,
        String kind,
        @Nullable String acn,
        @Nullable String abn) {

    static final Comparator<Offer> BY_NAME =
            Comparator.comparing(Offer::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Offer::clientId);
}
