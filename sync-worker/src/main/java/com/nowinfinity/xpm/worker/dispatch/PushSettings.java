package com.nowinfinity.xpm.worker.dispatch;

import java.time.Duration;

/**
 * What is inferred of XPM and not known, and how long documents are waited for.
 *
 * @param partialUpdates whether an update leaves alone what it does not name; else every element is sent, and clients
 *     with a tax file number, which XPM shows masked, are not written to
 * @param emptyClears whether an empty element clears a value; if not, an address that is written keeps the parts that
 *     ours leaves blank
 * @param checksFirstUpdate whether the first update of a connection is read back
 * @param documentTries after how many tries in a row a document is parked whose host cannot be reached, or on which XPM fails while it answers others
 * @param documentPause before the second try; the pauses double, up to a quarter of an hour
 */
public record PushSettings(
        boolean partialUpdates,
        boolean emptyClears,
        boolean checksFirstUpdate,
        int documentTries,
        Duration documentPause) {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    Duration pauseAfter(int tries) {
        Duration pause = documentPause;
        for (int i = 0; i < tries && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
