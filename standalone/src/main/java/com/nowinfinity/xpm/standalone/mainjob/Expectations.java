package com.nowinfinity.xpm.standalone.mainjob;

import java.util.List;

/** The least and the most that the numbers may be. */
final class Expectations {

    private static final long SMALL_PRACTICE = 200;
    private static final long MOST_CALLS = 60;

    private Expectations() {}

    static void check(Tally tally, boolean judged, List<String> shortfalls) {
        atLeast(tally, "pushed", 5, shortfalls);
        atLeast(tally, "documents", 2, shortfalls);
        atLeast(tally, "followed", 3, shortfalls);
        atLeast(tally, "notified", 2, shortfalls);
        atLeast(tally, "matched", 1, shortfalls);
        if (judged) {
            atLeast(tally, "planted", 1, shortfalls);
            atLeast(tally, "imported", tally.number("clients"), shortfalls);
            atMost(tally, "missed", 0, shortfalls);
            atMost(tally, "invented", 0, shortfalls);
            atMost(tally, "throttled", 0, shortfalls);
            atMost(tally, "doubled", 0, shortfalls);
            if (tally.number("clients") <= SMALL_PRACTICE) {
                atMost(tally, "xpmCalls", MOST_CALLS, shortfalls);
            }
        }
    }

    private static void atLeast(Tally tally, String name, long least, List<String> shortfalls) {
        if (tally.number(name) < least) {
            shortfalls.add("%s is %d, and should be at least %d.".formatted(name, tally.number(name), least));
        }
    }

    private static void atMost(Tally tally, String name, long most, List<String> shortfalls) {
        if (!tally.isKnown(name) || tally.number(name) > most) {
            shortfalls.add("%s is %d, and should be at most %d.".formatted(name, tally.number(name), most));
        }
    }
}
