package com.nowinfinity.xpm.worker.dispatch;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many pieces of work the lines of a worker remember, and have under way, each line that has work an equal share: what
 * it does not remember it reads back from the store, which takes longer and no memory. Safe for many threads.
 */
final class Remembering {

    /**
     * Of each kind: six that are ready, and what waits for a time. A piece takes some two hundred bytes, and the heap
     * has a quarter of a megabyte for each record.
     */
    private static final int FOR_A_RECORD = 100;
    /** A line with less would read back more than it sends. */
    private static final int LEAST = 16;

    /** Under way: each has a thread, whose stack takes some ten kilobytes of the heap while it waits. */
    private static final int TOGETHER_FOR_A_RECORD = 4;

    private final int records;
    private final AtomicInteger lines = new AtomicInteger();

    Remembering(DispatchSettings settings) {
        records = settings.records();
    }

    /** So many lines more, or fewer, have work. */
    void change(int more) {
        lines.addAndGet(more);
    }

    /** What one line may remember of a kind now. */
    int share(int most) {
        return Math.clamp(of(FOR_A_RECORD), LEAST, most);
    }

    /** How much one line may do at a time now. */
    int together(int most) {
        return Math.clamp(of(TOGETHER_FOR_A_RECORD), 1, most);
    }

    private int of(int forARecord) {
        return records * forARecord / Math.max(1, lines.get());
    }
}
