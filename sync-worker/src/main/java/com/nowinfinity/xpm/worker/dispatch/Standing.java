package com.nowinfinity.xpm.worker.dispatch;

import java.time.Duration;

/**
 * How all the work of a worker stands.
 *
 * @param waiting entities with something that is not sent and not parked
 * @param parked entities that wait for a person
 * @param still how long the work of the slowest business has not gone on although some of it is under way
 */
public record Standing(int waiting, int parked, Duration still) {

    static final Standing NOTHING = new Standing(0, 0, Duration.ZERO);

    Standing and(Standing other) {
        return new Standing(
                waiting + other.waiting, parked + other.parked, still.compareTo(other.still) < 0 ? other.still : still);
    }
}
