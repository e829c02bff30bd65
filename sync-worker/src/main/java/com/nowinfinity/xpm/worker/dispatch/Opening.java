package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.intents.Sending;
import com.nowinfinity.xpm.worker.limits.Organisation;
import com.nowinfinity.xpm.worker.limits.Organisations;
import com.nowinfinity.xpm.worker.limits.Quota;
import com.nowinfinity.xpm.worker.limits.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes a business over: raises the epoch, so that whoever had it can take no slot any more; waits out the slots it
 * left open; and notes which creates may have happened.
 */
final class Opening {

    private static final int FIRST_ATTEMPT = 1;

    private final Stores stores;
    private final GateSettings settings;
    private final Consumer<Duration> waiting;

    /** @param waiting waits on this process's own monotonic clock: the clock of who left the slots says nothing */
    Opening(Stores stores, GateSettings settings, Consumer<Duration> waiting) {
        this.stores = stores;
        this.settings = settings;
        this.waiting = waiting;
    }

    Organisation open(String businessId) {
        stores.connections().forget(businessId);
        Organisations organisations = stores.organisations();
        Organisation taken = organisations.takeOver(businessId);
        List<Slot> open = taken.quotas().values().stream()
                .flatMap(quota -> quota.open().stream())
                .toList();
        if (open.isEmpty()) {
            return taken;
        }
        waiting.accept(settings.limits().slotLength());
        taken.quotas()
                .forEach((tenantId, quota) -> quota.open().stream()
                        .filter(slot -> slot.purpose() == Slot.Purpose.CREATE)
                        .forEach(slot -> stores.intents()
                                .update(
                                        businessId,
                                        slot.subject(),
                                        intent -> afterLostCreate(intent, tenantId, slot))));
        return close(taken, organisations);
    }

    private static Intent afterLostCreate(Intent intent, String tenantId, Slot slot) {
        // With a link the create was seen to succeed; without a demand nobody wants it any more.
        if (intent.clientIn(tenantId).isPresent() || intent.demands().isEmpty()) {
            return intent;
        }
        int attempt = intent.sending() instanceof Sending.CreateUnknown unknown ? unknown.attempt() + 1 : FIRST_ATTEMPT;
        return intent.withSending(new Sending.CreateUnknown(attempt, slot.takenAt(), 0));
    }

    /** What may have reached XPM counts as answered now. */
    private Organisation close(Organisation taken, Organisations organisations) {
        Organisation standing = taken;
        Instant now = settings.clock().instant();
        for (Map.Entry<String, Quota> quota : taken.quotas().entrySet()) {
            for (Slot slot : quota.getValue().open()) {
                standing = standing.with(quota.getKey(), before -> before.answered(slot, 0, settings.limits(), now));
            }
        }
        Optional<Organisation> saved = organisations.save(standing);
        // Somebody has taken it over from us already: our first slot will fail, which is the fence at work.
        return saved.orElse(taken);
    }
}
