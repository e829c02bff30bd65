package com.nowinfinity.xpm.access;

import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.JsonForm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The least service that has every kind of door. */
@SpringBootApplication
@RestController
class SampleService {

    enum Colour {
        RED,
        BLUE
    }

    record Order(
            String name,
            @Nullable Integer count,
            @Nullable Colour colour,
            @Nullable List<String> tags) {
        Order {
            ProblemException.required(name, "name");
        }
    }

    @Bean
    OpenPaths callback() {
        return OpenPaths.of("/oauth/callback");
    }

    @Bean
    BulkPaths events() {
        return BulkPaths.of("/api/businesses/{businessId}/events");
    }

    @Bean
    ProblemSource ownProblems() {
        return error -> error instanceof ArithmeticException
                ? new ProblemException(HttpStatus.CONFLICT, "own-code", "Own", "Translated by the service.")
                        .with("runId", "r-1")
                        .retryAfter(Duration.ofMillis(1500))
                : null;
    }

    @GetMapping("/api/businesses/{businessId}/things")
    Page<String> things(@PathVariable String businessId, @RequestParam(required = false) @Nullable Integer limit) {
        return Page.of(List.of("a", "b", "c").subList(0, 1 + Page.limit(limit) % 3), Page.limit(limit), item -> item);
    }

    @PostMapping("/api/businesses/{businessId}/orders")
    Map<String, Object> order(@PathVariable String businessId, @RequestBody Order order, Caller caller) {
        return Map.of(
                "name",
                order.name(),
                "by",
                caller.sub(),
                "virtual",
                Thread.currentThread().isVirtual());
    }

    /** What a log line of this thread would carry. */
    @GetMapping("/api/businesses/{businessId}/marks")
    Map<String, String> marks(@PathVariable String businessId) {
        return Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of());
    }

    @RequestMapping(
            path = "/api/businesses/{businessId}/events",
            method = {RequestMethod.POST, RequestMethod.PUT})
    Map<String, Object> event(@PathVariable String businessId, @RequestBody Map<String, Object> body) {
        return Map.of("cause", JsonForm.read(body, EntityChanged.class).getCause());
    }

    @PostMapping("/api/businesses/{businessId}/failures/{kind}")
    void fail(@PathVariable String businessId, @PathVariable String kind) {
        throw kind.equals("own") ? new ArithmeticException() : new IllegalStateException("secret-canary");
    }

    @GetMapping("/api/dead-letters")
    Page<String> deadLetters() {
        return new Page<>(List.of(), null);
    }

    @GetMapping("/oauth/callback")
    String callbackPage() {
        return "open";
    }

    @RestController
    static class Files {

        private final CostlyCalls costly;

        Files(CostlyCalls costly) {
            this.costly = costly;
        }

        @GetMapping("/api/businesses/{businessId}/file")
        String file(@PathVariable String businessId, Caller caller) {
            costly.admit(caller, businessId);
            return "much";
        }
    }
}
