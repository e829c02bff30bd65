package com.nowinfinity.xpm.standalone.mainjob;

import java.net.URI;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the simulator knows and a real XPM would never tell: the truth, and every call. */
final class SimulatorView {

    private final URI base;
    private final ServiceCalls calls;

    SimulatorView(URI base, ServiceCalls calls) {
        this.base = base;
        this.calls = calls;
    }

    JsonNode truth() {
        return calls.get(base.resolve("/simulator/truth"));
    }

    List<Finding> planted() {
        return truth().path("planted").values().stream().map(Finding::of).toList();
    }

    JsonNode summary() {
        return calls.get(base.resolve("/simulator/summary"));
    }

    /** The number of the last call so far. */
    long lastCall() {
        return history(0).stream()
                .mapToLong(call -> call.path("number").asLong())
                .max()
                .orElse(0);
    }

    /** Calls after that one that wrote, or tried to. */
    List<JsonNode> writesAfter(long number) {
        return history(number).stream()
                .filter(call -> !call.path("method").asString().equals("GET"))
                .toList();
    }

    private List<JsonNode> history(long after) {
        return List.copyOf(
                calls.get(base.resolve("/simulator/history?after=" + after)).values());
    }

    List<JsonNode> clients(String tenantId) {
        return List.copyOf(calls.get(base.resolve("/simulator/organisations/" + tenantId + "/clients"))
                .values());
    }
}
