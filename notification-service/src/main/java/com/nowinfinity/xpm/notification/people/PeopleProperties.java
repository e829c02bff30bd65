package com.nowinfinity.xpm.notification.people;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told what nobody asked for.
 *
 * @param peopleRemembered how long after a person's last visit
 */
@ConfigurationProperties("notification")
record PeopleProperties(@DefaultValue("90d") Duration peopleRemembered) {

    PeopleProperties {
        if (!peopleRemembered.isPositive()) {
            throw new WrongConfigurationException("notification.people-remembered must be longer than nothing.");
        }
    }
}
