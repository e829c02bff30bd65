package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.XpmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells an organisation that does not answer from a subject that XPM chokes on. Remembered by the owner only: who takes
 * over finds out anew. Safe for many threads.
 */
final class Health {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 6;

    private final GateSettings settings;
    private final Set<String> failingInARow = new HashSet<>();
    private final Map<String, Long> answersAtFailure = new HashMap<>();
    private long answers;
    private int outages;
    private int alone;
    private int refusals;

    Health(GateSettings settings) {
        this.settings = settings;
    }

    /**
     * @param everybody whether to leave the whole organisation alone, for {@code pause}; else it is the subject's
     * @param others how calls for others have gone since the subject's last failure
     */
    record Failure(boolean everybody, Duration pause, Hold.Others others) {}

    synchronized void fine(String subject) {
        answers++;
        outages = 0;
        alone = 0;
        refusals = 0;
        failingInARow.clear();
        answersAtFailure.remove(subject);
    }

    synchronized Failure failed(String subject, XpmException.Unavailable failure) {
        failingInARow.add(subject);
        Long before = answersAtFailure.put(subject, answers);
        Hold.Others others =
                before == null ? Hold.Others.UNKNOWN : before < answers ? Hold.Others.FARE : Hold.Others.FAIL;
        boolean everybody = failure.retryAfter() != null || failingInARow.size() > 1;
        if (!everybody) {
            // Where there is only one to ask for, nobody else finds out whether XPM is there.
            return new Failure(false, pause(alone++), others);
        }
        Duration pause = pause(outages++);
        return new Failure(true, failure.retryAfter() == null ? pause : failure.retryAfter(), others);
    }

    private Duration pause(int before) {
        Duration doubled = settings.outagePause().multipliedBy(1L << Math.min(before, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /** How long a 429 makes us wait: as long as XPM says, but never so short that we only knock. */
    synchronized Duration patience(XpmException.Throttled refusal) {
        Duration said = refusal.retryAfter();
        Duration wait = said == null ? settings.patience(refusal.limit()) : said;
        Duration least = SHORTEST_WAIT.multipliedBy(1L << Math.min(refusals++, MOST_DOUBLINGS));
        return wait.compareTo(least) < 0 ? least : wait;
    }
}
