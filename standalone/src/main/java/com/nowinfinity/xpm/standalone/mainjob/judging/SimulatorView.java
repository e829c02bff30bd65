package com.nowinfinity.xpm.standalone.mainjob.judging;

import com.nowinfinity.xpm.standalone.mainjob.calls.ServiceCalls;
import java.net.URI;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the simulator knows and a real XPM would never tell: the truth, and every call. */
public final class SimulatorView {

    private final URI base;
    private final ServiceCalls calls;

    public SimulatorView(URI base, ServiceCalls calls) {
        this.base = base;
        this.calls = calls;
    }

    public JsonNode truth() {
        return calls.get(base.resolve("/simulator/truth"));
    }

    /** The organisation with the practice. */
    public String tenantId() {
        return truth().path("tenantId").asString();
    }

    /**
     * Lets time pass in XPM: what was planted with it, what only looks so, and what has to be done in the portal.
     *
     * @param except entities to whom nothing may happen
     */
    public JsonNode drift(List<String> except) {
        return calls.change(
                "POST", base.resolve("/simulator/practice/drift"), Map.of("seed", 1, "except", except), 200);
    }

    /** What this practice calls its structures, in the shape of the page of labels. */
    public JsonNode labels() {
        return truth().path("labels");
    }

    public JsonNode summary() {
        return calls.get(base.resolve("/simulator/summary"));
    }

    /** The number of the last call so far. */
    public long lastCall() {
        return history(0).stream()
                .mapToLong(call -> call.path("number").asLong())
                .max()
                .orElse(0);
    }

    /** Calls after that one that wrote, or tried to. */
    public List<JsonNode> writesAfter(long number) {
        return history(number).stream()
                .filter(call -> !call.path("method").asString().equals("GET"))
                .toList();
    }

    private List<JsonNode> history(long after) {
        return List.copyOf(
                calls.get(base.resolve("/simulator/history?after=" + after)).values());
    }

    /** XPM's record of a client, as JSON. */
    public JsonNode client(String clientId) {
        return calls.get(pathOf(clientId));
    }

    /** What somebody else does inside XPM; elements by the names they have in an answer. */
    public void edit(String clientId, Map<String, String> elements) {
        calls.change("POST", pathOf(clientId), elements, 200);
    }

    private URI pathOf(String clientId) {
        return base.resolve("/simulator/organisations/%s/clients/%s".formatted(tenantId(), clientId));
    }
}
