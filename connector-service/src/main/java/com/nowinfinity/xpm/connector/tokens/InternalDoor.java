package com.nowinfinity.xpm.connector.tokens;

import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.connector.secrets.Digests;
import com.nowinfinity.xpm.connector.secrets.Secret;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets in who shows the internal secret. Compared by digest, in constant time. */
final class InternalDoor implements WebFilter {

    private static final String BEARER = "Bearer ";

    private final String digest;

    InternalDoor(Secret secret) {
        this.digest = secret.digest();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String shown = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        boolean known = shown != null
                && shown.startsWith(BEARER)
                && Digests.same(Digests.sha256(shown.substring(BEARER.length())), digest);
        return known ? chain.filter(exchange) : Mono.error(InternalDoor::refusal);
    }

    private static ProblemException refusal() {
        return new ProblemException(
                HttpStatus.UNAUTHORIZED, "unauthorized", "Unauthorized", "The internal secret is needed.");
    }
}
