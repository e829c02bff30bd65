package com.nowinfinity.xpm.worker;

import static com.nowinfinity.xpm.worker.World.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.worker.dispatch.Dispatcher;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.actuate.endpoint.Access;

/** A worker opens nothing to the world: health and metrics on the port for the platform, and nothing on the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManagementPortIT {

    private static final Set<String> SHOWN = Set.of("", "/health", "/health/liveness", "/health/readiness", "/metrics");
    private static final List<String> ENDPOINTS = List.of(
            "auditevents",
            "beans",
            "caches",
            "conditions",
            "configprops",
            "env",
            "heapdump",
            "httpexchanges",
            "info",
            "logfile",
            "loggers",
            "mappings",
            "sbom",
            "scheduledtasks",
            "shutdown",
            "startup",
            "threaddump");

    private final World world;
    private final HttpClient http = HttpClient.newHttpClient();

    ManagementPortIT() throws Exception {
        // An endpoint that is passed on though nobody set it, as compose does.
        world = new World(200, 9, "management.opentelemetry.tracing.export.otlp.endpoint=");
    }

    @AfterAll
    void close() {
        http.close();
        world.close();
    }

    @Test
    void showsHealthWithoutPartsAndMetricsAndNothingElse() {
        soon().untilAsserted(() ->
                assertThat(management("GET", "/actuator/health").statusCode()).isEqualTo(200));
        assertThat(management("GET", "/actuator/health").body()).doesNotContain("components", "mongo", "eventBus");
        SHOWN.forEach(path -> assertThat(management("GET", "/actuator" + path).statusCode())
                .as(path)
                .isEqualTo(200));
        for (String endpoint : ENDPOINTS) {
            for (String method : List.of("GET", "POST")) {
                assertThat(management(method, "/actuator/" + endpoint).statusCode())
                        .as(method + " " + endpoint)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void nothingIsAllowedThatIsNotNamed() {
        assertThat(world.worker().getEnvironment().getProperty("management.endpoints.access.default", Access.class))
                .as("whoever exposes one more has to allow it too")
                .isEqualTo(Access.NONE);
    }

    @Test
    void theOtherPortHasNothingAtAll() {
        for (String path : List.of("/", "/actuator", "/actuator/health", "/actuator/prometheus", "/v3/api-docs")) {
            assertThat(call("local.server.port", "GET", path).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void itsMetricsAreThoseOfTheDocumentation() throws Exception {
        world.connect(false);
        world.change(Entities.company("c-metric", "Metric Pty Ltd").build(), ChangeCause.CREATED);
        soon().until(() -> management("GET", "/actuator/prometheus").body().contains("events_consumed_total"));

        Set<String> listed = Files.readAllLines(Path.of("../docs/metrics.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)).replace('.', '_'))
                .collect(Collectors.toSet());
        Set<String> ours = management("GET", "/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.matches("# TYPE (work|events|xpm|connection)_.*"))
                .map(line -> line.split(" ", -1)[2].replaceAll("_(total|seconds_max)$|(?<=calls)_seconds$", ""))
                .collect(Collectors.toSet());
        assertThat(ours)
                .contains("work_waiting", "work_parked", "work_still_seconds")
                .isSubsetOf(listed);
        assertThat(world.worker().getBean(Dispatcher.class).standing().still())
                .isLessThan(java.time.Duration.ofMinutes(1));
    }

    @Test
    void hasTheMetricsOfOthersThatAlertsAndDashboardAskFor() throws Exception {
        List<String> asked = Files.readAllLines(Path.of("../docs/metrics.md")).stream()
                .filter(line -> line.matches("\\| `[a-z_]+` \\| of (Spring Boot|the JVM|the Kafka client) .*"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
        assertThat(asked).hasSize(3);
        world.connect(false);
        world.change(Entities.company("c-lag", "Lag Pty Ltd").build(), ChangeCause.CREATED);

        soon().untilAsserted(() -> {
            List<String> lines =
                    management("GET", "/actuator/prometheus").body().lines().toList();
            assertThat(asked).allSatisfy(name -> assertThat(lines).anyMatch(line -> line.startsWith(name + "{")));
        });
    }

    private HttpResponse<String> management(String method, String path) {
        return call("local.management.port", method, path);
    }

    private HttpResponse<String> call(String port, String method, String path) {
        URI uri =
                URI.create("http://localhost:" + world.worker().getEnvironment().getRequiredProperty(port) + path);
        try {
            return http.send(
                    HttpRequest.newBuilder(uri)
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
