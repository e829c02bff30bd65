package com.nowinfinity.xpm.notification.live;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Live streams.
 *
 * @param pollInterval how often an instance looks for what to send
 * @param heartbeat how long a stream is silent at most
 * @param streamLifetime how long a stream lasts at most; it ends earlier when its token expires
 * @param streamsPerPerson how many one person may have open at one instance
 */
@ConfigurationProperties("notification")
record LiveProperties(
        @DefaultValue("500ms") Duration pollInterval,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("1h") Duration streamLifetime,
        @DefaultValue("50") int streamsPerPerson) {

    LiveProperties {
        atLeast("poll-interval", pollInterval, Duration.ofMillis(50));
        atLeast("heartbeat", heartbeat, Duration.ofMillis(100));
        atLeast("stream-lifetime", streamLifetime, Duration.ofSeconds(1));
        if (streamsPerPerson < 1) {
            throw new WrongConfigurationException("notification.streams-per-person must be at least 1.");
        }
    }

    private static void atLeast(String name, Duration value, Duration least) {
        if (value.compareTo(least) < 0) {
            throw new WrongConfigurationException(
                    "notification.%s must be at least %dms.".formatted(name, least.toMillis()));
        }
    }
}
