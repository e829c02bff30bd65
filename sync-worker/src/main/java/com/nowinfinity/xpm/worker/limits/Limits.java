package com.nowinfinity.xpm.worker.limits;

import java.time.Duration;

/**
 * What one organisation allows us.
 *
 * @param perMinute calls in one window
 * @param concurrent calls in progress
 * @param perDay calls in a rolling day
 * @param window the minute; shorter in tests
 * @param dayReserve the part of the day kept for interactive work, 0 to 1
 * @param appPerMinute calls in one window over all organisations
 * @param slotLength how long a call may take before its slot counts as lost
 * @param listSlotLength the same for {@link Slot.Purpose#LIST}
 */
public record Limits(
        int perMinute,
        int concurrent,
        int perDay,
        Duration window,
        double dayReserve,
        int appPerMinute,
        Duration slotLength,
        Duration listSlotLength) {

    public Limits {
        require(perMinute > 0, "xpm.limits.per-minute must be at least 1");
        require(concurrent > 0, "xpm.limits.concurrent must be at least 1");
        require(perDay > 0, "xpm.limits.per-day must be at least 1");
        require(window.isPositive(), "xpm.limits.window must be longer than nothing");
        require(dayReserve >= 0 && dayReserve < 1, "xpm.limits.day-reserve must be at least 0 and below 1");
        require(appPerMinute > 0, "xpm.limits.app-per-minute must be at least 1");
        require(slotLength.isPositive(), "A slot must be longer than nothing");
        require(
                listSlotLength.compareTo(slotLength) >= 0,
                "The client list must be given at least the time of other calls");
    }

    /** How long a call for this may take before its slot counts as lost. */
    public Duration slotLength(Slot.Purpose purpose) {
        return switch (purpose) {
            case LIST -> listSlotLength;
            case READ, CREATE, WRITE, DOCUMENT -> slotLength;
        };
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
