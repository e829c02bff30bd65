package com.nowinfinity.xpm.access;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.time.InstantSource;
import java.util.UUID;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** Puts the portal's access rules before every controller of the service. */
@AutoConfiguration(
        before = {ReactiveWebSecurityAutoConfiguration.class, ReactiveUserDetailsServiceAutoConfiguration.class},
        beforeName =
                "org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@EnableConfigurationProperties(PortalAccessProperties.class)
@EnableWebFluxSecurity
class PortalAccessConfiguration {

    private static final double SECONDS_OF_A_MINUTE = 60;

    static {
        RequestMarks.carryOverThreads();
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    ReactiveJwtDecoder portalTokens(PortalAccessProperties portal, InstantSource clock) {
        return PortalTokens.decoder(portal, clock);
    }

    @Bean
    ProblemAnswers problemAnswers(ObjectProvider<ProblemSource> sources, JsonMapper json) {
        return new ProblemAnswers(new ProblemTranslation(sources.orderedStream().toList(), UUID::randomUUID), json);
    }

    @Bean
    SecurityWebFilterChain portalAccess(
            ServerHttpSecurity http,
            ProblemAnswers problems,
            ObjectProvider<OpenPaths> openPaths,
            ObjectProvider<BulkPaths> bulkPaths,
            PortalAccessProperties portal) {
        PortalAccessProperties.Rate usual = portal.rate();
        PortalAccessProperties.Bulk bulk = usual.bulk();
        RateGuard rates = new RateGuard(
                new CallRates(usual.perSecond(), usual.burst(), System::nanoTime),
                new CallRates(bulk.perSecond(), bulk.burst(), System::nanoTime),
                bulkPaths.orderedStream().toList());
        return AccessRules.chain(http, problems, openPaths.orderedStream().toList(), rates);
    }

    @Bean
    CostlyCalls costlyCalls(PortalAccessProperties portal) {
        PortalAccessProperties.Costly costly = portal.rate().costly();
        return new CostlyCalls(
                new CallRates(costly.perMinute() / SECONDS_OF_A_MINUTE, costly.burst(), System::nanoTime));
    }

    @Bean
    ServerExchangeRejectedHandler oddRequests(ProblemAnswers problems) {
        return (exchange, rejected) ->
                problems.handle(exchange, new ResponseStatusException(HttpStatus.BAD_REQUEST, null, rejected));
    }

    @Bean
    StrictJson strictJson() {
        return new StrictJson();
    }

    @Bean
    WebEdge webEdge(PortalAccessProperties portal) {
        return new WebEdge(portal);
    }

    /** Nobody holds a connection by sending a body that never ends. */
    @Bean
    NettyServerCustomizer patience(PortalAccessProperties portal) {
        return server -> server.readTimeout(portal.readTimeout()).requestTimeout(portal.requestTimeout());
    }

    @Bean
    @ConditionalOnMissingBean
    OpenAPI openApi() {
        return new OpenAPI()
                .components(new Components()
                        .addSecuritySchemes(
                                "portal",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList("portal"));
    }
}
