package com.nowinfinity.xpm.benchmarks.lab;

/** What carries changes to XPM. */
public enum Engine {
    /** sync-worker, as it is built for production. */
    OURS,
    /** The baseline. */
    PLAIN
}
