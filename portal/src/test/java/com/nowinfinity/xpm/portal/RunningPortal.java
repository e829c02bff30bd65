package com.nowinfinity.xpm.portal;

import com.nowinfinity.xpm.access.PortalKeys;
import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.bus.EventSubscription;
import com.nowinfinity.xpm.bus.EventSubscriptions;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.standalone.TestPlatform;
import com.nowinfinity.xpm.standalone.platform.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One portal in its demonstration, with the owners of its topics beside it; started once for all tests of the JVM. */
final class RunningPortal {

    static final String BUSINESS = "b-1";
    static final String OTHER_BUSINESS = "b-2";

    /** As many as make more than one batch of the first load. */
    static final int SEEDED = 501;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static @Nullable RunningPortal shared;

    private final Path folder;
    private final ConfigurableApplicationContext owners;
    private final ConfigurableApplicationContext portal;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AnsweringServices services = new AnsweringServices();
    private final List<EntityChanged> told = new CopyOnWriteArrayList<>();

    @EnableAutoConfiguration(excludeName = "com.nowinfinity.xpm.access.PortalAccessConfiguration")
    static class Owner {}

    private RunningPortal(Path folder) throws IOException {
        this.folder = folder;
        owner("CONNECTOR_SERVICE").close();
        this.owners = owner("SYNC_WORKER");
        EventSubscription listening = owners.getBean(EventSubscriptions.class)
                .subscribe(
                        "tests",
                        List.of(Topics.ENTITY_CHANGED),
                        batch -> batch.forEach(received -> told.add((EntityChanged) received.event())));
        listening.start();
        Path demonstration = Files.writeString(folder.resolve("demonstration.json"), """
                {"businesses": [
                  {"businessId": "b-1", "name": "Harbour Accounting", "users": [
                    {"name": "anna", "password": "secret-of-anna", "role": "MANAGE", "scope": "xpm.manage"},
                    {"name": "rita", "password": "secret-of-rita", "role": "READ", "scope": "xpm.read"},
                    {"name": "otto", "password": "secret-of-otto", "role": "OPERATE", "scope": "xpm.operate"}]},
                  {"businessId": "b-3", "name": "Lakeside Accounting", "users": [
                    {"name": "lena", "password": "secret-of-lena", "role": "MANAGE", "scope": "xpm.manage"}]},
                  {"businessId": "b-2", "name": "Inland Accounting", "users": [
                    {"name": "otto", "password": "secret-of-otto", "role": "OPERATE", "scope": "xpm.operate"}]}]}
                """);
        StringBuilder seed = new StringBuilder();
        for (int i = 0; i < SEEDED; i++) {
            seed.append(
                    "{\"entityId\": \"c-%d\", \"version\": 1, \"kind\": \"COMPANY\", \"name\": \"Company %d Pty Ltd\", \"email\": \"old@example.com\"}\n"
                            .formatted(i, i));
        }
        this.portal = new SpringApplicationBuilder(PortalApplication.class)
                .profiles("demonstration")
                .run(arguments(
                        "server.port=" + FreePort.any(),
                        "management.server.port=0",
                        "portal.services.connector=" + services.uri(),
                        "portal.services.report=" + services.uri(),
                        "portal.services.notification=" + services.uri(),
                        "portal.issuer=" + PortalKeys.ISSUER,
                        "portal.audience=" + PortalKeys.AUDIENCE,
                        "portal.key-file=" + folder.resolve("keys/portal.json"),
                        "portal.demonstration-file=" + demonstration,
                        "portal.seed-file=" + Files.writeString(folder.resolve("seed.ndjson"), seed)));
    }

    static synchronized RunningPortal shared() {
        if (shared == null) {
            try {
                shared = new RunningPortal(Files.createTempDirectory("portal"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shared;
    }

    private static ConfigurableApplicationContext owner(String owner) {
        return new SpringApplicationBuilder(Owner.class)
                .web(WebApplicationType.NONE)
                .run(arguments("event-bus.owner=" + owner));
    }

    private static String[] arguments(String... properties) {
        TestPlatform platform = TestPlatform.shared();
        List<String> all = new java.util.ArrayList<>(List.of(properties));
        all.add("spring.kafka.bootstrap-servers=" + platform.bootstrapServers());
        all.add("schema-registry.uri=" + platform.registryUri());
        all.add("mongodb.uri=" + platform.mongoUri());
        all.add("event-bus.topic-prefix=portal-it.");
        all.add("event-bus.partitions=2");
        return all.stream().map(property -> "--" + property).toArray(String[]::new);
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + portal.getEnvironment().getProperty("local.server.port") + path);
    }

    URI management(String path) {
        return URI.create("http://localhost:" + portal.getEnvironment().getProperty("local.management.port") + path);
    }

    /** The pair that signs its tokens, as JSON Web Key. */
    String signingKey() throws IOException {
        return Files.readString(folder.resolve("keys/portal.json"));
    }

    /** Away, but for what a test lets them say. */
    AnsweringServices services() {
        return services;
    }

    ApplicationContext context() {
        return portal;
    }

    /** All that it answers at, pages and API. */
    Set<RequestMappingInfo> addresses() {
        return portal.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet();
    }

    EventPublisher publisher() {
        return owners.getBean(EventPublisher.class);
    }

    /** Every change that is on Kafka. */
    List<EntityChanged> told() {
        return told;
    }

    String token(String request) {
        return json(send("POST", "/demo/token", null, request))
                .path("access_token")
                .asString();
    }

    String manager() {
        return token("{\"user\": \"anna\"}");
    }

    JsonNode get(String path) {
        return json(send("GET", path, manager(), null));
    }

    HttpResponse<String> send(String method, String path, @Nullable String token, @Nullable String body) {
        return send(method, uri(path), token, body);
    }

    HttpResponse<String> send(String method, URI uri, @Nullable String token, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }
}
