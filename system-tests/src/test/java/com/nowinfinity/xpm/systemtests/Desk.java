package com.nowinfinity.xpm.systemtests;

import com.nowinfinity.xpm.standalone.access.Access;
import com.nowinfinity.xpm.standalone.access.Access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the manager of the first business sees, and what the simulator shows. */
final class Desk {

    /** Those that XPM keeps under the same name. */
    private static final Set<String> CONTACT_FIELDS = Set.of("email", "phone", "fax", "website");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Access access;

    Desk(Access access) {
        this.access = access;
    }

    String businessId() {
        return access.businesses().getFirst().businessId();
    }

    JsonNode connection() {
        return get(access.connector(), "/connection");
    }

    JsonNode overview() {
        return get(access.portal(), "/overview");
    }

    List<JsonNode> reports() {
        return items(access.report(), "/reports");
    }

    /** As they stand, every page of them. */
    List<JsonNode> discrepancies() {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(access.report(), "/discrepancies?limit=500&cursor=" + cursor);
            all.addAll(page.path("items").values());
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return all;
    }

    /** The calls to Practice Manager that the activity of an entity tells. */
    List<String> stepsOf(String entityId) {
        return items(access.report(), "/activity?entityId=" + entityId).stream()
                .flatMap(event -> event.path("steps").values().stream())
                .map(step -> step.path("text").asString())
                .toList();
    }

