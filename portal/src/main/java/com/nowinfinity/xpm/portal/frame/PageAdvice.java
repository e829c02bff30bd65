package com.nowinfinity.xpm.portal.frame;

import com.nowinfinity.xpm.portal.services.ServiceProblem;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives each form its CSRF token, and shows a service's refusal that no page expected. */
@ControllerAdvice
class PageAdvice {

    @ModelAttribute
    Mono<CsrfToken> token(ServerWebExchange exchange) {
        Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
        return token == null
                ? Mono.empty()
                : token.doOnSuccess(known -> {
                    if (known != null) {
                        exchange.getAttributes().put(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME, known);
                    }
                });
    }

    @ExceptionHandler
    Rendering refused(ServiceProblem problem) {
        return Rendering.view("problem")
                .status(HttpStatusCode.valueOf(problem.status() == 401 ? 503 : problem.status()))
                .modelAttribute("title", problem.title())
                .modelAttribute("text", String.valueOf(problem.getMessage()))
                .build();
    }
}
