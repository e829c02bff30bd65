package com.nowinfinity.xpm.benchmarks.lab;

import com.nowinfinity.xpm.standalone.process.Health;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service's management port: how it is, and its figures by their Micrometer names. */
public final class Actuator {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Actuator(int port) {
        this.base = URI.create("http://127.0.0.1:%d/actuator/".formatted(port));
    }

    Health health(Duration patience) {
        return Health.at(base.resolve("health"), patience);
    }

    /**
     * The first value of a metric.
     *
     * @param metric a name, with tags as {@code ?tag=area:heap}
     */
    public double figure(String metric) {
        return measurements(metric).at("/0/value").asDouble();
    }

    /** The sum of what a timer has measured, in seconds. */
    public double totalSeconds(String timer) {
        return measurements(timer)
                .valueStream()
                .filter(measurement -> measurement.path("statistic").asString().equals("TOTAL_TIME"))
                .mapToDouble(measurement -> measurement.path("value").asDouble())
                .sum();
    }

    private JsonNode measurements(String metric) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("metrics/" + metric))
                .timeout(PATIENCE)
                .build();
        try {
            String body =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return JsonMapper.shared().readTree(body).path("measurements");
        } catch (IOException e) {
            throw new UncheckedIOException(metric + " is not told", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
