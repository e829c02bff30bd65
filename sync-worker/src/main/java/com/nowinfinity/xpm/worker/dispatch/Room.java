package com.nowinfinity.xpm.worker.dispatch;

import java.util.function.Supplier;

/**
 * How much a worker holds in memory at a time, over all its businesses: a run compares a whole practice, and a thousand
 * may begin in the same minute. Who finds no room waits, first come first served. Nobody who has room may wait for a
 * slot, or ask for more of the same room.
 */
public interface Room {

    /**
     * Does the work once there is room for it.
     *
     * @param places how many it takes; more than there are means all of them
     * @throws Hold.NotOwner when the worker is stopping
     */
    <T> T with(int places, Supplier<T> work);
}
