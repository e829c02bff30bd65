package com.nowinfinity.xpm.worker.intake;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The events that this process was the first to note and that nobody has taken yet: when their batch fails it comes
 * again, and they are no repeats. Safe for many threads.
 */
public final class FirstTimes {

    /** What ends as a dead letter is never taken. */
    private static final int MOST = 10_000;

    private final LinkedHashSet<String> untaken = new LinkedHashSet<>();

    /**
     * Which events came in an earlier batch.
     *
     * @param known those of them that had been noted before
     */
    public synchronized Set<String> again(Collection<String> events, Collection<String> known) {
        Set<String> again = new HashSet<>(known);
        again.removeAll(untaken);
        events.stream().filter(event -> !known.contains(event)).forEach(untaken::add);
        while (untaken.size() > MOST) {
            untaken.removeFirst();
        }
        return again;
    }

    public synchronized void taken(Collection<String> events) {
        untaken.removeAll(events);
    }
}
