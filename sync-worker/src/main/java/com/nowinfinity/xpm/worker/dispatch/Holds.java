package com.nowinfinity.xpm.worker.dispatch;

import java.time.Instant;
import java.util.stream.Stream;

/** Until when a whole business, or its bulk work, is held up. Not for several threads. */
final class Holds {

    private Instant all = Instant.MIN;
    private Instant bulk = Instant.MIN;
    private boolean oneAhead;

    void note(Next.At at) {
        switch (at.whom()) {
            case THIS -> {}
            case BULK -> bulk = at.time();
            case ALL -> {
                all = at.time();
                bulk = at.time();
                oneAhead = true;
            }
        }
    }

    /** A piece of work has come to its end, and waits for no time. */
    void gotThrough() {
        oneAhead = false;
    }

    /**
     * Whether the whole business was held up and nothing has got through since: one finds out for all. The quota lets
     * one call at a time out then; the others would only stand behind it, and each write down that it waits.
     */
    boolean letsOneAhead() {
        return oneAhead;
    }

    void end() {
        all = Instant.MIN;
        bulk = Instant.MIN;
        oneAhead = false;
    }

    boolean holdAll(Instant now) {
        return all.isAfter(now);
    }

    boolean holdBulk(Instant now) {
        return bulk.isAfter(now);
    }

    Stream<Instant> ends() {
        return Stream.of(all, bulk);
    }
}
