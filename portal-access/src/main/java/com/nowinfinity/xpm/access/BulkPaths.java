package com.nowinfinity.xpm.access;

import java.util.List;

/**
 * Path patterns of a service to which a portal brings a whole practice record by record, each in a POST or PUT of its
 * own; they have a limit of their own ({@code portal.rate.bulk}). A service declares them as a bean.
 */
public record BulkPaths(List<String> patterns) {

    public BulkPaths {
        patterns = List.copyOf(patterns);
    }

    public static BulkPaths of(String... patterns) {
        return new BulkPaths(List.of(patterns));
    }
}
