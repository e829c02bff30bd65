package com.nowinfinity.xpm.simulator.judge;

import java.util.ArrayList;
import java.util.List;

/** Every data call and every double of the whole life, in order. Thread-safe. */
public final class History {

    /** A call and what it made a second time. */
    public record Entry(CallRecord call, List<Doubled> doubled) {}

    private final List<Entry> entries = new ArrayList<>();
    private long throttled;

    public synchronized long nextNumber() {
        return entries.size() + 1L;
    }

    public synchronized void add(CallRecord call, List<Doubled> doubledByIt) {
        entries.add(new Entry(call, doubledByIt));
        throttled += call.status() == 429 && call.fault() == null ? 1 : 0;
    }

    /** The calls with a higher number, oldest first. */
    public synchronized List<CallRecord> after(long number) {
        int from = Math.clamp(number, 0, entries.size());
        return entries.subList(from, entries.size()).stream().map(Entry::call).toList();
    }

    public synchronized List<Doubled> doubles() {
        return entries.stream().flatMap(entry -> entry.doubled().stream()).toList();
    }

    public synchronized int size() {
        return entries.size();
    }

    public synchronized long throttled() {
        return throttled;
    }

    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }
}
