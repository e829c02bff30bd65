package com.nowinfinity.xpm.access;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/** How fast each caller may call: a bucket that holds some calls and fills steadily. Of this instance alone. */
final class CallRates {

    private static final int MANY = 10_000;
    private static final double NANOS = 1_000_000_000.0;

    private final double perSecond;
    private final int burst;
    private final LongSupplier nanoTime;
    private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();

    /** @param granted whether the last call was let through */
    private record Bucket(double calls, long atNanos, boolean granted) {}

    /** @param burst calls that may come at once */
    CallRates(double perSecond, int burst, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanoTime = nanoTime;
    }

    /** Zero where the call may go on, else how long to wait. */
    Duration take(String caller) {
        long now = nanoTime.getAsLong();
        forgetIdle(now);
        Bucket after = buckets.compute(caller, (_caller, before) -> {
            double filled = before == null ? burst : filled(before, now);
            return filled >= 1 ? new Bucket(filled - 1, now, true) : new Bucket(filled, now, false);
        });
        return after.granted() ? Duration.ZERO : Duration.ofNanos((long) ((1 - after.calls()) / perSecond * NANOS));
    }

    private double filled(Bucket bucket, long now) {
        double more = (now - bucket.atNanos()) / NANOS * perSecond;
        return Math.min(burst, bucket.calls() + Math.max(0, more));
    }

    /** A full bucket is as good as none. */
    private void forgetIdle(long now) {
        if (buckets.size() > MANY) {
            buckets.values().removeIf(bucket -> filled(bucket, now) >= burst);
        }
    }
}
