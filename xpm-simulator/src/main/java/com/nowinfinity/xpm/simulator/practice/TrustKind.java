package com.nowinfinity.xpm.simulator.practice;

/** Which sort of trust; XPM's label says only that it is one. */
public enum TrustKind {
    DISCRETIONARY,
    UNIT
}
