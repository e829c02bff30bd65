package com.nowinfinity.xpm.connector.usage;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * XPM's limits for one organisation, to show what is left of what.
 *
 * @param perDay 1,000 on Xero's starter plan
 */
@ConfigurationProperties("xpm.limits")
record LimitsProperties(
        @DefaultValue("60") int perMinute,
        @DefaultValue("5000") int perDay) {

    LimitsProperties {
        if (perMinute < 1 || perDay < 1) {
            throw new WrongConfigurationException("xpm.limits.per-minute and xpm.limits.per-day must be at least 1.");
        }
    }
}
