package com.nowinfinity.xpm.access.doors;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;

/** What the platform's port must not show. */
public final class ManagementPort {

    private static final List<String> SHOWN = List.of("self", "health", "metrics", "prometheus");

    private static final List<String> HIDDEN = List.of(
            "auditevents",
            "beans",
            "caches",
            "conditions",
            "configprops",
            "env",
            "flyway",
            "heapdump",
            "httpexchanges",
            "info",
            "integrationgraph",
            "logfile",
            "loggers",
            "mappings",
            "quartz",
            "sbom",
            "scheduledtasks",
            "sessions",
            "shutdown",
            "startup",
            "threaddump");

    private ManagementPort() {}

    /** Health without its parts, metrics beside it, and nothing else. */
    public static void assertShowsHealthAndMetricsOnly(URI port) {
        // A service that has just started is not healthy before its consumer runs.
        HttpResponse<String> health = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> call(port, "GET", "/actuator/health"), answer -> answer.statusCode() == 200);
        Assertions.assertThat(health.body()).doesNotContain("components", "details", "mongo", "Kafka");
        HttpResponse<String> metrics = call(port, "GET", "/actuator/prometheus");
        Assertions.assertThat(metrics.statusCode()).isEqualTo(200);
        Assertions.assertThat(metrics.body()).contains("jvm_memory_used_bytes").doesNotContain("/businesses/b-", "@");
        for (String hidden : HIDDEN) {
            for (String method : List.of("GET", "POST")) {
                Assertions.assertThat(call(port, method, "/actuator/" + hidden).statusCode())
                        .as(method + " " + hidden)
                        .isIn(401, 403, 404, 405);
            }
        }
        HttpResponse<String> index = call(port, "GET", "/actuator");
        if (index.statusCode() == 200) {
            for (String link : index.body().split("\"href\":\"", -1)) {
                String path = link.substring(0, Math.max(0, link.indexOf('"')));
                if (path.contains("/actuator/")) {
                    String name = path.replaceAll(".*/actuator/([a-z]+).*", "$1");
                    Assertions.assertThat(SHOWN).contains(name);
                }
            }
        }
        for (String path :
                List.of("/", "/v3/api-docs", "/api/businesses/b-1/connection", "/api/notifications", "/sign-in")) {
            // The portal sends whoever asks for a page to its sign-in, which is not here either.
            Assertions.assertThat(call(port, "GET", path).statusCode()).as(path).isIn(302, 401, 404);
        }
    }

    private static HttpResponse<String> call(URI port, String method, String path) {
        return Door.send(HttpRequest.newBuilder(port.resolve(path))
                .method(method, BodyPublishers.noBody())
                .build());
    }
}
