package com.nowinfinity.xpm.simulator.identity;

import com.nowinfinity.xpm.simulator.wire.Answer;
import com.nowinfinity.xpm.simulator.wire.Json;
import com.nowinfinity.xpm.simulator.wire.Request;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which organisations a user has connected to the app, and who she is. */
public final class ConnectionsEndpoint {

    /** Seven digits of a second and no zone, as Xero writes them. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Identity identity;
    private final String issuer;
    private final IdentityCalls calls;

    public ConnectionsEndpoint(Identity identity, String issuer, IdentityCalls calls) {
        this.identity = identity;
        this.issuer = issuer;
        this.calls = calls;
    }

    public Answer list(Request request, Caller.Known caller) {
        calls.count("connections");
        String authEventId = request.parameter("authEventId");
        List<Map<String, Object>> connections = identity.connections(caller).stream()
                .filter(connection ->
                        authEventId == null || connection.authEventId().equals(authEventId))
                .map(ConnectionsEndpoint::json)
                .toList();
        return Json.answer(200, connections);
    }

    public Answer delete(String connectionId, Caller.Known caller) {
        calls.count("disconnect");
        return Answer.empty(identity.disconnect(caller, connectionId) ? 204 : 404);
    }

    public Answer userinfo(Caller.Known caller) {
        XeroUser user = caller.user();
        return Json.answer(
                200,
                Map.of(
                        "sub", user.userId().replace("-", ""),
                        "xero_userid", user.userId(),
                        "name", user.name(),
                        "email", user.email()));
    }

    public Answer keySet() {
        return Json.answer(200, identity.tokens().keySet());
    }

    public Answer discovery() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer);
        document.put("authorization_endpoint", issuer + "/identity/connect/authorize");
        document.put("token_endpoint", issuer + "/connect/token");
        document.put("userinfo_endpoint", issuer + "/connect/userinfo");
        document.put("revocation_endpoint", issuer + "/connect/revocation");
        document.put("jwks_uri", issuer + "/.well-known/openid-configuration/jwks");
        document.put("response_types_supported", List.of("code"));
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        document.put("code_challenge_methods_supported", List.of("S256"));
        return Json.answer(200, document);
    }

    private static Map<String, Object> json(Connection connection) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", connection.id());
        json.put("authEventId", connection.authEventId());
        json.put("tenantId", connection.tenant().tenantId());
        json.put("tenantType", connection.tenant().type());
        json.put("tenantName", connection.tenant().name());
        json.put("createdDateUtc", moment(connection.createdAt()));
        json.put("updatedDateUtc", moment(connection.updatedAt()));
        return json;
    }

    private static String moment(Instant at) {
        return MOMENT.format(at);
    }
}
