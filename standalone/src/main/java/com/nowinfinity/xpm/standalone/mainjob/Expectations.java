package com.nowinfinity.xpm.standalone.mainjob;

import java.util.List;

/** The least and the most that the numbers may be. */
final class Expectations {

    /** Whatever the size of the practice: a run lists its clients at once, and the job writes the same few. */
    private static final long MOST_CALLS = 60;

    private static final long MOST_CALLS_OF_IMPORT = 5;

    private Expectations() {}

    static void check(Tally tally, boolean judged, List<String> shortfalls) {
        atLeast(tally, "pushed", 5, shortfalls);
        atLeast(tally, "documents", 2, shortfalls);
        atLeast(tally, "followed", judged ? 3 : 1, shortfalls);
        atLeast(tally, "notified", 2, shortfalls);
        if (judged) {
            atLeast(tally, "matched", 1, shortfalls);
            atLeast(tally, "planted", 1, shortfalls);
            atLeast(tally, "imported", tally.number("clients"), shortfalls);
            atMost(tally, "missed", 0, shortfalls);
            atMost(tally, "invented", 0, shortfalls);
            atMost(tally, "throttled", 0, shortfalls);
            atMost(tally, "doubled", 0, shortfalls);
            atMost(tally, "xpmCalls", MOST_CALLS, shortfalls);
        }
    }

    /** @param calls of the first run, which brings every client in */
    static void checkImport(long calls, List<String> shortfalls) {
        if (calls < 1 || calls > MOST_CALLS_OF_IMPORT) {
            shortfalls.add("The import took %d calls, and should take at least one and at most %d."
                    .formatted(calls, MOST_CALLS_OF_IMPORT));
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
