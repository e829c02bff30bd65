package com.nowinfinity.xpm.portal.signin;

import java.net.InetSocketAddress;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Tells the sign-in from which address a guess comes. */
final class SignInAddress implements WebFilter {

    static final String KEY = SignInAddress.class.getName();

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
        String address = remote == null ? "unknown" : remote.getHostString();
        return chain.filter(exchange).contextWrite(context -> context.put(KEY, address));
    }
}
