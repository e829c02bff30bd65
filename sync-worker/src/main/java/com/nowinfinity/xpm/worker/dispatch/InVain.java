package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.events.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often XPM has failed on something while it answered others: in the end it is given up. Remembered by the owner
 * only; who takes over counts anew. Safe for many threads.
 */
final class InVain {

    static final int MOST_FAILURES = 10;

    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    /** @return why to give it up; empty while it is worth another try */
    Optional<Reason> reason(String subject, Hold.Failing hold) {
        int times = hold.othersFare() ? failures.merge(subject, 1, Integer::sum) : 0;
        if (times < MOST_FAILURES) {
            return Optional.empty();
        }
        failures.remove(subject);
        return Optional.of(Reasons.inVain(times, hold.reason()));
    }

    void over(String subject) {
        failures.remove(subject);
    }
}
