package com.nowinfinity.xpm.access;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtGrantedAuthoritiesConverterAdapter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.ServerAuthenticationEntryPointFailureHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;

/** What a scope opens: reading needs {@code xpm.read}, the rest {@code xpm.manage}, operators' calls {@code xpm.operate}. */
final class AccessRules {

    private static final String READ = "xpm.read";
    private static final String MANAGE = "xpm.manage";
    private static final String OPERATE = "xpm.operate";
    /** What the platform asks for has no token, names nobody, and is answered on the management port alone. */
    private static final List<String> ALWAYS_OPEN = List.of(
            "/v3/api-docs", "/v3/api-docs.yaml", "/actuator/health/**", "/actuator/metrics/**", "/actuator/prometheus");

    private AccessRules() {}

    static SecurityWebFilterChain chain(
            ServerHttpSecurity http, ProblemAnswers problems, List<OpenPaths> openPaths, RateGuard rates) {
        ServerAuthenticationEntryPointFailureHandler refused =
                new ServerAuthenticationEntryPointFailureHandler(problems::handle);
        refused.setRethrowAuthenticationServiceException(false);
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(exchanges -> rules(exchanges, openPaths))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(problems::handle).accessDeniedHandler(problems::handle))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(problems::handle)
                        .accessDeniedHandler(problems::handle)
                        .authenticationFailureHandler(refused)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(scopes())))
                .addFilterAfter(new BusinessGuard(), SecurityWebFiltersOrder.AUTHORIZATION)
                .addFilterAt(rates, SecurityWebFiltersOrder.LAST)
                .build();
    }

    private static void rules(AuthorizeExchangeSpec exchanges, List<OpenPaths> openPaths) {
        String[] open = Stream.concat(
                        ALWAYS_OPEN.stream(), openPaths.stream().flatMap(paths -> paths.patterns().stream()))
                .toArray(String[]::new);
        exchanges
                .pathMatchers(open)
                .permitAll()
                .pathMatchers("/api/dead-letters", "/api/dead-letters/**", "/api/businesses/{businessId}/data")
                .hasAuthority(OPERATE)
                .pathMatchers(HttpMethod.GET)
                .hasAnyAuthority(READ, MANAGE)
                .pathMatchers(HttpMethod.HEAD)
                .hasAnyAuthority(READ, MANAGE)
                .anyExchange()
                .hasAuthority(MANAGE);
    }

    private static ReactiveJwtAuthenticationConverter scopes() {
        JwtGrantedAuthoritiesConverter scopes = new JwtGrantedAuthoritiesConverter();
        scopes.setAuthorityPrefix("");
        scopes.setAuthoritiesClaimName("scope");
        ReactiveJwtAuthenticationConverter converter = new ReactiveJwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(new ReactiveJwtGrantedAuthoritiesConverterAdapter(scopes));
        return converter;
    }
}
