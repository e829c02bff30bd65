package com.nowinfinity.xpm.connector.runs;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long runs are kept.
 *
 * @param kept after a run's end
 */
@ConfigurationProperties("runs")
record KeptProperties(@DefaultValue("730d") Duration kept) {

    KeptProperties {
        if (!kept.isPositive()) {
            throw new WrongConfigurationException("runs.kept must be longer than nothing.");
        }
    }
}
