package com.nowinfinity.xpm.standalone.mainjob.steps;

import com.nowinfinity.xpm.standalone.mainjob.calls.FellShortException;
import com.nowinfinity.xpm.standalone.mainjob.judging.Finding;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Entities that are linked and about which the report says nothing: changes to them must simply arrive.
 *
 * @param clients XPM's id of each, by entity id
 */
public record InStep(List<JsonNode> entities, Map<String, String> clients) {

    /**
     * @param mirror XPM's clients as report-service lists them
     * @param rows the report's rows
     */
    public static InStep of(List<JsonNode> entities, List<JsonNode> mirror, List<Finding> rows) {
        Map<String, String> links = mirror.stream()
                .filter(client -> client.path("entityId").isString())
                .collect(Collectors.toMap(
                        client -> client.path("entityId").asString(),
                        client -> client.path("clientId").asString(),
                        (first, second) -> first));
        Set<Object> named = rows.stream()
                .flatMap(row -> Stream.of(row.entityId(), row.clientId()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<JsonNode> quiet = entities.stream()
                .filter(entity -> {
                    String client = links.get(entity.path("entityId").asString());
                    return client != null
                            && !named.contains(client)
                            && !named.contains(entity.path("entityId").asString());
                })
                .toList();
        return new InStep(quiet, links);
    }

    public String clientOf(String entityId) {
        String clientId = clients.get(entityId);
        if (clientId == null) {
            throw new FellShortException(entityId + " is not linked.");
        }
        return clientId;
    }

    /** A company in force that has this. */
    public JsonNode company(String what, Predicate<JsonNode> wanted) {
        return entities.stream()
                .filter(entity -> entity.path("kind").asString().equals("COMPANY"))
                .filter(entity -> entity.path("status").asString().equals("ACTIVE"))
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new FellShortException("No linked company in step that has " + what + "."));
    }

    /** Somebody in step who is a director of the company today. */
    public Optional<String> director(JsonNode company) {
        Set<String> known = entities.stream()
                .map(entity -> entity.path("entityId").asString())
                .collect(Collectors.toSet());
        return company.path("relationships").values().stream()
                .filter(role -> role.path("type").asString().equals("DIRECTOR"))
                .filter(role -> !role.path("endDate").isString())
                .map(role -> role.path("entityId").asString())
                .filter(known::contains)
                .findFirst();
    }
}
