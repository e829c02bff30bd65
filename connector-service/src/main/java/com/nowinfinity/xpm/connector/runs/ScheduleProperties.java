package com.nowinfinity.xpm.connector.runs;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Runs by a schedule.
 *
 * @param interval between two looks at the schedules
 * @param catchUp how old a time may be that nobody was there to keep, and is made up for
 */
@ConfigurationProperties("runs.schedule")
record ScheduleProperties(
        @DefaultValue("5s") Duration interval,
        @DefaultValue("1h") Duration catchUp) {

    ScheduleProperties {
        if (!interval.isPositive() || catchUp.isNegative()) {
            throw new WrongConfigurationException(
                    "runs.schedule.interval must be longer than nothing, runs.schedule.catch-up not less than nothing.");
        }
    }
}
