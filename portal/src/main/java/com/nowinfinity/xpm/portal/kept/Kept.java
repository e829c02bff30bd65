package com.nowinfinity.xpm.portal.kept;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * What a page shows of each business, kept until something is written, so that not every page reads thousands of
 * documents. Right as long as one process writes them; the portal is one. Thread-safe.
 *
 * @param <T> immutable
 */
public final class Kept<T> {

    private final AtomicLong writes = new AtomicLong();
    private final ConcurrentMap<String, Reading<T>> kept = new ConcurrentHashMap<>();

    /** @param after how many writes there had been when reading began */
    private record Reading<T>(long after, T value) {}

    /** @param read gets the key */
    public T of(String key, Function<String, T> read) {
        long now = writes.get();
        Reading<T> found = kept.get(key);
        if (found != null && found.after() == now) {
            return found.value();
        }
        T value = read.apply(key);
        kept.put(key, new Reading<>(now, value));
        return value;
    }

    /** To be called once a write is done: what was read, or began to be read, before that is not given any more. */
    public void written() {
        writes.incrementAndGet();
    }
}
