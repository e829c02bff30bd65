package com.nowinfinity.xpm.portal.differences;

import com.nowinfinity.xpm.portal.services.WebAddresses;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A client of XPM among which a person chooses: one that the report names, or one that she searched for.
 *
 * @param kind of a candidate the label in XPM, of a client that was searched for the contract's code
 * @param entityId the entity that it is linked to, as far as that is known
 */
record Candidate(
        String clientId,
        @Nullable String name,
        @Nullable String kind,
        @Nullable String acn,
        @Nullable String abn,
        @Nullable String clientCode,
        @Nullable String webUrl,
        @Nullable Boolean archived,
        @Nullable String entityId) {

    public String shown() {
        return name == null || name.isBlank() ? "Without a name" : name;
    }

    /** What tells it from its namesakes. */
    public String details() {
        return Stream.of(
                        named("ACN ", acn),
                        named("ABN ", abn),
                        named("client code ", clientCode),
                        Boolean.TRUE.equals(archived) ? "archived" : null)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    public @Nullable String linkIntoXpm() {
        return WebAddresses.safe(webUrl);
    }

    private static @Nullable String named(String name, @Nullable String value) {
        return value == null || value.isBlank() ? null : name + value;
    }
}
