package com.nowinfinity.xpm.report.discrepancy;

import java.util.Arrays;
import java.util.Optional;

/** What a person can ask for one discrepancy. */
public enum DiscrepancyAction {
    PUSH,
    TAKE,
    LINK,
    UNLINK,
    ACCEPT,
    CHECK_AGAIN,
    CHANGE_REQUEST;

    /** Empty for one that only another version knows. */
    public static Optional<DiscrepancyAction> stored(String name) {
        return Arrays.stream(values())
                .filter(action -> action.name().equals(name))
                .findFirst();
    }
}
