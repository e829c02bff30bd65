package com.nowinfinity.xpm.worker.dispatch;

/**
 * What all businesses of a worker share of its memory, and of its database.
 *
 * @param openings of businesses, while they read and write; thousands are taken over at a time
 * @param plans of pushes, with all the entities that go along
 * @param compared records of the practices that are compared
 * @param lists of whole practices that are read from XPM
 */
record Rooms(FoldRoom folds, Room openings, Room plans, Room compared, Room lists) {

    private static final int OPENINGS = 32;
    /** Each may have hundreds of entities. */
    private static final int PLANS = 16;
    /** Each has a connection and a parser of its own. */
    private static final int LISTS = 16;

    static Rooms of(Threads threads, Burst burst, Dispatcher.Tools tools) {
        return new Rooms(
                new FoldRoom(
                        threads, burst, tools.gate().ticker(), tools.settings().freeFolds()),
                threads.room(OPENINGS),
                threads.room(PLANS),
                threads.room(tools.settings().records()),
                threads.room(LISTS));
    }
}
