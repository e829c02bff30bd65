package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.worker.limits.Slot;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Slots that an owner left open and nobody waits for, of all businesses that this process has opened: how long each has
 * been known here, however often its business was opened since. Safe for many threads.
 */
final class LeftSlots {

    /**
     * How wrong the clocks of two workers may be together: ten minutes each. So much later than its time a slot is over
     * even for a process that has only just seen it; else a business that moves more often than a list takes would
     * never get its slots back.
     */
    static final Duration CLOCKS_APART = Duration.ofMinutes(20);

    private final GateSettings settings;
    private final Map<String, Long> seenAt = new ConcurrentHashMap<>();

    LeftSlots(GateSettings settings) {
        this.settings = settings;
    }

    void seen(Collection<Slot> open) {
        long now = settings.ticker().getAsLong();
        long longest = settings.limits()
                .slotLength(Slot.Purpose.LIST)
                .plus(CLOCKS_APART)
                .toNanos();
        seenAt.values().removeIf(since -> now - since > longest);
        open.forEach(slot -> seenAt.putIfAbsent(slot.id(), now));
    }

    /**
     * By this process's own monotonic clock, or, long after, by the clock of who took it: that holds for any slot, our
     * own and those that are no longer remembered here too.
     */
    boolean isOver(Slot slot) {
        Duration length = settings.limits().slotLength(slot.purpose());
        Long since = seenAt.get(slot.id());
        return (since != null && settings.ticker().getAsLong() - since > length.toNanos())
                || settings.clock()
                        .instant()
                        .isAfter(slot.takenAt().plus(length).plus(CLOCKS_APART));
    }
}