    /** The first row about a field of that kind of entity which both sides hold differently. */
    JsonNode fieldThatDiffers(String entityKind, String field) {
        return discrepancies().stream()
                .filter(row -> row.path("kind").asString().equals("field-differs"))
                .filter(row -> row.path("entityKind").asString().equals(entityKind))
                .filter(row -> row.path("field").asString("").equals(field))
                .filter(row ->
                        row.path("xpm").isString() && row.path("nowInfinity").isString())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + field + " differs"));
    }

    /** The first row about a contact field of somebody's that a person can settle by pushing our value. */
    JsonNode contactFieldToPush() {
        return discrepancies().stream()
                .filter(row -> row.path("kind").asString().equals("field-differs"))
                .filter(row -> CONTACT_FIELDS.contains(row.path("field").asString("")))
                .filter(row -> Set.of("NEW", "OPEN").contains(row.path("state").asString()))
                .filter(row -> row.path("actions").values().stream()
                        .anyMatch(action -> action.asString().equals("PUSH")))
                .min(Comparator.comparing(row -> row.path("id").asString()))
                .orElseThrow(() -> new AssertionError("No contact field differs that may be pushed"));
    }

    /** What a report's own file holds, in the order of the reports: the newest first. */
    JsonNode newestReport() {
        String reportId = reports().getFirst().path("reportId").asString();
        return get(access.report(), "/reports/%s/download?format=json".formatted(reportId));
    }

    /** What a report's rows are about and say, without what changes by itself from run to run. */
    List<String> rowsOf(JsonNode report) {
        return report.path("discrepancies").values().stream()
                .map(row -> Stream.of("kind", "entityId", "clientId", "field", "nowInfinity", "xpm")
                        .map(name -> row.path(name).asString("-"))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    /** Begins a run over everything; its id. */
    String beginsARun() {
        URI runs = access.connector().resolve("/api/businesses/" + businessId() + "/sync-runs");
        HttpRequest.Builder request = HttpRequest.newBuilder(runs)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"kinds\": [], \"refreshData\": false, \"preview\": false}"));
        return JsonMapper.shared()
                .readTree(send(authorized(request), 202))
                .path("runId")
                .asString();
    }

    JsonNode run(String runId) {
        return get(access.connector(), "/sync-runs/" + runId);
    }

    String phaseOf(String runId) {
        return run(runId).path("phase").asString("");
    }

    /** How often XPM was asked for all of its clients. */
    int listsOfClients() {
        return (int) get(simulator("/simulator/history?after=0")).values().stream()
                .filter(call -> call.path("path").asString().endsWith("client.api/list"))
                .filter(call -> !call.path("query").asString("").contains("modifiedsince"))
                .count();
    }

    /** The groups of XPM's client of this name. */
    List<String> groupsInXpm(String name) {
        String tenantId = connection().path("organisation").path("tenantId").asString();
        String clients = "/simulator/organisations/%s/clients".formatted(tenantId);
        return get(simulator(clients)).values().stream()
                .filter(client -> client.path("name").asString("").equals(name))
                .map(client ->
                        get(simulator(clients + "/" + client.path("clientId").asString())))
                .flatMap(client -> client.path("groups").values().stream())
                .map(JsonNode::asString)
                .toList();
    }

    /** What XPM's clients are called in the organisation that is connected. */
    List<String> namesInXpm() {
        String tenantId = connection().path("organisation").path("tenantId").asString();
        return get(simulator("/simulator/organisations/%s/clients".formatted(tenantId))).values().stream()
                .map(client -> client.path("name").asString(""))
                .toList();
    }

    /** A company that is linked and of which nothing was planted. */
    JsonNode linkedCompanyInStep() {
        Set<String> planted = get(simulator("/simulator/truth")).path("planted").values().stream()
                .map(row -> row.path("entityId").asString(""))
                .collect(Collectors.toSet());
        Set<String> linked = items(access.report(), "/clients?limit=500").stream()
                .map(client -> client.path("entityId").asString(""))
                .collect(Collectors.toSet());
        return items(access.portal(), "/entities?limit=500").stream()
                .filter(entity -> entity.path("kind").asString().equals("COMPANY"))
                .filter(entity -> entity.path("phone").isString())
                .filter(entity -> linked.contains(entity.path("entityId").asString()))
                .filter(entity -> !planted.contains(entity.path("entityId").asString()))
                .reduce((first, second) -> second) // the main job changes the first ones
                .orElseThrow();
    }

    String clientOf(JsonNode entity) {
        return items(access.report(), "/clients?limit=500").stream()
                .filter(client -> client.path("entityId").equals(entity.path("entityId")))
                .map(client -> client.path("clientId").asString())
                .findFirst()
                .orElseThrow();
    }

    String outcome(JsonNode entity, long version) {
        return items(
                        access.report(),
                        "/activity?entityId=" + entity.path("entityId").asString())
                .stream()
                .filter(item -> item.path("version").asLong() == version)
                .map(item -> item.path("outcome").asString(""))
                .filter(outcome -> !outcome.isEmpty())
                .findFirst()
                .orElse("");
    }

    String inXpm(String clientId, String element) {
        String tenantId = get(simulator("/simulator/truth")).path("tenantId").asString();
        return get(simulator("/simulator/organisations/%s/clients/%s".formatted(tenantId, clientId)))
                .path("elements")
                .path(element)
                .asString("");
    }

    /** The next call that reads or writes clients takes so much longer. */
    void slowsXpmDownOnce(Duration length) {
        String script =
                "{\"faults\": [{\"operation\": \"client.api/*\", \"times\": 1, \"effect\": {\"kind\": \"delay\", \"length\": \"%s\"}}]}"
                        .formatted(length);
        HttpRequest request = HttpRequest.newBuilder(simulator("/simulator/faults"))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(script))
                .build();
        send(request);
    }

    /** Whether a call waits for the answer that {@link #slowsXpmDownOnce} keeps back, or has had it. */
    boolean isXpmSlow() {
        return get(simulator("/simulator/faults")).path("faults").values().stream()
                .anyMatch(fault -> fault.path("struck").asInt() > 0);
    }

    private URI simulator(String path) {
        URI simulator = access.simulator();
        if (simulator == null) {
            throw new IllegalStateException("no simulator");
        }
        return simulator.resolve(path);
    }

    private List<JsonNode> items(URI service, String path) {
        return List.copyOf(get(service, path).path("items").values());
    }

    private JsonNode get(URI service, String path) {
        return get(service.resolve("/api/businesses/" + businessId() + path));
    }

    private JsonNode get(URI uri) {
        return JsonMapper.shared().readTree(send(authorized(HttpRequest.newBuilder(uri))));
    }

    private HttpRequest authorized(HttpRequest.Builder request) {
        return request.header(
                        "Authorization",
                        "Bearer " + access.user(businessId(), Role.MANAGE).token())
                .build();
    }

    private String send(HttpRequest request) {
        return send(request, 200);
    }

    private String send(HttpRequest request, int expected) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != expected) {
                throw new AssertionError(
                        "%s answered %d: %s".formatted(request.uri(), response.statusCode(), response.body()));
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
