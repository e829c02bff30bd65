package com.nowinfinity.xpm.worker.intents;

import com.nowinfinity.xpm.events.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far sending has got. */
public sealed interface Sending {

    /** Nothing in the way. */
    record Clear() implements Sending {}

    /**
     * Goes on at a time.
     *
     * @param failures how often XPM has failed on it in a row, which makes the next wait longer
     */
    record Waiting(Instant until, Reason reason, int failures) implements Sending {
        public Waiting(Instant until, Reason reason) {
            this(until, reason, 0);
        }
    }

    /** Goes on when the connection changes. */
    record Disconnected(Reason reason) implements Sending {}

    /**
     * A create may have happened: look for the client before anything is sent again.
     *
     * @param attempt 1 for the first create
     * @param since when the call was made
     * @param looks how often nothing was found since
     * @param lookAt when to look next, so that XPM has had its time since the last look; null for at once
     * @param failures how often in a row XPM has failed on a look while it answered others
     */
    record CreateUnknown(
            int attempt, Instant since, int looks, @Nullable Instant lookAt, int failures) implements Sending {
        public CreateUnknown(int attempt, Instant since, int looks) {
            this(attempt, since, looks, null, 0);
        }

        public CreateUnknown lookingAt(Instant time) {
            return new CreateUnknown(attempt, since, looks, time, failures);
        }

        public CreateUnknown failing() {
            return new CreateUnknown(attempt, since, looks, lookAt, failures + 1);
        }
    }

    /** Goes on when a person says so, or when the entity changes. */
    record Parked(Reason reason) implements Sending {}
}
