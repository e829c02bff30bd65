package com.nowinfinity.xpm.access;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Ends every failed exchange with a problem. Stands before Spring Boot's own handler (order -1). */
@Order(-2)
final class ProblemAnswers implements WebExceptionHandler {

    private final ProblemTranslation translation;
    private final JsonMapper json;

    ProblemAnswers(ProblemTranslation translation, JsonMapper json) {
        this.translation = translation;
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(error);
        }
        ProblemException problem = translation.problemOf(error);
        response.setStatusCode(problem.status());
        problem.headers().forEach((name, values) -> response.getHeaders().put(name, List.copyOf(values)));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setCacheControl("no-store");
        // What is refused before it reaches the rules of access has no other headers.
        response.getHeaders().set("X-Content-Type-Options", "nosniff");
        byte[] body = json.writeValueAsBytes(problem.body());
        response.getHeaders().setContentLength(body.length);
        if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
            return response.setComplete();
        }
        DataBuffer buffer = response.bufferFactory().wrap(body);
        return response.writeWith(Mono.just(buffer));
    }
}
