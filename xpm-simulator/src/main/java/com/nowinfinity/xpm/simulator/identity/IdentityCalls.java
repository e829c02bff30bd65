package com.nowinfinity.xpm.simulator.identity;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How often the identity service was asked for what, and refused it, since the start. Thread-safe. */
public final class IdentityCalls {

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    void count(String call) {
        counts.merge(call, 1, Integer::sum);
    }

    /** By name: authorize, code, refresh, revocation, connections, disconnect; {@code -refused} where it was. */
    public Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }
}
