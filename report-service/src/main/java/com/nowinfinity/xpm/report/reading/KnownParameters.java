package com.nowinfinity.xpm.report.reading;

import com.nowinfinity.xpm.access.ProblemException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * A parameter that a call of ours does not have, or takes once and got twice, is a mistake of the caller: a filter that
 * is misspelt would otherwise answer with everything. A list takes its parameter as often as it has values.
 */
final class KnownParameters implements WebFilter {

    private static final String OURS = "/api/";

    private final RequestMappingHandlerMapping calls;

    KnownParameters(RequestMappingHandlerMapping calls) {
        this.calls = calls;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        boolean asks = !exchange.getRequest().getQueryParams().isEmpty()
                && exchange.getRequest().getPath().value().startsWith(OURS);
        if (!asks) {
            return chain.filter(exchange);
        }
        return calls.getHandler(exchange)
                .map(handler -> handler instanceof HandlerMethod method
                        ? problem(exchange, method)
                        : Optional.<ProblemException>empty())
                .defaultIfEmpty(Optional.empty())
                .flatMap(problem -> problem.<Mono<Void>>map(Mono::error).orElseGet(() -> chain.filter(exchange)));
    }

    private static Optional<ProblemException> problem(ServerWebExchange exchange, HandlerMethod method) {
        Map<String, Boolean> known = Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .collect(Collectors.toUnmodifiableMap(KnownParameters::name, KnownParameters::isList));
        return exchange.getRequest().getQueryParams().entrySet().stream()
                .filter(given -> !fits(known.get(given.getKey()), given.getValue()))
                .findFirst()
                .map(given -> new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        known.containsKey(given.getKey()) ? "repeated-parameter" : "unknown-parameter",
                        "Invalid request",
                        known.containsKey(given.getKey())
                                ? given.getKey() + ": may be given once"
                                : "A parameter of the query is none of this call's."));
    }

    /** @param isList null for a parameter that the call does not have */
    private static boolean fits(@Nullable Boolean isList, List<String> values) {
        return isList != null && (isList || values.size() <= 1);
    }

    private static boolean isList(MethodParameter parameter) {
        return Collection.class.isAssignableFrom(parameter.getParameterType());
    }

    private static String name(MethodParameter parameter) {
        RequestParam annotation = Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class));
        String name = annotation.name();
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        return name.isEmpty() ? String.valueOf(parameter.getParameterName()) : name;
    }
}
