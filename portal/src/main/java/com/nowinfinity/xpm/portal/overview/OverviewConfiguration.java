package com.nowinfinity.xpm.portal.overview;

import com.nowinfinity.xpm.portal.entities.EntityRegister;
import com.nowinfinity.xpm.portal.imports.FromXpm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OverviewConfiguration {

    @Bean
    Overviews overviews(EntityRegister register, FromXpm fromXpm) {
        return new Overviews(register, fromXpm);
    }
}
