package com.nowinfinity.xpm.worker.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is used and left of an organisation's limits. */
record Usage(
        int minuteLeft,
        int dayLeft,
        int calls,
        long bytes,
        @Nullable Instant retryAt) {}
