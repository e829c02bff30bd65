package com.nowinfinity.xpm.benchmarks.lab;

/** How a process of a laboratory collects its garbage. */
public enum Collector {
    /** With stops of some milliseconds, up to 130 where much is kept; suits two cores. */
    SERIAL("-XX:+UseSerialGC"),

    /** Beside its work, with stops of a few milliseconds where both cores are busy, for more processor time. */
    Z("-XX:+UseZGC");

    private final String option;

    Collector(String option) {
        this.option = option;
    }

    String option() {
        return option;
    }
}
