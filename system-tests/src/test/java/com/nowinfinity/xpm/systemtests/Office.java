package com.nowinfinity.xpm.systemtests;

import com.nowinfinity.xpm.standalone.access.Access;
import com.nowinfinity.xpm.standalone.mainjob.calls.Desk;
import com.nowinfinity.xpm.standalone.mainjob.calls.Patience;
import com.nowinfinity.xpm.standalone.mainjob.calls.ServiceCalls;
import com.nowinfinity.xpm.standalone.mainjob.calls.Site;
import com.nowinfinity.xpm.standalone.mainjob.steps.Connecting;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Somebody in one business, who reaches each connector-service by itself. */
final class Office {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Access access;
    private final String businessId;
    private final String token;
    private final ServiceCalls calls;
    private final List<Pushed> pushed = new ArrayList<>();

    /** What was accepted: the push, and the state that it is for. */
    record Pushed(String pushId, String name, long version) {}

    Office(Access access, String businessId) {
        this.access = access;
        this.businessId = businessId;
        this.token = new ServiceCalls(http, null)
                .change(
                        "POST",
                        access.portal().resolve("/demo/token"),
                        Map.of("user", "mia", "businessIds", List.of(businessId)),
                        200)
                .path("access_token")
                .asString();
        this.calls = new ServiceCalls(http, token);
    }

    String businessId() {
        return businessId;
    }

    /** Begins at that instance; Xero sends the browser back to the first one, whose address is registered. */
    void connect(URI connector) {
        Access there = new Access(
                access.portal(),
                connector,
                access.connectors(),
                access.report(),
                access.notification(),
                access.worker(),
                access.simulator(),
                access.registry(),
                access.kafka(),
                access.mongodb(),
                access.businesses());
        Desk desk = new Desk(new Site(there, businessId, token), calls, new Patience(System::nanoTime));
        new Connecting(desk, http).connect(null);
    }

    JsonNode connection(URI connector) {
        return calls.get(at(connector, "/connection"));
    }

    /** Tells the state at one instance and pushes it at another. */
    void push(URI tells, URI pushes, String entityId, String name, long version) {
        push(tells, pushes, entityId, name, version, Map.of());
    }

    /** @param headers of the push */
    void push(URI tells, URI pushes, String entityId, String name, long version, Map<String, String> headers) {
        Map<String, Object> entity = new HashMap<>(Map.of("entityId", entityId, "version", version, "name", name));
        entity.putAll(Map.of("kind", "COMPANY", "status", "ACTIVE", "phone", phone(version)));
        calls.change("POST", at(tells, "/entity-changes"), Map.of("cause", "EDITED", "entity", entity), 202);
        Map<String, Object> wanted = new HashMap<>(Map.of("entityId", entityId, "scope", "ENTITY_ONLY"));
        wanted.putAll(Map.of("groupMode", "NONE", "relationships", false, "documents", false, "preview", false));
        String pushId = new ServiceCalls(http, token, headers)
                .change("POST", at(pushes, "/pushes"), wanted, 202)
                .path("pushId")
                .asString();
        pushed.add(new Pushed(pushId, name, version));
    }

    static String phone(long version) {
        return "03 9000 %04d".formatted(version);
    }

    List<Pushed> pushed() {
        return List.copyOf(pushed);
    }

    /** What XPM has to show in the end. */
    Collection<Pushed> lastOfEach() {
        Map<String, Pushed> last = new LinkedHashMap<>();
        pushed.forEach(one -> last.put(one.name(), one));
        return last.values();
    }

    /** How far a push is, and its outcomes, as in {@code COMPLETED CREATED}. */
    String told(URI connector, Pushed pushed) {
        JsonNode push = calls.get(at(connector, "/pushes/" + pushed.pushId()));
        StringBuilder told = new StringBuilder(push.path("state").asString());
        for (JsonNode outcome : push.path("outcomes")) {
            told.append(' ').append(outcome.path("outcome").asString());
            JsonNode reason = outcome.path("reason");
            if (reason.isObject()) {
                told.append(' ').append(reason.path("code").asString());
            }
        }
        return told.toString();
    }

    private URI at(URI connector, String path) {
        return connector.resolve("/api/businesses/" + businessId + path);
    }
}
