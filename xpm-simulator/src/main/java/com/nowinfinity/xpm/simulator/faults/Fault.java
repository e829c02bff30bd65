package com.nowinfinity.xpm.simulator.faults;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One thing that goes wrong. What is left out means: every organisation, from the first call on, without end, always.
 *
 * @param id by which history and counts name it; its place in the script when left out
 * @param operation as {@code client.api/add} or {@code token/refresh_token}; a star at the end stands for any rest
 * @param tenantId only calls of this organisation
 * @param skip how many matching calls get by before it begins
 * @param times how many calls it strikes; null for all of them
 * @param chance with which it strikes a call, drawn from the script's seed; null for certain
 * @param after how long after the script was set it begins, by the simulator's clock; null for at once
 * @param lasts how long it goes on from then; null for ever
 */
public record Fault(
        @Nullable String id,
        String operation,
        @Nullable String tenantId,
        int skip,
        @Nullable Integer times,
        @Nullable Double chance,
        @Nullable Duration after,
        @Nullable Duration lasts,
        Effect effect) {

    public Fault {
        if (operation == null || operation.isBlank() || effect == null) {
            throw new IllegalArgumentException("A fault needs an operation and an effect");
        }
        if (skip < 0 || (times != null && times < 1) || (chance != null && !(chance > 0 && chance <= 1))) {
            throw new IllegalArgumentException("skip is at least 0, times at least 1, chance above 0 and up to 1");
        }
        if ((after != null && after.isNegative()) || (lasts != null && !lasts.isPositive())) {
            throw new IllegalArgumentException("after is not negative and lasts is longer than nothing");
        }
    }

    /** Every matching call, always. */
    public static Fault on(String operation, Effect effect) {
        return new Fault(null, operation, null, 0, null, null, null, null, effect);
    }

    public Fault called(String newId) {
        return new Fault(newId, operation, tenantId, skip, times, chance, after, lasts, effect);
    }

    public Fault in(String newTenantId) {
        return new Fault(id, operation, newTenantId, skip, times, chance, after, lasts, effect);
    }

    public Fault once() {
        return times(1);
    }

    public Fault times(int newTimes) {
        return new Fault(id, operation, tenantId, skip, newTimes, chance, after, lasts, effect);
    }

    public Fault skipping(int newSkip) {
        return new Fault(id, operation, tenantId, newSkip, times, chance, after, lasts, effect);
    }

    public Fault withChance(double newChance) {
        return new Fault(id, operation, tenantId, skip, times, newChance, after, lasts, effect);
    }

    public Fault after(Duration newAfter) {
        return new Fault(id, operation, tenantId, skip, times, chance, newAfter, lasts, effect);
    }

    public Fault lasting(Duration newLasts) {
        return new Fault(id, operation, tenantId, skip, times, chance, after, newLasts, effect);
    }

    boolean concerns(String calledOperation, @Nullable String calledTenantId) {
        boolean named = operation.endsWith("*")
                ? calledOperation.startsWith(operation.substring(0, operation.length() - 1))
                : calledOperation.equals(operation);
        return named && (tenantId == null || tenantId.equals(calledTenantId));
    }

    boolean isOn(Duration sinceSet) {
        Duration begin = after == null ? Duration.ZERO : after;
        return sinceSet.compareTo(begin) >= 0 && (lasts == null || sinceSet.compareTo(begin.plus(lasts)) < 0);
    }
}
