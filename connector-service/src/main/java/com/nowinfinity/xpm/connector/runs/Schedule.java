package com.nowinfinity.xpm.connector.runs;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/** When a practice wants its runs: a cron expression, by the clocks of the east coast. */
public record Schedule(String expression) {

    private static final ZoneId AUSTRALIA = ZoneId.of("Australia/Sydney");
    private static final int FIELDS_OF_UNIX = 5;

    /** Whether it is one at all, and has a time to come: the 30th of February never does. */
    public boolean isUsable(Instant now) {
        return CronExpression.isValidExpression(full()) && next(now) != null;
    }

    /** The newest time after one instant and not after another; null when there is none. */
    @Nullable
    Instant newest(Instant after, Instant until) {
        Instant newest = null;
        for (Instant time = next(after); time != null && !time.isAfter(until); time = next(time)) {
            newest = time;
        }
        return newest;
    }

    /** As {@link #newest(Instant, Instant)}; what is further back than this is let go. */
    @Nullable
    Instant newest(Instant after, Instant until, Duration back) {
        Instant earliest = until.minus(back);
        return newest(after.isBefore(earliest) ? earliest : after, until);
    }

    private @Nullable Instant next(Instant after) {
        ZonedDateTime next = CronExpression.parse(full()).next(after.atZone(AUSTRALIA));
        return next == null ? null : next.toInstant();
    }

    /** Five fields as in Unix, or six with seconds first. */
    private String full() {
        String stripped = expression.strip();
        return stripped.split(" +", -1).length == FIELDS_OF_UNIX ? "0 " + stripped : stripped;
    }
}
