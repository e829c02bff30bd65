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
 * remembered with their events, of the older ones only that they have come. So a version that comes hundreds of versions
 * late is still known to be new; and one that is told again hundreds of versions later is told apart from a replay by
 * whether its event had come before.
 */
final class Settled {

    static final int MOST_VERSIONS = 256;

    private static final int MOST_DEMANDS = 512;
    /** Every version up to the floor, as versions of ours before this one have stored it. */
    private static final String ALL = "*";

    private Settled() {}

    static boolean holds(Map<Long, Set<String>> settled, Pending pending) {
        Set<String> known = settled.get(pending.version());
        return known == null
                ? pending.cameBefore() && older(settled, floor(settled)).contains(pending.version())
                : known.contains(pending.eventId());
    }

    static Map<Long, Set<String>> with(Map<Long, Set<String>> settled, long version, String eventId) {
        Map<Long, Set<String>> more = new HashMap<>(settled);
        more.put(version, remembering(more.getOrDefault(version, Set.of()), eventId));
        if (more.size() <= MOST_VERSIONS + 2) {
            return more;
        }
        long floor = floor(more);
        VersionRanges older = older(more, floor);
        TreeSet<Long> versions = new TreeSet<>(more.keySet());
        versions.removeIf(known -> known <= 0);
        Iterator<Long> oldest = versions.iterator();
        for (int over = versions.size() - MOST_VERSIONS; over > 0; over--) {
            long gone = oldest.next();
            more.remove(gone);
            older.add(gone);
            floor = Math.max(floor, gone);
        }
        more.keySet().removeIf(known -> known < 0);
        more.put(-floor, older.forms());
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

    /** Kept under the negative of the floor, which no portal counts by. */
    private static VersionRanges older(Map<Long, Set<String>> settled, long floor) {
        Set<String> forms = floor == 0 ? Set.of() : settled.getOrDefault(-floor, Set.of());
        return VersionRanges.read(forms.contains(ALL) ? Set.of("0-" + floor) : forms);
    }

    /** The newest version that is remembered without its events. */
    private static long floor(Map<Long, Set<String>> settled) {
        long floor = 0;
        for (long key : settled.keySet()) {
            floor = Math.max(floor, -key);
        }
        return floor;
    }
}
