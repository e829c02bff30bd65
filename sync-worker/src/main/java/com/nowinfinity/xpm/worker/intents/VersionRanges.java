package com.nowinfinity.xpm.worker.intents;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A set of versions, of which mostly one follows the other. Holds a bounded number of ranges: where there are more, the
 * lowest gaps count as part of it.
 * Not for several threads.
 */
final class VersionRanges {

    static final int MOST = 64;

    /** First to last. */
    private final TreeMap<Long, Long> ranges = new TreeMap<>();

    /** @param forms each as {@code 1-300} */
    static VersionRanges read(Iterable<String> forms) {
        VersionRanges read = new VersionRanges();
        for (String form : forms) {
            int dash = form.indexOf('-');
            read.ranges.put(Long.valueOf(form.substring(0, dash)), Long.valueOf(form.substring(dash + 1)));
        }
        return read;
    }

    Set<String> forms() {
        Set<String> forms = new LinkedHashSet<>();
        ranges.forEach((first, last) -> forms.add(first + "-" + last));
        return forms;
    }

    boolean contains(long version) {
        Map.Entry<Long, Long> below = ranges.floorEntry(version);
        return below != null && version <= below.getValue();
    }

    void add(long version) {
        if (contains(version)) {
            return;
        }
        Map.Entry<Long, Long> before = ranges.lowerEntry(version);
        long first = before != null && before.getValue() == version - 1 ? before.getKey() : version;
        Long after = ranges.remove(version + 1);
        ranges.put(first, after == null ? version : after);
        while (ranges.size() > MOST) {
            long lowest = ranges.pollFirstEntry().getKey();
            ranges.put(lowest, ranges.pollFirstEntry().getValue());
        }
    }
}
