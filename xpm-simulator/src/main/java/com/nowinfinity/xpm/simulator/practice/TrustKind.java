package com.nowinfinity.xpm.simulator.practice;

import org.jspecify.annotations.Nullable;

/** Which sort of trust, with the label that this practice keeps for it alone, if it does. */
public enum TrustKind {
    DISCRETIONARY(null),
    UNIT("Unit Trust"),
    HYBRID(null),
    TESTAMENTARY("Estate");

    private final @Nullable String label;

    TrustKind(@Nullable String label) {
        this.label = label;
    }

    @Nullable
    String label() {
        return label;
    }
}
