package com.nowinfinity.xpm.worker.dispatch;

/**
 * What all businesses of a worker share of its memory, and of its database.
 *
 * @param folds of an entity or of a page of them: more at a time stand in the way of intake
 * @param foldsInASurge the same while intake needs the database
 * @param plans of pushes, with all the entities that go along
 * @param compared records of the practices that are compared
 * @param lists of whole practices that are read from XPM
 */
record Rooms(Room folds, Room foldsInASurge, Room plans, Room compared, Room lists) {

    private static final int FOLDS = 32;
    private static final int FOLDS_IN_A_SURGE = 2;
    /** Each may have hundreds of entities. */
    private static final int PLANS = 16;
    /** Each has a connection and a parser of its own. */
    private static final int LISTS = 16;

    static Rooms of(Threads threads, DispatchSettings settings) {
        return new Rooms(
                threads.room(FOLDS),
                threads.room(FOLDS_IN_A_SURGE),
                threads.room(PLANS),
                threads.room(settings.records()),
                threads.room(LISTS));
    }
}
