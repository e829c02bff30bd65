package com.nowinfinity.xpm.standalone.mainjob;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Tells people how far the job is, with the seconds since it began. */
final class Progress {

    private static final double NANOS = 1e9;

    private final PrintStream out;
    private final LongSupplier nanoTime;
    private final long start;

    Progress(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    void say(String sentence) {
        out.println(String.format(Locale.ROOT, "%6.1f s  %s", (nanoTime.getAsLong() - start) / NANOS, sentence));
    }
}
