package com.nowinfinity.xpm.api.practice;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the type of a relationship that XPM shows. It shows each under both clients: "Director" under the company,
 * "Director Of" under the person. Family types have each other as mirrors and no "Of", so both of their rows read
 * straight.
 */
public final class RelationshipTypes {

    private static final Map<String, RelationshipType> BY_LABEL = Stream.of(RelationshipType.values())
            .collect(Collectors.toUnmodifiableMap(type -> normal(type.label()), Function.identity()));

    private static final String MIRROR = " of";

    private RelationshipTypes() {}

    /**
     * What a row says.
     *
     * @param mirror true when the row says it from the other side: this client is the type of the related one
     */
    public record Reading(RelationshipType type, boolean mirror) {}

    /** Case and inner spaces do not count. Empty for labels that we do not know. */
    public static Optional<Reading> read(String label) {
        String normal = normal(label);
        RelationshipType straight = BY_LABEL.get(normal);
        if (straight != null) {
            return Optional.of(new Reading(straight, false));
        }
        if (!normal.endsWith(MIRROR)) {
            return Optional.empty();
        }
        return Optional.ofNullable(BY_LABEL.get(normal.substring(0, normal.length() - MIRROR.length())))
                .map(type -> new Reading(type, true));
    }

    private static String normal(String label) {
        return label.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
