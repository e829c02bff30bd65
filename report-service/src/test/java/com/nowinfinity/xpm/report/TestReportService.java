package com.nowinfinity.xpm.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nowinfinity.xpm.access.PortalKeys;
import com.nowinfinity.xpm.standalone.TestPlatform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service on real parts, with the portal's users and the neighbours' events. One for all tests of the JVM. */
final class TestReportService {

    /** Few, so that starting is quick. */
    private static final String PARTITIONS = "3";

    private static @Nullable TestReportService shared;

    final PortalKeys portal;
    final Neighbours neighbours;
    final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private TestReportService() throws Exception {
        portal = new PortalKeys();
        neighbours = new Neighbours();
        context = start(portal);
    }

    static synchronized TestReportService shared() throws Exception {
        if (shared == null) {
            shared = new TestReportService();
        }
        return Objects.requireNonNull(shared);
    }

    /** Another instance beside the shared one, or a first one. */
    static ConfigurableApplicationContext start(PortalKeys portal, String... more) {
        TestPlatform platform = TestPlatform.shared();
        String[] usual = arguments(
                "server.port=0",
                "management.server.port=0",
                "spring.kafka.bootstrap-servers=" + platform.bootstrapServers(),
                "schema-registry.uri=" + platform.registryUri(),
                "mongodb.uri=" + platform.mongoUri(),
                "portal.jwk-set-uri=" + portal.jwkSetUri(),
                "portal.issuer=" + PortalKeys.ISSUER,
                "portal.audience=" + PortalKeys.AUDIENCE,
                "report.sweep-interval=200ms");
        return new SpringApplicationBuilder(ReportServiceApplication.class, OwnLoops.class)
                .run(Stream.concat(Stream.of(usual), Stream.of(more).map(property -> "--" + property))
                        .toArray(String[]::new));
    }

    static String[] arguments(String... properties) {
        return Stream.concat(
                        Stream.of(properties),
                        Stream.of(
                                "event-bus.partitions=" + PARTITIONS,
                                "spring.main.banner-mode=off",
                                "logging.level.root=warn"))
                .map(property -> "--" + property)
                .toArray(String[]::new);
    }

    URI management(String path) {
        return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.management.port") + path);
    }

    URI address(String path) {
        return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    HttpResponse<byte[]> call(String method, URI address, @Nullable String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).method(method, HttpRequest.BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** A call that changes something, by a person who may. */
    HttpResponse<byte[]> post(String businessId, String path, String contentType, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(address("/api/businesses/" + businessId + path))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .header("Content-Type", contentType)
                .header("Authorization", "Bearer " + portal.token("xpm.manage", businessId))
                .build();
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<byte[]> post(String businessId, String path, String json) {
        return post(businessId, path, "application/json", json.getBytes(UTF_8));
    }

    HttpResponse<byte[]> get(String businessId, String path) {
        try {
            String token = portal.token("xpm.read", businessId);
            return call("GET", address("/api/businesses/" + businessId + path), token);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The body of a call that succeeds. */
    JsonNode json(String businessId, String path) {
        HttpResponse<byte[]> response = get(businessId, path);
        if (response.statusCode() != 200) {
            throw new AssertionError(
                    path + " answered " + response.statusCode() + " " + new String(response.body(), UTF_8));
        }
        return JsonMapper.shared().readTree(response.body());
    }

    JsonNode items(String businessId, String path) {
        return json(businessId, path).get("items");
    }

    /** Netty's threads are shared by a JVM unless told otherwise, and end with the first service that ends. */
    @Configuration(proxyBeanMethods = false)
    static class OwnLoops {

        @Bean
        ReactorResourceFactory reactorResourceFactory() {
            ReactorResourceFactory loops = new ReactorResourceFactory();
            loops.setUseGlobalResources(false);
            return loops;
        }
    }
}
