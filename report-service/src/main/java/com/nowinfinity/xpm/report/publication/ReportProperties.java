package com.nowinfinity.xpm.report.publication;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Making reports.
 *
 * @param sweepInterval how often to look for reports that a crash left unmade or untold
 */
@ConfigurationProperties("report")
record ReportProperties(@DefaultValue("5s") Duration sweepInterval) {

    ReportProperties {
        if (sweepInterval.toMillis() < 100) {
            throw new WrongConfigurationException("report.sweep-interval must be at least 100ms.");
        }
    }
}
