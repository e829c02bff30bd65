package com.nowinfinity.xpm.portal.services;

import com.nowinfinity.xpm.bus.Traces;
import com.nowinfinity.xpm.portal.keys.TokenIssuer;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("demonstration")
class ServicesConfiguration {

    private static final Duration CONNECT = Duration.ofSeconds(3);

    @Bean
    PersonTokens personTokens(TokenIssuer issuer, InstantSource clock) {
        return new PersonTokens(issuer, clock);
    }

    @Bean
    ServiceCalls serviceCalls(ServicesProperties services, PersonTokens tokens, Traces traces) {
        services.connectorUri();
        services.reportUri();
        services.notificationUri();
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
        return new ServiceCalls(http, services, tokens, traces);
    }

    @Bean
    LiveEvents liveEvents(ServiceCalls calls, PersonTokens tokens) {
        return new LiveEvents(calls.address(Service.NOTIFICATION, "/api/notifications/stream"), tokens);
    }
}
