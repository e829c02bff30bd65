package com.nowinfinity.xpm.portal.registers;

import com.nowinfinity.xpm.portal.services.ServiceCalls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("demonstration")
class RegistersConfiguration {

    @Bean
    Pins pins(ServiceCalls calls) {
        return new Pins(calls);
    }
}
