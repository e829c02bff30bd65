package com.nowinfinity.xpm.api.xml;

import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How XPM says a call went, inside a success of HTTP.
 *
 * @param status OK, ERROR, or blank when the answer has none
 */
public record XmlResponse(String status, @Nullable String problem) {

    public boolean isOk() {
        return status.equalsIgnoreCase("OK");
    }

    public boolean isError() {
        return status.equalsIgnoreCase("ERROR");
    }

    /**
     * The elements of an answer that somebody wants.
     *
     * @param collection the element around them, null when they stand in the response itself
     */
    public record Part(@Nullable String collection, Set<String> items, Consumer<XmlElement> sink) {}
}
