package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.worker.dispatch.Queues.Rank;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Passes over everything due of a business, a page at a time, for what the line could not remember. What is missed
 * while a pass is under way makes for another pass. Not for several threads.
 */
final class ReadingBack {

    /** Null while no pass is under way: then it is for nothing either. */
    private @Nullable String after;
    /** Where a pass for bulk stood when another one overtook it; null where none was overtaken. */
    private @Nullable String overtaken;
    /** Whether to go on although nothing can be sent: what is pending is folded, whatever holds the sending up. */
    private boolean atOnce;

    /** Whether to go on for what persons wait for, however much of the rest there is. */
    private boolean forUrgent;
    /** Whether what is under way was begun anew while a page was read. */
    private boolean begun;

    private boolean missedQuick;
    private boolean missedUrgent;
    private boolean missedOther;
    private @Nullable Instant notBefore;
    private final Set<Rank> missedThen = EnumSet.noneOf(Rank.class);

    /** From the start, whatever is under way. */
    void begin() {
        begin(true, forUrgent);
        overtaken = null;
    }

    private void begin(boolean pending, boolean urgent) {
        if (after != null && !atOnce && !forUrgent) {
            overtaken = after;
        }
        after = "";
        begun = true;
        atOnce = pending;
        forUrgent = urgent;
    }

    void missed(Rank rank) {
        switch (rank) {
            case URGENT_QUICK, QUICK -> missedQuick = true;
            case URGENT, URGENT_AGAIN -> missedUrgent = true;
            // Of entities alone some are not remembered.
            case DELIVERY -> {}
            case FIRST, AGAIN -> missedOther = true;
        }
    }

    /** Something that was not remembered is due then. */
    void notBefore(Instant time, Rank rank) {
        missedThen.add(rank);
        if (notBefore == null || time.isBefore(notBefore)) {
            notBefore = time;
        }
    }

    /** When to ring again; null when it is not needed. */
    @Nullable
    Instant ring(Instant now) {
        if (notBefore != null && !notBefore.isAfter(now)) {
            notBefore = null;
            missedThen.forEach(this::missed);
            missedThen.clear();
        }
        return notBefore;
    }

    boolean wantsPage(Queues ready, boolean bulkHeld) {
        boolean sendable = !bulkHeld && ready.hasRoom(Rank.FIRST, Rank.AGAIN);
        boolean roomForUrgent = ready.hasRoom(Rank.URGENT, Rank.URGENT_AGAIN);
        boolean urgent = missedUrgent && roomForUrgent;
        // A pass that waits for room for the rest may be past what is to be folded, or whom a person waits for.
        boolean misses = (missedQuick && !atOnce) || (urgent && !forUrgent);
        if (misses || (after == null && missedOther && sendable)) {
            begin(missedQuick || atOnce, urgent || forUrgent);
            missedOther = missedOther && !sendable;
            missedUrgent = missedUrgent && !urgent;
            missedQuick = false;
        }
        boolean goesOn = atOnce || sendable || (forUrgent && roomForUrgent);
        return after != null && goesOn && ready.hasRoom(Rank.QUICK);
    }

    /** Whether something that a person waits for is still to be found. */
    boolean seeksUrgent() {
        return forUrgent;
    }

    /** Where the page begins that is read now. */
    String next() {
        begun = false;
        return after == null ? "" : after;
    }

    /** A page was read: its last id; empty after the last page. */
    void read(String last) {
        if (begun) {
            return;
        }
        after = last;
        if (last.isEmpty()) {
            after = overtaken;
            overtaken = null;
            atOnce = false;
            forUrgent = false;
        }
    }
}
