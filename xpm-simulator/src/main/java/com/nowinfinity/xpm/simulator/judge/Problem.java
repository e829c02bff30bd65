package com.nowinfinity.xpm.simulator.judge;

import java.util.Locale;

/** Which limit a call broke. */
public enum Problem {
    CONCURRENT,
    MINUTE,
    DAY,
    APPMINUTE;

    /** As the header spells it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
