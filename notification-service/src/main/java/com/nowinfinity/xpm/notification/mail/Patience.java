package com.nowinfinity.xpm.notification.mail;

import java.time.Duration;
import java.util.Optional;

/** How long a mail waits after a failure: twice as long each time, up to six hours, and not for ever. */
record Patience(int attempts, Duration pause) {

    private static final Duration LONGEST = Duration.ofHours(6);

    /** @param failed how many attempts have failed; nothing when that is enough */
    Optional<Duration> after(int failed) {
        if (failed >= attempts) {
            return Optional.empty();
        }
        Duration grown = pause.multipliedBy(1L << Math.min(failed - 1, 20));
        return Optional.of(grown.compareTo(LONGEST) > 0 ? LONGEST : grown);
    }
}
