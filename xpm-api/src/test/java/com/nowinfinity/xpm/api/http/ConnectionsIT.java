package com.nowinfinity.xpm.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nowinfinity.xpm.api.AccessToken;
import com.nowinfinity.xpm.api.XeroConnection;
import com.nowinfinity.xpm.api.XpmException.OutcomeUnknown;
import com.nowinfinity.xpm.api.XpmException.Throttled;
import com.nowinfinity.xpm.api.XpmException.Unauthorized;
import com.nowinfinity.xpm.api.XpmException.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Xero's connections as they come: a bare array, other tenants among them, names missing. */
class ConnectionsIT {

    private static final AccessToken TOKEN = new AccessToken("a.b-c");

    private WireServer server;
    private HttpXeroConnections connections;

    @BeforeEach
    void start() throws IOException {
        server = new WireServer();
        URI uri = server.uri().resolve("/connections");
        connections = HttpXeroConnections.create(XeroConnectionsConfiguration.of(uri), CallObserver.NONE, Instant::now);
    }

    @AfterEach
    void stop() throws IOException {
        connections.close();
        server.close();
    }

    @Test
    void areReadWithAndWithoutNames() {
        answering("""
                [ {"id": "k-1", "authEventId": "e-1", "tenantId": "t-1", "tenantType": "PRACTICEMANAGER",
                   "tenantName": null, "createdDateUtc": "2026-07-09T23:40:30.1833130", "updatedDateUtc": "soon"},
                  {"id": "k-2", "tenantId": "t-2", "tenantType": "ORGANISATION", "tenantName": "Ours", "more": {}} ]""");

        assertThat(connections.list(TOKEN, "e-1").value())
                .containsExactly(
                        new XeroConnection(
                                "k-1",
                                "e-1",
                                "t-1",
                                "PRACTICEMANAGER",
                                null,
                                Instant.parse("2026-07-09T23:40:30.183313Z"),
                                null),
                        new XeroConnection("k-2", null, "t-2", "ORGANISATION", "Ours", null, null));
        assertThat(server.only().target()).isEqualTo("/connections?authEventId=e-1");
        assertThat(server.only().headers())
                .containsEntry("authorization", "Bearer a.b-c")
                .doesNotContainKey("xero-tenant-id");
    }

    @Test
    void mayBeNone() {
        answering("[]");

        assertThat(connections.list(TOKEN, null).value()).isEmpty();
        assertThat(server.only().target()).isEqualTo("/connections");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[1]", "<html></html>", "[{\"id\":\"k-1\"}]", "[{\"id\":\"k", "[]]"})
    void areUnavailableWhenTheyMakeNoSense(String body) {
        answering(body);

        assertThat(catchThrowableOfType(Unavailable.class, () -> connections.list(TOKEN, null)))
                .isNotNull();
    }

    @Test
    void areClosedByTheirOwnId() {
        server.playing(WireServer.answering(204, Map.of(), ""));

        assertThat(connections.delete(TOKEN, "k-1").value()).isTrue();
        assertThat(server.only().verb() + " " + server.only().target()).isEqualTo("DELETE /connections/k-1");
    }

    @Test
    void areGoneWhenXeroDoesNotKnowThem() {
        server.playing(WireServer.answering(404, Map.of("x-appminlimit-remaining", "12"), ""));

        var answer = connections.delete(TOKEN, "k-1");

        assertThat(answer.value()).isFalse();
        assertThat(answer.allowance().appMinuteLeft()).isEqualTo(12);
    }

    @Test
    void failAsThePortDoes() {
        server.playing(WireServer.answering(401, Map.of(), ""));
        assertThat(catchThrowableOfType(Unauthorized.class, () -> connections.list(TOKEN, null)))
                .isNotNull();

        server.playing(WireServer.answering(429, Map.of(), ""));
        assertThat(catchThrowableOfType(Throttled.class, () -> connections.list(TOKEN, null)))
                .isNotNull();

        server.playing(WireServer.answering(500, Map.of(), ""));
        assertThat(catchThrowableOfType(OutcomeUnknown.class, () -> connections.delete(TOKEN, "k-1")))
                .isNotNull();
    }

    private void answering(String body) {
        server.playing(WireServer.answering(200, Map.of("Content-Type", "application/json"), body));
    }
}
