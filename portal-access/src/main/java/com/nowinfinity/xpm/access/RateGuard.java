package com.nowinfinity.xpm.access;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets no user of a business take more than a fair part of the service: 429 with Retry-After. */
final class RateGuard implements WebFilter {

    private static final int OF_BUSINESS = 5;

    private final CallRates rates;

    RateGuard(CallRates rates) {
        this.rates = rates;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getPrincipal()
                .ofType(JwtAuthenticationToken.class)
                .map(caller -> rates.take(caller.getToken().getSubject() + " " + business(exchange)))
                .defaultIfEmpty(Duration.ZERO)
                .flatMap(wait -> wait.isZero() ? chain.filter(exchange) : Mono.error(tooMany(wait)));
    }

    /** {@code /api/businesses/<id>}; the guard before has checked that the caller has this business. */
    private static String business(ServerWebExchange exchange) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        boolean ofBusiness =
                path.elements().size() > OF_BUSINESS && path.value().startsWith("/api/businesses/");
        return ofBusiness ? path.subPath(OF_BUSINESS, OF_BUSINESS + 1).value() : "";
    }

    private static ProblemException tooMany(Duration wait) {
        return new ProblemException(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-requests",
                        "Too many requests",
                        "More calls than one person may make at this speed; nothing was done.")
                .retryAfter(wait);
    }
}
