package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.XpmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells an organisation that does not answer from a subject that XPM chokes on, by calls of one kind. Remembered by the
 * owner only: who takes over finds out anew. Safe for many threads.
 */
final class Health {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    /** No answer for somebody else ends this pause, so it is shorter for half an hour. */
    private static final Duration LONGEST_ALONE = Duration.ofMinutes(1);

    private static final int MANY_ALONE = 30;

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 6;

    private final GateSettings settings;
    private final Set<String> failingInARow = new HashSet<>();
    private final Map<String, Long> answersAtFailure = new HashMap<>();
    private long answers;
    private final Streak outages = new Streak();
    private final Streak refusals = new Streak();
    private int alone;

    Health(GateSettings settings) {
        this.settings = settings;
    }

    /**
     * @param everybody whether to leave the whole organisation alone, for {@code pause}; else it is the subject's
     * @param othersFare whether XPM has answered since the subject's last failure
     */
    record Failure(boolean everybody, Duration pause, boolean othersFare) {}

    /** How often in a row: calls that fail together, as they left before the last one was counted, count once. */
    private final class Streak {
        private int length;
        private long grewAt;

        /** @return how often before this one */
        private int before(long left) {
            if (length == 0 || left - grewAt > 0) {
                length++;
                grewAt = settings.ticker().getAsLong();
            }
            return length - 1;
        }

        private void end() {
            length = 0;
        }
    }

    synchronized void fine(String subject) {
        answers++;
        outages.end();
        refusals.end();
        alone = 0;
        failingInARow.clear();
        answersAtFailure.remove(subject);
    }

    /** @param left when the call's slot was taken, on the monotonic clock */
    synchronized Failure failed(String subject, XpmException.Unavailable failure, long left) {
        failingInARow.add(subject);
        Long answersThen = answersAtFailure.put(subject, answers);
        boolean othersFare = answersThen != null && answersThen < answers;
        boolean everybody = failure.retryAfter() != null || failingInARow.size() > 1;
        if (!everybody) {
            // Where there is only one to ask for, nobody else finds out whether XPM is there.
            Duration longest = alone < MANY_ALONE ? LONGEST_ALONE : LONGEST_PAUSE;
            return new Failure(false, pause(alone++, longest), othersFare);
        }
        int before = outages.before(left);
        Duration said = failure.retryAfter();
        Duration pause = said == null ? pause(before, LONGEST_PAUSE) : atLeast(before, said);
        return new Failure(true, pause, othersFare);
    }

    private Duration pause(int before, Duration longest) {
        Duration doubled = settings.outagePause().multipliedBy(1L << Math.min(before, MOST_DOUBLINGS));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }

    private static Duration atLeast(int before, Duration wait) {
        Duration least = SHORTEST_WAIT.multipliedBy(1L << Math.min(before, MOST_DOUBLINGS));
        return wait.compareTo(least) < 0 ? least : wait;
    }

    /**
     * How long a 429 makes us wait: as long as XPM says, but never so short that we only knock.
     *
     * @param left when the call's slot was taken, on the monotonic clock
     */
    synchronized Duration patience(XpmException.Throttled refusal, long left) {
        Duration said = refusal.retryAfter();
        Duration wait = said == null ? settings.patience(refusal.limit()) : said;
        return atLeast(refusals.before(left), wait);
    }
}
