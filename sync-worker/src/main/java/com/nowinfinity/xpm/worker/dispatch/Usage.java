package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.events.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is used and left of an organisation's limits.
 *
 * @param retryAt when what is held goes on; null where nothing is
 * @param reason what holds it
 */
record Usage(
        int minuteLeft,
        int dayLeft,
        int calls,
        long bytes,
        @Nullable Instant retryAt,
        @Nullable Reason reason) {}
