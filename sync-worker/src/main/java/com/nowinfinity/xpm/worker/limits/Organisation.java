package com.nowinfinity.xpm.worker.limits;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A business's standing at Xero: who may call for it, and what is used.
 *
 * @param revision grows with every write
 * @param ownerEpoch raised by every take-over; a slot is taken in the name of one epoch
 * @param quotas by organisation, because the limits are XPM's and not ours to reset
 */
public record Organisation(String businessId, long revision, long ownerEpoch, Map<String, Quota> quotas) {

    public Organisation {
        quotas = Map.copyOf(quotas);
    }

    static Organisation unknown(String businessId) {
        return new Organisation(businessId, 0, 0, Map.of());
    }

    public Quota quota(String tenantId) {
        return quotas.getOrDefault(tenantId, Quota.UNUSED);
    }

    /** The calls that may be in progress. */
    public List<Slot> slots() {
        return quotas.values().stream().flatMap(quota -> quota.open().stream()).toList();
    }

    /** By its id: the store cuts the time at which it was taken. */
    public boolean isOpen(Slot slot) {
        return slots().stream().anyMatch(open -> open.id().equals(slot.id()));
    }

    Organisation takenOver() {
        return new Organisation(businessId, revision, ownerEpoch + 1, quotas);
    }

    public Organisation with(String tenantId, UnaryOperator<Quota> step) {
        Map<String, Quota> changed = new HashMap<>(quotas);
        changed.put(tenantId, step.apply(quota(tenantId)));
        return new Organisation(businessId, revision, ownerEpoch, changed);
    }
}
