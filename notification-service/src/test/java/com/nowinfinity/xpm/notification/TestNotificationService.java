package com.nowinfinity.xpm.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nowinfinity.xpm.access.PortalKeys;
import com.nowinfinity.xpm.standalone.TestPlatform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
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
final class TestNotificationService {

    /** Few, so that starting is quick. */
    private static final String PARTITIONS = "3";
    /** More than any test but one opens. */
    static final int STREAMS_PER_PERSON = 8;

    private static @Nullable TestNotificationService shared;

    final PortalKeys portal;
    final Neighbours neighbours;
    final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private TestNotificationService() throws Exception {
        portal = new PortalKeys();
        neighbours = new Neighbours();
        context = start(portal);
    }

    static synchronized TestNotificationService shared() throws Exception {
        if (shared == null) {
            shared = new TestNotificationService();
        }
        return Objects.requireNonNull(shared);
    }

    /** Another instance beside the shared one, or a first one. */
    static ConfigurableApplicationContext start(PortalKeys portal) {
        TestPlatform platform = TestPlatform.shared();
        return new SpringApplicationBuilder(NotificationServiceApplication.class, OwnLoops.class)
                .run(arguments(
                        "server.port=0",
                        "management.server.port=0",
                        "spring.kafka.bootstrap-servers=" + platform.bootstrapServers(),
                        "schema-registry.uri=" + platform.registryUri(),
                        "mongodb.uri=" + platform.mongoUri(),
                        "portal.jwk-set-uri=" + portal.jwkSetUri(),
                        "portal.issuer=" + PortalKeys.ISSUER,
                        "portal.audience=" + PortalKeys.AUDIENCE,
                        "notification.poll-interval=100ms",
                        "notification.heartbeat=300ms",
                        "notification.streams-per-person=" + STREAMS_PER_PERSON,
                        "spring.mail.host=localhost",
                        "spring.mail.port=" + MailProvider.shared().port(),
                        "notification.mail.from=xpm@nowinfinity.example",
                        "notification.mail.portal-uri=https://portal.example/",
                        "notification.mail.public-uri=http://localhost:8084",
                        "notification.mail.link-secret=a-secret-of-tests-that-is-long-enough",
                        "notification.mail.pause=200ms",
                        "notification.mail.poll-interval=100ms"));
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
        return call(method, address, token, "");
    }

    HttpResponse<byte[]> call(String method, URI address, @Nullable String token, String json)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        json.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(json));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** The items of a person's inbox. */
    JsonNode inbox(String token) {
        return json(token, "/api/notifications").get("items");
    }

    /** The body of a call that succeeds. */
    JsonNode json(String token, String path) {
        try {
            HttpResponse<byte[]> response = call("GET", address(path), token);
            if (response.statusCode() != 200) {
                throw new AssertionError(
                        path + " answered " + response.statusCode() + " " + new String(response.body(), UTF_8));
            }
            return JsonMapper.shared().readTree(response.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token for reading and marking, of this person. */
    String token(String sub, String... businessIds) {
        return portal.token(claims -> claims.subject(sub)
                .claim("email", sub + "@practice.example")
                .claim("scope", "xpm.read xpm.manage")
                .claim("business_ids", List.of(businessIds)));
    }

    LiveStream stream(String token, @Nullable String lastEventId) {
        return new LiveStream(http, address("/api/notifications/stream"), token, lastEventId);
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
