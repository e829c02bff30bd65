package com.nowinfinity.xpm.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.events.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every door with everything that should not come through it. */
@UsesConnector
class DoorsIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ENTITY = "{'entityId': 'c-1', 'version': 1, 'kind': 'COMPANY', 'name': 'Smith'}";

    private final TestConnector connector = TestConnector.shared();

    record BadBody(String method, String path, String body, String code) {}

    static Stream<BadBody> badBodies() {
        return lines("/bad-bodies.txt")
                .map(cells -> new BadBody(cells.get(0), cells.get(1), cells.get(2), cells.get(3)));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void refusesABadBody(BadBody bad) {
        Portal portal = connector.business();

        portal.send(
                        bad.method(),
                        bad.path(),
                        BodyPublishers.ofString(json(bad.body())),
                        Map.of("Content-Type", "application/json"))
                .expectProblem(400, bad.code());

        assertNothingTold(portal);
    }

    record BadEntity(String change, String code) {}

    static Stream<BadEntity> badEntities() {
        return lines("/bad-entities.txt").map(cells -> new BadEntity(cells.get(0), cells.get(1)));
    }

    @ParameterizedTest
    @MethodSource("badEntities")
    void refusesABadEntity(BadEntity bad) {
        Portal portal = connector.business();
        ObjectNode entity = (ObjectNode) JSON.readTree(json(ENTITY));
        entity.setAll((ObjectNode) JSON.readTree(json(bad.change())));

        Reply refused = portal.post(
                        "/entity-changes",
                        "{\"cause\": \"EDITED\", \"entity\": %s}".formatted(JSON.writeValueAsString(entity)))
                .expectProblem(400, bad.code());

        assertThat(refused.text("/path")).startsWith("entity");
        assertNothingTold(portal);
    }

    @Test
    void takesNamesOfAllScripts() {
        String entity = json(ENTITY).replace("Smith", "Ζωή \\u202eתו 📄 e\\u0301 O'Neil \\\"Pty\\\" Ltd");

        connector
                .business()
                .send(
                        "POST",
                        "/entity-changes",
                        BodyPublishers.ofString("{\"cause\": \"EDITED\", \"entity\": %s}".formatted(entity)),
                        Map.of("Content-Type", "application/json"))
                .expect(202);
    }

    /** Made from the description of the service, so that a new door cannot be forgotten. */
    @Test
    void asksEveryoneAtEveryDoorForTheRightToken() {
        List<String> doors = new ArrayList<>();
        JsonNode paths = Portal.exchange(
                        "GET", connector.uri.resolve("/v3/api-docs"), BodyPublishers.noBody(), Map.of())
                .expect(200)
                .at("/paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (String method : path.getValue().propertyNames()) {
                if (path.getKey().startsWith("/api/")) {
                    doors.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                }
            }
        }

        assertThat(doors).hasSizeGreaterThanOrEqualTo(20);
        for (String door : doors) {
            String method = door.substring(0, door.indexOf(' '));
            String path = door.substring(door.indexOf(' ') + 1)
                    .replace("{businessId}", "b-1")
                    .replaceAll("\\{[^}]*}", "x");
            boolean reads = method.equals("GET");
            call(method, path, null).expectProblem(401, "unauthorized");
            call(method, path, connector.keys.token("xpm.manage", "b-2")).expectProblem(404, "business-not-found");
            call(method, path, connector.keys.token(reads ? "xpm.operate" : "xpm.read", "b-1"))
                    .expectProblem(403, "forbidden");
        }
    }

    @Test
    void keepsEverythingButHealthFromTheManagementPort() {
        String port = connector.context.getEnvironment().getRequiredProperty("local.management.port");
        URI management = URI.create("http://localhost:" + port);

        Reply health =
                Portal.exchange("GET", management.resolve("/actuator/health"), BodyPublishers.noBody(), Map.of());
        assertThat(health.expect(200).json().propertyNames()).doesNotContain("components", "details");
        for (String path : List.of("/actuator/env", "/actuator/configprops", "/actuator/heapdump", "/actuator/beans")) {
            assertThat(Portal.exchange("GET", management.resolve(path), BodyPublishers.noBody(), Map.of())
                            .status())
                    .as(path)
                    .isIn(401, 404);
        }
    }

    private Reply call(String method, String path, @Nullable String token) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Content-Type", "application/json"));
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        return Portal.exchange(method, connector.uri.resolve(path), BodyPublishers.ofString("{}"), headers);
    }

    private void assertNothingTold(Portal portal) {
        for (Topic<?> topic : Topics.work()) {
            assertThat(connector.heard.of(portal.businessId(), topic)).isEmpty();
        }
    }

    private static String json(String quoted) {
        return quoted.replace('\'', '"');
    }

    private static Stream<List<String>> lines(String file) {
        try (InputStream text = Objects.requireNonNull(DoorsIT.class.getResourceAsStream(file))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.replace("LONG129", "x".repeat(129)).replace("LONG2001", "x".repeat(2001)))
                    .map(line ->
                            Stream.of(line.split("\\|", -1)).map(String::strip).toList());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
