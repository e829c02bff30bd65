package com.nowinfinity.xpm.connector.tokens;

import com.nowinfinity.xpm.connector.business.Businesses;
import com.nowinfinity.xpm.connector.secrets.Resealing;
import com.nowinfinity.xpm.connector.secrets.Seal;
import com.nowinfinity.xpm.connector.store.Chore;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RefreshProperties.class)
class TokensConfiguration {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int LARGEST_ANSWER = 64 * 1024;

    /** Of a token that is there twice nobody can say which one is meant. */
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    @Bean
    XeroIdentity xeroIdentity(XeroProperties xero, InstantSource clock) {
        return new XeroIdentity(xero, http(), RefreshProperties.DEADLINE, clock);
    }

    @Bean
    AccessTokens accessTokens(
            Businesses businesses,
            XeroIdentity identity,
            Seal seal,
            InstantSource clock,
            MeterRegistry meters,
            RefreshProperties properties) {
        Refresh refresh = new Refresh(
                businesses,
                identity,
                seal,
                new Leases(properties.refreshLease(), System::nanoTime),
                clock,
                UUID::randomUUID,
                TokensConfiguration::pause,
                new RefreshMeters(meters));
        return new AccessTokens(businesses, refresh, seal, clock);
    }

    @Bean
    Chore keepingAlive(AccessTokens tokens) {
        return new Chore("keeping quiet connections alive", Duration.ofHours(1), tokens::keepAlive);
    }

    @Bean
    Resealing resealingGrants(Businesses businesses, Seal seal) {
        return new GrantResealing(businesses, seal);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityWebFilterChain internalAccess(ServerHttpSecurity http, InternalProperties internal) {
        return http.securityMatcher(new PathPatternParserServerWebExchangeMatcher("/internal/**"))
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                .addFilterAt(new InternalDoor(internal.secret()), SecurityWebFiltersOrder.AUTHENTICATION)
                .build();
    }

    /** Follows no redirect: a token goes to the configured address or nowhere. */
    private static WebClient http() {
        HttpClient client = HttpClient.create()
                .followRedirect(false)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .responseTimeout(RefreshProperties.DEADLINE);
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(client))
                .codecs(codecs -> {
                    codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(STRICT));
                    codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER);
                })
                .build();
    }

    private static void pause(Duration duration) {
        CompletableFuture.runAsync(
                        () -> {}, CompletableFuture.delayedExecutor(duration.toMillis(), TimeUnit.MILLISECONDS))
                .join();
    }
}
