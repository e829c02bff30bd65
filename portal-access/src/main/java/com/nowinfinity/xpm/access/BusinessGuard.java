package com.nowinfinity.xpm.access;

import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** A business that the token does not name does not exist for its bearer, whether we know it or not. */
final class BusinessGuard implements WebFilter {

    private static final PathPattern OF_BUSINESS =
            PathPatternParser.defaultInstance.parse("/api/businesses/{businessId}/**");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        PathPattern.PathMatchInfo match = OF_BUSINESS.matchAndExtract(path);
        if (match == null) {
            return chain.filter(exchange);
        }
        String businessId = match.getUriVariables().get("businessId");
        return exchange.getPrincipal()
                .ofType(JwtAuthenticationToken.class)
                .filter(caller -> Caller.of(caller.getToken()).businessIds().contains(businessId))
                .switchIfEmpty(Mono.error(BusinessGuard::unknownBusiness))
                .flatMap(_caller -> chain.filter(exchange).contextWrite(RequestMarks.of(businessId)));
    }

    private static ProblemException unknownBusiness() {
        return new ProblemException(
                HttpStatus.NOT_FOUND, "business-not-found", "Not Found", "There is no such business.");
    }
}
