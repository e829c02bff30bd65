package com.nowinfinity.xpm.access;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Lets no user of a business take more than a fair part of the service: 429 with Retry-After. */
final class RateGuard implements WebFilter {

    private static final int OF_BUSINESS = 5;
    private static final Set<HttpMethod> BRINGING = Set.of(HttpMethod.POST, HttpMethod.PUT);

    private final CallRates usual;
    private final CallRates bulk;
    private final List<PathPattern> bulkPaths;

    RateGuard(CallRates usual, CallRates bulk, List<BulkPaths> bulkPaths) {
        this.usual = usual;
        this.bulk = bulk;
        this.bulkPaths = bulkPaths.stream()
                .flatMap(paths -> paths.patterns().stream())
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        CallRates rates = isBulk(exchange) ? bulk : usual;
        return exchange.getPrincipal()
                .ofType(JwtAuthenticationToken.class)
                .map(caller -> rates.take(caller.getToken().getSubject() + " " + business(exchange)))
                .defaultIfEmpty(Duration.ZERO)
                .flatMap(wait -> wait.isZero() ? chain.filter(exchange) : Mono.error(tooMany(wait)));
    }

    private boolean isBulk(ServerWebExchange exchange) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        return BRINGING.contains(exchange.getRequest().getMethod())
                && bulkPaths.stream().anyMatch(pattern -> pattern.matches(path));
    }

    /** {@code /api/businesses/<id>}; the guard before has checked that the caller has this business. */
    private static String business(ServerWebExchange exchange) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        boolean ofBusiness =
                path.elements().size() > OF_BUSINESS && path.value().startsWith("/api/businesses/");
        return ofBusiness ? path.subPath(OF_BUSINESS, OF_BUSINESS + 1).value() : "";
    }

    private static ProblemException tooMany(Duration wait) {
        return ProblemException.tooManyRequests(
                wait, "More calls than one person may make at this speed; nothing was done.");
    }
}
