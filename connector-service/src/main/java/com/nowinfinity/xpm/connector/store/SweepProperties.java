package com.nowinfinity.xpm.connector.store;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Picking up what was left.
 *
 * @param sweepInterval between two looks for events that are saved and not out
 */
@ConfigurationProperties("connector")
public record SweepProperties(@DefaultValue("5s") Duration sweepInterval) {

    public SweepProperties {
        if (!sweepInterval.isPositive()) {
            throw new WrongConfigurationException("connector.sweep-interval must be longer than nothing.");
        }
    }
}
