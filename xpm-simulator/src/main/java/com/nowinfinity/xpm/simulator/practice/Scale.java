package com.nowinfinity.xpm.simulator.practice;

/** Counts that are known of a practice of two thousand, for one of another size. */
record Scale(int size) {

    private static final int KNOWN = 2_000;

    int of(int countInTwoThousand) {
        return Math.round((float) countInTwoThousand * size / KNOWN);
    }

    /** At least one, however small the practice. */
    int some(int countInTwoThousand) {
        return Math.max(1, of(countInTwoThousand));
    }
}
