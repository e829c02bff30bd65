package com.nowinfinity.xpm.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.access.PortalKeys;
import com.nowinfinity.xpm.access.doors.EveryDoor;
import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.events.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every door with everything that should not come through it. */
@UsesConnector
class DoorsIT extends EveryDoor {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ENTITY = "{'entityId': 'c-1', 'version': 1, 'kind': 'COMPANY', 'name': 'Smith'}";

    private final TestConnector connector = TestConnector.shared();

    record KnownBadBody(String method, String path, String body, String code) {}

    static Stream<KnownBadBody> badBodies() {
        return lines("/bad-bodies.txt")
                .map(cells -> new KnownBadBody(cells.get(0), cells.get(1), cells.get(2), cells.get(3)));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void refusesABadBody(KnownBadBody bad) {
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

    @Override
    protected URI service() {
        return connector.uri;
    }

    @Override
    protected URI management() {
        return URI.create(
                "http://localhost:" + connector.context.getEnvironment().getRequiredProperty("local.management.port"));
    }

    @Override
    protected PortalKeys portal() {
        return connector.keys;
    }

    @Override
    protected ApplicationContext context() {
        return connector.context;
    }

    @Override
    protected Map<String, Integer> doorsOutside() {
        return Map.of(
                "GET /oauth/xero/callback", 400,
                "POST /internal/businesses/{businessId}/access-token", 401,
                "GET /internal/businesses/{businessId}/tax-file-numbers/{reference}", 401,
                "GET /internal/businesses/{businessId}/entities/{entityId}/tax-file-number", 401,
                "GET /internal/businesses/{businessId}/documents/{documentId}/content", 401);
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
