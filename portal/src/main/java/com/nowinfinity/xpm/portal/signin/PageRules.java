package com.nowinfinity.xpm.portal.signin;

import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerRedirectStrategy;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.logout.RedirectServerLogoutSuccessHandler;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The rules of the pages: a session, a CSRF token in each form, a strict content policy, and one's own businesses. */
final class PageRules {

    /** What is not a page and keeps the rules of the HTTP API. */
    private static final String[] NOT_PAGES = {
        "/api/**", "/.well-known/**", "/demo/**", "/v3/**", "/actuator/**", "/oauth/**"
    };

    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String SIGN_IN = "/sign-in";
    private static final Duration A_YEAR = Duration.ofDays(365);

    private PageRules() {}

    static SecurityWebFilterChain chain(ServerHttpSecurity http, SignIn signIn) {
        RedirectServerLogoutSuccessHandler signedOut = new RedirectServerLogoutSuccessHandler();
        signedOut.setLogoutSuccessUrl(URI.create(SIGN_IN + "?signed-out"));
        return http.securityMatcher(
                        new NegatedServerWebExchangeMatcher(ServerWebExchangeMatchers.pathMatchers(NOT_PAGES)))
                .addFilterBefore(new SignInAddress(), SecurityWebFiltersOrder.FORM_LOGIN)
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .authenticationManager(signIn)
                        .authenticationSuccessHandler(new RedirectServerAuthenticationSuccessHandler("/"))
                        .authenticationFailureHandler(refused()))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessHandler(signedOut))
                .csrf(csrf -> csrf.accessDeniedHandler(PageRules::denied))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                new RedirectServerAuthenticationEntryPoint(SIGN_IN))
                        .accessDeniedHandler(PageRules::denied))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(frames -> frames.mode(Mode.DENY))
                        .hsts(hsts -> hsts.maxAge(A_YEAR)))
                .authorizeExchange(exchanges -> exchanges
                        .pathMatchers(SIGN_IN, "/portal.css", "/portal.js", "/portal.svg", "/webjars/**")
                        .permitAll()
                        .pathMatchers(HttpMethod.GET, "/businesses/{businessId}/**")
                        .access((who, where) -> allowed(who, where, false))
                        .pathMatchers("/businesses/{businessId}/**")
                        .access((who, where) -> allowed(who, where, true))
                        .anyExchange()
                        .authenticated())
                .build();
    }

    private static Mono<AuthorizationResult> allowed(
            Mono<Authentication> who, AuthorizationContext where, boolean change) {
        Object businessId = where.getVariables().get("businessId");
        return who.filter(Authentication::isAuthenticated)
                .map(authentication -> authentication.getPrincipal() instanceof Person person
                        ? allowed(person, String.valueOf(businessId), change)
                        : new AuthorizationDecision(false));
    }

    /** A business of others does not exist. */
    private static AuthorizationDecision allowed(Person person, String businessId, boolean change) {
        if (!person.businessIds().contains(businessId)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such page.");
        }
        return new AuthorizationDecision(change ? person.mayManage() : person.mayRead());
    }

    private static Mono<Void> denied(ServerWebExchange exchange, AccessDeniedException denied) {
        return Mono.error(new ResponseStatusException(
                HttpStatus.FORBIDDEN, "This form is too old, or not for you. Go back and reload the page.", denied));
    }

    private static ServerAuthenticationFailureHandler refused() {
        ServerRedirectStrategy redirect = new DefaultServerRedirectStrategy();
        return (filter, refusal) -> redirect.sendRedirect(
                filter.getExchange(),
                URI.create(SIGN_IN + (refusal instanceof LockedException ? "?closed" : "?refused")));
    }
}
