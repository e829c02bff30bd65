package com.nowinfinity.xpm.worker.wiring;

import com.nowinfinity.xpm.bus.StartRefusedException;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * XPM and what it allows us.
 *
 * @param apiUri ends in the version
 * @param settlingTime how long XPM may take to show what it has done when it did not say
 * @param outagePause how long to leave XPM alone when it does not answer
 */
@ConfigurationProperties("xpm")
record XpmProperties(
        @DefaultValue("https://api.xero.com/practicemanager/3.1")
        URI apiUri,

        @DefaultValue Limits limits,
        @DefaultValue("10s") Duration settlingTime,
        @DefaultValue("15s") Duration outagePause) {

    /**
     * Of one organisation.
     *
     * @param window the minute; shorter in tests
     * @param dayReserve the part of the day kept for what a person waits for
     */
    record Limits(
            @DefaultValue("60") int perMinute,
            @DefaultValue("5") int concurrent,
            @DefaultValue("5000") int perDay,
            @DefaultValue("60s") Duration window,
            @DefaultValue("0.2") double dayReserve) {}

    /** A call leaves within this time or not at all. */
    static final Duration LEAVE_WITHIN = Duration.ofSeconds(5);

    /** Leaving, answering and a margin: after that a call that was open is over, one way or the other. */
    static final Duration SLOT_LENGTH = Duration.ofSeconds(40);

    com.nowinfinity.xpm.worker.limits.Limits toLimits() {
        try {
            return new com.nowinfinity.xpm.worker.limits.Limits(
                    limits.perMinute(),
                    limits.concurrent(),
                    limits.perDay(),
                    limits.window(),
                    limits.dayReserve(),
                    SLOT_LENGTH);
        } catch (IllegalArgumentException e) {
            throw new StartRefusedException("The configuration is wrong: " + e.getMessage() + ".", e);
        }
    }
}
