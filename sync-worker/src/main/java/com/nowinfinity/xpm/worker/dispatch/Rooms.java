package com.nowinfinity.xpm.worker.dispatch;

/**
 * What all businesses of a worker share of its memory.
 *
 * @param records that are folded or compared
 * @param lists of whole practices that are read from XPM
 */
record Rooms(Room records, Room lists) {

    /** Each has a connection and a parser of its own. */
    private static final int LISTS = 16;

    static Rooms of(Threads threads, DispatchSettings settings) {
        return new Rooms(threads.room(settings.records()), threads.room(LISTS));
    }
}
