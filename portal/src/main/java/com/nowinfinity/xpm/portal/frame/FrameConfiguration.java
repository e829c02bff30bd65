package com.nowinfinity.xpm.portal.frame;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("demonstration")
class FrameConfiguration {

    @Bean
    Frame frame(BusinessNames names, FrameProperties properties) {
        return new Frame(names, new Words(properties.timeZone()));
    }

    @Bean
    PageRefusals pageRefusals() {
        return new PageRefusals();
    }
}
