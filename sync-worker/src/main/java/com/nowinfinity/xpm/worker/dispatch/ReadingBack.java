package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.worker.dispatch.Queues.Rank;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Passes over everything due of a business, a page at a time, for what the line could not remember. What is missed
 * while a pass is under way makes for another pass. Not for several threads.
 */
final class ReadingBack {

    private @Nullable String after;
    /** Whether to go on although nothing can be sent: what is pending is folded, whatever holds the sending up. */
    private boolean atOnce;

    private boolean missedQuick;
    private boolean missedOther;
    private @Nullable Instant notBefore;

    /** From the start, whatever is under way. */
    void begin() {
        after = "";
        atOnce = true;
    }

    void missed(boolean quick) {
        if (quick) {
            missedQuick = true;
        } else {
            missedOther = true;
        }
    }

    /** Something that was not remembered is due then. */
    void notBefore(Instant time) {
        if (notBefore == null || time.isBefore(notBefore)) {
            notBefore = time;
        }
    }

    /** When to ring again; null when it is not needed. */
    @Nullable
    Instant ring(Instant now) {
        if (notBefore != null && !notBefore.isAfter(now)) {
            notBefore = null;
            missedOther = true;
        }
        return notBefore;
    }

    boolean wantsPage(Queues ready, boolean bulkHeld) {
        boolean sendable = !bulkHeld && ready.hasRoom(Rank.FIRST) && ready.hasRoom(Rank.AGAIN);
        if (after == null && (missedQuick || (missedOther && sendable))) {
            after = "";
            atOnce = missedQuick;
            missedOther = missedOther && !sendable;
            missedQuick = false;
        }
        return after != null && (atOnce || sendable) && ready.hasRoom(Rank.QUICK);
    }

    String after() {
        return after == null ? "" : after;
    }

    void read(String last) {
        after = last.isEmpty() ? null : last;
    }
}
