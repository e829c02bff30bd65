package com.nowinfinity.xpm.connector.tokens;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Whether a lease that another instance holds has run out. Clocks of two machines are never compared: a lease is over
 * once this instance has seen it unchanged for its full length on its own monotonic clock.
 */
final class Leases {

    private record Seen(String lease, long sinceNanos) {}

    private final Duration length;
    private final LongSupplier nanoTime;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    Leases(Duration length, LongSupplier nanoTime) {
        this.length = length;
        this.nanoTime = nanoTime;
    }

    boolean isOver(String businessId, String lease) {
        long now = nanoTime.getAsLong();
        Seen first = seen.compute(
                businessId, (id, old) -> old != null && old.lease().equals(lease) ? old : new Seen(lease, now));
        return now - first.sinceNanos() > length.toNanos();
    }

    void forget(String businessId) {
        seen.remove(businessId);
    }
}
