package com.nowinfinity.xpm.portal.signin;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

@Configuration(proxyBeanMethods = false)
@Profile("demonstration")
class SignInConfiguration {

    @Bean
    GuessLimit guessLimit(InstantSource clock) {
        return new GuessLimit(clock);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityWebFilterChain pageRules(ServerHttpSecurity http, People people, GuessLimit limit) {
        return PageRules.chain(http, new SignIn(people, limit));
    }
}
