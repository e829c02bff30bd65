package com.nowinfinity.xpm.connector.secrets;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class SecretsConfiguration {

    @Bean
    Seal seal(Environment environment) {
        return Keyset.seal(environment.getProperty("keyset"));
    }
}
