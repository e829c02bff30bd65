package com.nowinfinity.xpm.worker.comparison;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** By when a company has to tell ASIC of a change. */
final class AsicDays {

    /** ASIC counts days where most companies are. */
    private static final ZoneId ASIC = ZoneId.of("Australia/Sydney");
    /** Days that the law gives for most changes of officers, addresses and members. */
    private static final int DAYS = 28;

    private AsicDays() {}

    /** @param earlier the earlier of the two snapshots between which it changed; null when that is not known */
    static @Nullable LocalDate due(@Nullable Instant earlier) {
        return earlier == null ? null : LocalDate.ofInstant(earlier, ASIC).plusDays(DAYS);
    }
}
