package com.nowinfinity.xpm.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.events.ClientImported;
import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.ConnectionState;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Topics;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ImportsIT {

    private static final String OVERVIEW = "/api/businesses/b-1/overview";
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final RunningPortal portal = RunningPortal.shared();

    @Test
    void keepsWhatXpmShowsAndCountsClientsWithoutAnEntityAsOffers() {
        String tenant = UUID.randomUUID().toString();
        connect(1_000, ConnectionState.CONNECTED, tenant);
        imported(client(tenant, "x-1", null, List.of()));
        imported(client(tenant, "x-2", "c-20", List.of()));
        imported(client(tenant, "x-1", null, List.of()));
        imported(client("another-organisation", "x-3", null, List.of()));

        await().untilAsserted(() -> {
            JsonNode overview = portal.get(OVERVIEW);
            assertThat(overview.path("connection").path("state").asString()).isEqualTo("CONNECTED");
            assertThat(overview.path("imports").path("clients").asLong()).isEqualTo(2);
            assertThat(overview.path("imports").path("offers").asLong()).isEqualTo(1);
        });

        imported(client(tenant, "x-1", "c-21", List.of()));
        await().untilAsserted(() -> assertThat(
                        portal.get(OVERVIEW).path("imports").path("offers").asLong())
                .isZero());

        connect(999, ConnectionState.NOT_CONNECTED, null);
        imported(client(tenant, "x-4", null, List.of()));
        await().untilAsserted(() -> assertThat(
                        portal.get(OVERVIEW).path("imports").path("clients").asLong())
                .isEqualTo(3));
        assertThat(portal.get(OVERVIEW).path("connection").path("state").asString())
                .isEqualTo("CONNECTED");
    }

    @Test
    void writesWhatIsTakenAsANewVersionOnce() {
        ClientImported taken = client("t", "x-30", "c-30", List.of("email"));
        imported(taken);
        await().untilAsserted(() ->
                assertThat(entity("c-30").path("email").asString()).isEqualTo("new@example.com"));
        assertThat(entity("c-30").path("version").asLong()).isEqualTo(2);
        assertThat(entity("c-30").path("name").asString()).isEqualTo("Company 30 Pty Ltd");

        change("c-30", 2, "third@example.com");
        imported(taken);
        outcome("c-30", Outcome.UPDATED);

        await().untilAsserted(() -> assertThat(portal.get(OVERVIEW)
                        .path("entities")
                        .path("outcomes")
                        .path("UPDATED")
                        .asLong())
                .isPositive());
        assertThat(entity("c-30").path("email").asString()).isEqualTo("third@example.com");
        assertThat(entity("c-30").path("version").asLong()).isEqualTo(3);
    }

    @Test
    void makesAnEntityOfAClientThatIsTakenWithoutOneAndOnlyOne() {
        ClientImported taken = client("t", "x-34", null, List.of("name", "email"));
        imported(taken);
        await().untilAsserted(() ->
                assertThat(entity("xpm-x-34").path("name").asString()).isEqualTo("Of XPM Pty Ltd"));
        assertThat(entity("xpm-x-34").path("version").asLong()).isEqualTo(1);

        change("xpm-x-34", 1, "third@example.com");
        imported(taken);
        imported(client("t", "x-36", "c-36", List.of("email")));
        await().untilAsserted(() ->
                assertThat(entity("c-36").path("email").asString()).isEqualTo("new@example.com"));
        assertThat(entity("xpm-x-34").path("email").asString()).isEqualTo("third@example.com");
        assertThat(entity("xpm-x-34").path("version").asLong()).isEqualTo(2);
    }

    @Test
    void refusesToTakeWhatAsicGovernsAndGoesOn() {
        imported(client("t", "x-31", "c-31", List.of("name")));
        imported(client("t", "x-32", "no-such-entity", List.of("email")));
        imported(client("t", "x-33", "c-33", List.of("email")));

        await().untilAsserted(() ->
                assertThat(entity("c-33").path("email").asString()).isEqualTo("new@example.com"));
        assertThat(entity("c-31").path("version").asLong()).isEqualTo(1);
    }

    @Test
    void forgetsWhatCameFromXpmAndKeepsTheRegister() {
        String tenant = UUID.randomUUID().toString();
        connect(2_000, ConnectionState.CONNECTED, tenant);
        imported(client(tenant, "x-35", "c-35", List.of()));
        outcome("c-35", Outcome.UPDATED);
        await().untilAsserted(() -> {
            JsonNode overview = portal.get(OVERVIEW);
            assertThat(overview.path("imports").path("clients").asLong()).isEqualTo(1);
            assertThat(overview.path("entities").path("outcomes").isEmpty()).isFalse();
        });
        long entities = portal.get(OVERVIEW).path("entities").path("total").asLong();

        publish(connection(2_001, ConnectionState.NOT_CONNECTED, null)
                .setForgottenAt(NOW.minusSeconds(1))
                .build());

        await().untilAsserted(() -> {
            JsonNode overview = portal.get(OVERVIEW);
            assertThat(overview.path("imports").path("clients").asLong()).isZero();
            assertThat(overview.path("entities").path("outcomes").isEmpty()).isTrue();
            assertThat(overview.path("entities").path("total").asLong()).isEqualTo(entities);
        });
    }

    private JsonNode entity(String entityId) {
        return portal.get("/api/businesses/b-1/entities/" + entityId);
    }

    private void change(String entityId, long basedOn, String email) {
        String body =
                "{\"entity\": {\"entityId\": \"%s\", \"version\": %d, \"kind\": \"COMPANY\", \"name\": \"X\", \"email\": \"%s\"}}"
                        .formatted(entityId, basedOn, email);
        assertThat(portal.send("PUT", "/api/businesses/b-1/entities/" + entityId, portal.manager(), body)
                        .statusCode())
                .isEqualTo(200);
    }

    private void imported(ClientImported client) {
        portal.publisher().publish(Topics.CLIENT_IMPORTED, client);
    }

    private void outcome(String entityId, Outcome outcome) {
        portal.publisher()
                .publish(
                        Topics.ENTITY_SYNCED,
                        EntitySynced.newBuilder()
                                .setEventId(UUID.randomUUID().toString())
                                .setBusinessId(RunningPortal.BUSINESS)
                                .setOccurredAt(NOW)
                                .setEntityId(entityId)
                                .setVersion(1)
                                .setOutcome(outcome)
                                .build());
    }

    private void connect(long revision, ConnectionState state, @Nullable String tenantId) {
        publish(connection(revision, state, tenantId).build());
    }

    private void publish(ConnectionChanged connection) {
        portal.publisher().publish(Topics.CONNECTION_CHANGED, connection);
    }

    private static ConnectionChanged.Builder connection(
            long revision, ConnectionState state, @Nullable String tenantId) {
        return ConnectionChanged.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setBusinessId(RunningPortal.BUSINESS)
                .setOccurredAt(NOW)
                .setRevision(revision)
                .setState(state)
                .setTenantId(tenantId);
    }

    private static ClientImported client(
            String tenantId, String clientId, @Nullable String entityId, List<String> take) {
        return ClientImported.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setBusinessId(RunningPortal.BUSINESS)
                .setOccurredAt(NOW)
                .setTenantId(tenantId)
                .setClientId(clientId)
                .setEntityId(entityId)
                .setEntity(Entity.newBuilder()
                        .setEntityId(entityId == null ? "" : entityId)
                        .setKind(EntityKind.COMPANY)
                        .setName("Of XPM Pty Ltd")
                        .setEmail("new@example.com")
                        .build())
                .setTake(take)
                .build();
    }
}
