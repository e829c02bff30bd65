package com.nowinfinity.xpm.worker.wiring;

import com.nowinfinity.xpm.api.http.Bounds;
import com.nowinfinity.xpm.api.http.XpmApiConfiguration;
import com.nowinfinity.xpm.api.xml.PersonDates;
import com.nowinfinity.xpm.bus.StartRefusedException;
import com.nowinfinity.xpm.worker.dispatch.PushSettings;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * XPM and what it allows us.
 *
 * @param apiUri ends in the version
 * @param settlingTime how long XPM may take to show what it has done when it did not say
 * @param answerDeadline how long a call may wait for its answer, but for the client list
 * @param sharedLook how long one list of changes stands for a look at each client; half of the window at most
 * @param outagePause how long to leave XPM alone when it does not answer; doubled each time
 */
@ConfigurationProperties("xpm")
record XpmProperties(
        @DefaultValue("https://api.xero.com/practicemanager/3.1")
        URI apiUri,

        @DefaultValue Limits limits,
        @DefaultValue Facts facts,
        @DefaultValue("30s") Duration answerDeadline,
        @DefaultValue("10s") Duration settlingTime,
        @DefaultValue("30s") Duration sharedLook,
        @DefaultValue("15s") Duration outagePause) {

    /**
     * Of one organisation.
     *
     * @param window the minute; shorter in tests
     * @param appPerMinute of all organisations together, over all workers
     * @param dayReserve the part of the day kept for what a person waits for
     */
    record Limits(
            @DefaultValue("60") int perMinute,
            @DefaultValue("5") int concurrent,
            @DefaultValue("5000") int perDay,
            @DefaultValue("60s") Duration window,
            @DefaultValue("0.2") double dayReserve,
            @DefaultValue("10000") int appPerMinute) {}

    /** What is inferred of XPM and not known. */
    record Facts(
            @DefaultValue("true") boolean partialUpdates,
            @DefaultValue("true") boolean emptyClears,
            @DefaultValue("ISO") PersonDates personDates,
            @DefaultValue("true") boolean checkFirstUpdate) {

        PushSettings toSettings(WorkerProperties.Documents documents) {
            return new PushSettings(
                    partialUpdates, emptyClears, checkFirstUpdate, documents.tries(), documents.pause());
        }
    }

    private static final Duration LONGEST_LEAVE = Duration.ofSeconds(5);
    private static final Duration MARGIN = Duration.ofSeconds(5);

    XpmProperties {
        if (!answerDeadline.isPositive() || !settlingTime.isPositive() || !outagePause.isPositive()) {
            throw new StartRefusedException(
                    "The configuration is wrong: xpm.answer-deadline, xpm.settling-time and xpm.outage-pause must be longer than nothing.");
        }
    }

    /** A list costs one call of the minute, so looking more often than twice in it saves little. */
    Duration toSharedLook() {
        Duration most = limits.window().dividedBy(2);
        return sharedLook.compareTo(most) < 0 ? sharedLook : most;
    }

    /** A call leaves within this time or not at all. */
    Duration leaveWithin() {
        return answerDeadline.compareTo(LONGEST_LEAVE) < 0 ? answerDeadline : LONGEST_LEAVE;
    }

    /** Leaving, answering and a margin: after that a call that was open is over, one way or the other. */
    private Duration slotLength(Duration deadline) {
        return leaveWithin().plus(deadline).plus(MARGIN);
    }

    XpmApiConfiguration toApi() {
        try {
            XpmApiConfiguration usual = XpmApiConfiguration.of(apiUri);
            return new XpmApiConfiguration(
                    usual.apiUri(),
                    usual.connectTimeout(),
                    new Bounds(answerDeadline, usual.single().maxBytes()),
                    usual.list(),
                    facts.personDates());
        } catch (IllegalArgumentException e) {
            throw new StartRefusedException("The configuration is wrong: " + e.getMessage(), e);
        }
    }

    com.nowinfinity.xpm.worker.limits.Limits toLimits() {
        Duration list = XpmApiConfiguration.of(apiUri).list().deadline();
        try {
            return new com.nowinfinity.xpm.worker.limits.Limits(
                    limits.perMinute(),
                    limits.concurrent(),
                    limits.perDay(),
                    limits.window(),
                    limits.dayReserve(),
                    limits.appPerMinute(),
                    slotLength(answerDeadline),
                    slotLength(answerDeadline.compareTo(list) < 0 ? list : answerDeadline));
        } catch (IllegalArgumentException e) {
            throw new StartRefusedException("The configuration is wrong: " + e.getMessage() + ".", e);
        }
    }
}
