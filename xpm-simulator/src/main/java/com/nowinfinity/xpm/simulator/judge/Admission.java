package com.nowinfinity.xpm.simulator.judge;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The judge's word on one call, with what was left at that moment. */
public sealed interface Admission {

    Left left();

    /** How many calls remain. */
    record Left(int minute, int day, int appMinute) {}

    /** It may run; whoever took it must say when it is over. */
    record Granted(Left left) implements Admission {}

    /**
     * It broke a limit and counts for none.
     *
     * @param retryAfter null for too many at once, where XPM names no time
     */
    record Throttled(Left left, Problem problem, @Nullable Duration retryAfter) implements Admission {}
}
