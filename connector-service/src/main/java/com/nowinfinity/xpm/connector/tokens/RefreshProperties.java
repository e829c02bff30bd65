package com.nowinfinity.xpm.connector.tokens;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Refreshing tokens.
 *
 * @param refreshLease how long an instance that says nothing more may still be refreshing; longer than {@link #DEADLINE}
 *     by a margin in which it saves the answer
 */
@ConfigurationProperties("connector")
record RefreshProperties(@DefaultValue("30s") Duration refreshLease) {

    /** Of a token call. */
    static final Duration DEADLINE = Duration.ofSeconds(12);

    private static final Duration SHORTEST = DEADLINE.plusSeconds(3);

    RefreshProperties {
        if (refreshLease.compareTo(SHORTEST) < 0) {
            throw new WrongConfigurationException(
                    "connector.refresh-lease must be at least %d seconds.".formatted(SHORTEST.toSeconds()));
        }
    }
}
