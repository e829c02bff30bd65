package com.nowinfinity.xpm.worker.dispatch;

import java.nio.charset.StandardCharsets;

/**
 * A set of ids that can be counted and costs sixteen bytes for each, because it keeps 64 bits of each id and not the id.
 * Two ids of a business share them once in a universe. Not for several threads.
 */
final class Ids {

    private static final long FREE = 0;
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private long[] table = new long[8];
    private int size;

    void add(String id) {
        if (put(table, hash(id))) {
            size++;
            if (size * 2 > table.length) {
                resize();
            }
        }
    }

    void remove(String id) {
        long hash = hash(id);
        int place = place(table, hash);
        if (table[place] == FREE) {
            return;
        }
        table[place] = FREE;
        size--;
        // What stood behind it may have been pushed on by it.
        for (int next = next(place); table[next] != FREE; next = next(next)) {
            long moved = table[next];
            table[next] = FREE;
            put(table, moved);
        }
    }

    void clear() {
        table = new long[8];
        size = 0;
    }

    int size() {
        return size;
    }

    private void resize() {
        long[] larger = new long[table.length * 2];
        for (long hash : table) {
            if (hash != FREE) {
                put(larger, hash);
            }
        }
        table = larger;
    }

    private static boolean put(long[] into, long hash) {
        int place = place(into, hash);
        boolean isNew = into[place] == FREE;
        into[place] = hash;
        return isNew;
    }

    private static int place(long[] in, long hash) {
        int place = (int) (hash ^ (hash >>> 32)) & (in.length - 1);
        while (in[place] != FREE && in[place] != hash) {
            place = (place + 1) & (in.length - 1);
        }
        return place;
    }

    private int next(int place) {
        return (place + 1) & (table.length - 1);
    }

    /** FNV-1a; never the mark of a free place. */
    private static long hash(String id) {
        long hash = OFFSET;
        for (byte part : id.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (part & 0xff)) * PRIME;
        }
        return hash == FREE ? PRIME : hash;
    }
}
