package com.nowinfinity.xpm.connector.deadletters;

import java.time.Instant;

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
        DROPPED
    }
}
