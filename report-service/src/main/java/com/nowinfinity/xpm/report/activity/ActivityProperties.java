package com.nowinfinity.xpm.report.activity;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the trail is kept.
 *
 * @param activityKept after what it tells
 */
@ConfigurationProperties("report")
record ActivityProperties(@DefaultValue("730d") Duration activityKept) {

    ActivityProperties {
        if (!activityKept.isPositive()) {
            throw new WrongConfigurationException("report.activity-kept must be longer than nothing.");
        }
    }
}
