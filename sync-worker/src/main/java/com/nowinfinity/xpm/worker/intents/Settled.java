package com.nowinfinity.xpm.worker.intents;

import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which events have been dealt with, without growing for ever: of an entity with very many versions only the newest are
 * remembered one by one, the older ones by a floor. An event at or below the floor has been dealt with, or comes so late
 * that hundreds of newer versions have.
 */
final class Settled {

    static final int MOST_VERSIONS = 256;

    private static final int MOST_DEMANDS = 512;
    /** Stands for every event of its version and below. */
    private static final Set<String> ALL = Set.of("*");

    private Settled() {}

    static boolean holds(Map<Long, Set<String>> settled, long version, String eventId) {
        return settled.getOrDefault(version, Set.of()).contains(eventId) || version <= floor(settled);
    }

    static Map<Long, Set<String>> with(Map<Long, Set<String>> settled, long version, String eventId) {
        Map<Long, Set<String>> more = new HashMap<>(settled);
        more.put(version, remembering(more.getOrDefault(version, Set.of()), eventId));
        if (more.size() <= MOST_VERSIONS + 2) {
            return more;
        }
        long floor = floor(more);
        TreeSet<Long> versions = new TreeSet<>(more.keySet());
        versions.removeIf(known -> known <= 0);
        Iterator<Long> oldest = versions.iterator();
        for (int over = versions.size() - MOST_VERSIONS; over > 0; over--) {
            long gone = oldest.next();
            more.remove(gone);
            floor = Math.max(floor, gone);
        }
        more.keySet().removeIf(known -> known < 0);
        more.put(-floor, ALL);
        return more;
    }

    /** In the order of arrival; the oldest ones make room. */
    static Set<String> remembering(Set<String> ids, String eventId) {
        LinkedHashSet<String> more = new LinkedHashSet<>(ids);
        more.add(eventId);
        while (more.size() > MOST_DEMANDS) {
            more.removeFirst();
        }
        return Collections.unmodifiableSet(more);
    }

    /** Kept as the negative of a version, which no portal counts by. */
    private static long floor(Map<Long, Set<String>> settled) {
        long floor = 0;
        for (long key : settled.keySet()) {
            floor = Math.max(floor, -key);
        }
        return floor;
    }
}
