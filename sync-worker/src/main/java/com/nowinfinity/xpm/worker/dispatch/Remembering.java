package com.nowinfinity.xpm.worker.dispatch;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many pieces of work the lines of a worker remember, each that has work an equal share: what a line does not remember it reads
 * back from the store, which takes longer and no memory. Safe for many threads.
 */
final class Remembering {

    /**
     * Of each kind: four that are ready, and what waits for a time. A piece takes some two hundred bytes, and the heap
     * has a quarter of a megabyte for each record.
     */
    private static final int FOR_A_RECORD = 100;
    /** A line with less would read back more than it sends. */
    private static final int LEAST = 16;

    private final int all;
    private final AtomicInteger lines = new AtomicInteger();

    Remembering(DispatchSettings settings) {
        all = settings.records() * FOR_A_RECORD;
    }

    /** So many lines more, or fewer, have work. */
    void change(int more) {
        lines.addAndGet(more);
    }

    /** What one line may remember of a kind now. */
    int share(int most) {
        return Math.clamp(all / Math.max(1, lines.get()), LEAST, most);
    }
}
