package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.intents.Intents;
import com.nowinfinity.xpm.worker.intents.Sending;
import com.nowinfinity.xpm.worker.limits.Organisation;
import com.nowinfinity.xpm.worker.limits.Quota;
import com.nowinfinity.xpm.worker.limits.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Takes a business over: raises the epoch, so that whoever had it can take no slot any more; waits out the slots it
 * left open, or until it has given them back; and notes which creates may have happened.
 */
final class Opening {

    private static final int FIRST_ATTEMPT = 1;
    private static final Duration GLANCE = Duration.ofMillis(250);

    private final Stores stores;
    private final GateSettings settings;
    private final Threads threads;
    private final Room room;

    /** @param room whoever waits for slots is not in it */
    Opening(Stores stores, GateSettings settings, Threads threads, Room room) {
        this.stores = stores;
        this.settings = settings;
        this.threads = threads;
        this.room = room;
    }

    /** @param gone whether it is another worker's by the time that there is room */
    Organisation open(String businessId, BooleanSupplier gone) {
        Organisation taken = room.with(1, () -> take(businessId, gone));
        if (taken.slots().isEmpty()) {
            return taken;
        }
        Organisation standing = waitForSlots(taken);
        return room.with(1, () -> withoutSlots(standing));
    }

    private Organisation take(String businessId, BooleanSupplier gone) {
        if (gone.getAsBoolean()) {
            throw Gate.notOwner();
        }
        stores.connections().forget(businessId);
        Organisation taken = stores.organisations().takeOver(businessId);
        return taken.slots().isEmpty() ? save(seen(taken)) : taken;
    }

    private Organisation withoutSlots(Organisation standing) {
        String businessId = standing.businessId();
        Intents intents = stores.intents().ownedBy(standing.ownerEpoch(), Gate::notOwner);
        standing.quotas().forEach((tenantId, quota) -> {
            for (Slot slot : quota.open()) {
                switch (slot.purpose()) {
                    case CREATE ->
                        intents.update(businessId, slot.subject(), intent -> afterLostCreate(intent, tenantId, slot));
                    case WRITE, READ, LIST, DOCUMENT -> {}
                }
                // Whatever the former owner still has to say of it comes too late.
                intents.claim(businessId, slot.subject());
            }
        });
        return save(close(seen(standing)));
    }

    /** On this process's own monotonic clock: the clock of who left the slots says nothing. */
    private Organisation waitForSlots(Organisation taken) {
        long since = settings.ticker().getAsLong();
        Organisation standing = taken;
        while (mayGoOn(standing.slots(), settings.ticker().getAsLong() - since)) {
            threads.pause(GLANCE);
            standing = stores.organisations().find(taken.businessId());
            if (standing.ownerEpoch() != taken.ownerEpoch()) {
                throw Gate.notOwner();
            }
        }
        return standing;
    }

    private boolean mayGoOn(List<Slot> slots, long waited) {
        return slots.stream()
                .filter(slot -> !isInherited(slot))
                .anyMatch(slot ->
                        waited <= settings.limits().slotLength(slot.purpose()).toNanos());
    }

    /** The client list may take many minutes and writes nothing: nobody waits for it, but it counts until it is over. */
    private static boolean isInherited(Slot slot) {
        return slot.purpose() == Slot.Purpose.LIST;
    }

    private static Intent afterLostCreate(Intent intent, String tenantId, Slot slot) {
        // With a link the create was seen to succeed; without a demand nobody wants it any more.
        if (intent.clientIn(tenantId).isPresent() || intent.demands().isEmpty()) {
            return intent;
        }
        int attempt = intent.sending() instanceof Sending.CreateUnknown unknown ? unknown.attempt() + 1 : FIRST_ATTEMPT;
        return intent.withSending(new Sending.CreateUnknown(attempt, slot.takenAt(), 0));
    }

    private Organisation seen(Organisation taken) {
        Organisation seen = taken;
        for (String tenantId : taken.quotas().keySet()) {
            seen = seen.with(
                    tenantId,
                    quota -> quota.seenFrom(Quota.CLOCKS_APART, settings.clock().instant()));
        }
        return seen;
    }

    /** What may have reached XPM counts as answered now. */
    private Organisation close(Organisation taken) {
        Organisation closed = taken;
        Instant now = settings.clock().instant();
        for (Map.Entry<String, Quota> quota : taken.quotas().entrySet()) {
            for (Slot slot : List.copyOf(quota.getValue().open())) {
                if (isInherited(slot)) {
                    continue;
                }
                closed = closed.with(quota.getKey(), before -> before.answered(slot, 0, settings.limits(), now));
            }
        }
        return closed;
    }

    private Organisation save(Organisation next) {
        Optional<Organisation> saved = stores.organisations().save(next);
        // A slot may have been given back meanwhile, or the business be somebody else's again: begin anew.
        return saved.orElseThrow(Gate::notOwner);
    }
}
