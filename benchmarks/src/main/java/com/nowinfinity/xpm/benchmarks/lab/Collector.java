package com.nowinfinity.xpm.benchmarks.lab;

/** How a process of a laboratory collects its garbage. */
public enum Collector {
    /** With stops of some milliseconds, up to a hundred where much is kept; suits two cores. */
    SERIAL("-XX:+UseSerialGC"),

    /** Beside its work, without a stop of a millisecond, for more processor time. */
    Z("-XX:+UseZGC");

    private final String option;

    Collector(String option) {
        this.option = option;
    }

    String option() {
        return option;
    }
}
