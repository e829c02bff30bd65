package com.nowinfinity.xpm.access;

import java.util.List;

/** Path patterns of a service that need no token, as {@code /oauth/xero/callback}; a service declares them as a bean. */
public record OpenPaths(List<String> patterns) {

    public OpenPaths {
        patterns = List.copyOf(patterns);
    }

    public static OpenPaths of(String... patterns) {
        return new OpenPaths(List.of(patterns));
    }
}
