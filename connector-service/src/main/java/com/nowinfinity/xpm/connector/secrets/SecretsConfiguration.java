package com.nowinfinity.xpm.connector.secrets;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import com.nowinfinity.xpm.connector.store.Chore;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class SecretsConfiguration {

    @Bean
    Seal seal(Environment environment) {
        return Keyset.seal(environment.getProperty("keyset"));
    }

    @Bean
    Chore rotatingKeys(Seal seal, ObjectProvider<Resealing> stores, InstantSource clock, Environment environment) {
        KeyRotation rotation =
                new KeyRotation(seal, () -> stores.orderedStream().toList(), clock);
        return new Chore("taking a changed keyset into use", interval(environment), rotation::turn);
    }

    private static Duration interval(Environment environment) {
        Duration interval =
                environment.getProperty("connector.keyset-interval", Duration.class, Duration.ofSeconds(10));
        if (!interval.isPositive()) {
            throw new WrongConfigurationException("connector.keyset-interval must be longer than nothing.");
        }
        return interval;
    }
}
