package com.nowinfinity.xpm.portal.frame;

import java.nio.charset.StandardCharsets;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/** A refusal as a page, for a browser that is not at the HTTP API; before the problems in JSON (order -2). */
@Order(-3)
final class PageRefusals implements WebExceptionHandler {

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted() || !isPage(exchange) || !(error instanceof ErrorResponse refusal)) {
            return Mono.error(error);
        }
        HttpStatusCode status = refusal.getStatusCode();
        if (status.is5xxServerError()) {
            return Mono.error(error);
        }
        String reason = error instanceof ResponseStatusException known && known.getReason() != null
                ? known.getReason()
                : "There is nothing to see at this address.";
        byte[] page = page(title(status), HtmlUtils.htmlEscape(reason)).getBytes(StandardCharsets.UTF_8);
        response.setStatusCode(status);
        response.getHeaders().setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        response.getHeaders().setCacheControl("no-store");
        response.getHeaders().set("X-Content-Type-Options", "nosniff");
        return response.writeWith(Mono.just(response.bufferFactory().wrap(page)));
    }

    private static String page(String title, String text) {
        return """
            <!DOCTYPE html>
            <html lang="en-AU"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title><link rel="stylesheet" href="/portal.css"><link rel="icon" href="/portal.svg"></head>
            <body class="alone"><main><section class="card"><h1>%1$s</h1><p>%2$s</p><p><a href="/">To the start</a></p></section></main></body></html>
            """.formatted(title, text);
    }

    private static boolean isPage(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        String accept = String.valueOf(exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT));
        return accept.contains(MediaType.TEXT_HTML_VALUE) && !path.startsWith("/api/") && !path.startsWith("/demo/");
    }

    private static String title(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == HttpStatus.NOT_FOUND
                ? "This page does not exist"
                : known == HttpStatus.FORBIDDEN ? "Not allowed" : "This does not work";
    }
}
