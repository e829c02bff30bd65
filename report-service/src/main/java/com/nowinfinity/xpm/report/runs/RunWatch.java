package com.nowinfinity.xpm.report.runs;

/** Whoever wants to know that a run may have become complete. */
@FunctionalInterface
public interface RunWatch {

    /** Something was noted about some run; returns at once. */
    void runsMoved();
}
