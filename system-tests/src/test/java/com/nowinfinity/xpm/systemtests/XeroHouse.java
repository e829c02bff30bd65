package com.nowinfinity.xpm.systemtests;

import com.nowinfinity.xpm.standalone.mainjob.calls.ServiceCalls;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The simulator as whoever runs Xero sees it. */
final class XeroHouse {

    private final URI simulator;
    private final ServiceCalls calls = new ServiceCalls(HttpClient.newHttpClient(), null);

    XeroHouse(URI simulator) {
        this.simulator = simulator;
    }

    void consentAs(String user) {
        calls.change("PUT", at("consent"), Map.of("user", user, "decline", false), 200);
    }

    void advance(Duration time) {
        calls.send("POST", at("clock"), Map.of("advance", time.toString()), 200);
    }

    void delay(String operation, Duration length) {
        Map<String, Object> delay = Map.of("kind", "delay", "length", length.toString());
        calls.change(
                "PUT", at("faults"), Map.of("faults", List.of(Map.of("operation", operation, "effect", delay))), 200);
    }

    JsonNode summary() {
        return calls.get(at("summary"));
    }

    /** How often tokens were refreshed. */
    int refreshes() {
        return summary().path("identityCalls").path("refresh").asInt(0);
    }

    /** The phones of XPM's clients of this name. */
    List<String> phones(String tenantId, String name) {
        return calls.get(at("organisations/%s/clients".formatted(tenantId))).values().stream()
                .filter(client -> client.path("name").asString("").equals(name))
                .map(client -> calls.get(at("organisations/%s/clients/%s"
                                .formatted(tenantId, client.path("clientId").asString())))
                        .path("elements")
                        .path("Phone")
                        .asString(""))
                .toList();
    }

    private URI at(String path) {
        return simulator.resolve("/simulator/" + path);
    }
}
