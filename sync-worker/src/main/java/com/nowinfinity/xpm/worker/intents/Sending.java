package com.nowinfinity.xpm.worker.intents;

import com.nowinfinity.xpm.events.Reason;
import java.time.Instant;

/** How far sending has got. */
public sealed interface Sending {

    /** Nothing in the way. */
    record Clear() implements Sending {}

    /** Goes on at a time. */
    record Waiting(Instant until, Reason reason) implements Sending {}

    /** Goes on when the connection changes. */
    record Disconnected(Reason reason) implements Sending {}

    /**
     * A create may have happened: look for the client before anything is sent again.
     *
     * @param attempt 1 for the first create
     * @param since when the call was made
     * @param looks how often nothing was found since
     */
    record CreateUnknown(int attempt, Instant since, int looks) implements Sending {}

    /** Goes on when a person says so, or when the entity changes. */
    record Parked(Reason reason) implements Sending {}
}
