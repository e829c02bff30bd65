package com.nowinfinity.xpm.worker.intents;

import com.nowinfinity.xpm.events.EntityChanged;

/**
 * A change that came in and that nobody has looked at yet.
 *
 * @param cameBefore whether this event had come before: then it may have its outcome already
 */
public record Pending(EntityChanged change, boolean cameBefore) {

    /** One that has not come before. */
    public static Pending first(EntityChanged change) {
        return new Pending(change, false);
    }

    /** The same event, come twice: once new, it stays new until somebody has looked at it. */
    Pending or(Pending other) {
        return cameBefore ? other : this;
    }

    public String eventId() {
        return change.getEventId();
    }

    public long version() {
        return change.getEntity().getVersion();
    }
}
