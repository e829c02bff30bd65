package com.nowinfinity.xpm.connector.deadletters;

import java.time.Instant;
import java.util.Arrays;

/**
 * What an operator did with a dead letter.
 *
 * @param by the operator's sub
 */
record Mark(State state, String by, Instant at) {

    /** REPLAYING is left by a replay that did not come to its end. */
    enum State {
        REPLAYING,
        REPLAYED,
        DROPPED;

        /** One that only another version knows: the letter was dealt with, and is not dealt with again here. */
        static State stored(String name) {
            return Arrays.stream(values())
                    .filter(state -> state.name().equals(name))
                    .findFirst()
                    .orElse(REPLAYED);
        }
    }
}
