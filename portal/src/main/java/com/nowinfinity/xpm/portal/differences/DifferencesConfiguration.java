package com.nowinfinity.xpm.portal.differences;

import com.nowinfinity.xpm.portal.services.ServiceCalls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("demonstration")
class DifferencesConfiguration {

    @Bean
    Differences differences(ServiceCalls calls) {
        return new Differences(calls);
    }

    @Bean
    Clients clients(ServiceCalls calls) {
        return new Clients(calls);
    }
}
