package com.nowinfinity.xpm.standalone.mainjob.steps;

import com.nowinfinity.xpm.standalone.mainjob.calls.FellShortException;
import com.nowinfinity.xpm.standalone.mainjob.judging.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Entities that are linked and about which the report says nothing: changes to them must simply arrive.
 *
 * @param companies some of the companies in force, enough to find any that is wanted
 * @param entityIds all of the entities
 * @param clients XPM's id of each linked entity, in step or not
 */
public record InStep(List<JsonNode> companies, Set<String> entityIds, Map<String, String> clients) {

    private static final int ENOUGH = 500;

    /** A list that is read item by item. */
    @FunctionalInterface
    public interface Items {
        void each(Consumer<JsonNode> sink);
    }

    /**
     * @param mirror XPM's clients as report-service lists them
     * @param rows the report's rows
     */
    public static InStep of(Items entities, Items mirror, List<Finding> rows) {
        Map<String, String> links = new HashMap<>();
        mirror.each(client -> {
            if (client.path("entityId").isString()) {
                links.putIfAbsent(
                        client.path("entityId").asString(),
                        client.path("clientId").asString());
            }
        });
        Set<Object> named = rows.stream()
                .flatMap(row -> Stream.of(row.entityId(), row.clientId()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<JsonNode> companies = new ArrayList<>();
        Set<String> quiet = new HashSet<>();
        entities.each(entity -> {
            String entityId = entity.path("entityId").asString();
            String client = links.get(entityId);
            if (client != null && !named.contains(client) && !named.contains(entityId)) {
                quiet.add(entityId);
                if (companies.size() < ENOUGH && isCompanyInForce(entity)) {
                    companies.add(entity);
                }
            }
        });
        return new InStep(companies, quiet, links);
    }

    private static boolean isCompanyInForce(JsonNode entity) {
        return entity.path("kind").asString().equals("COMPANY")
                && entity.path("status").asString().equals("ACTIVE");
    }

    public String clientOf(String entityId) {
        String clientId = clients.get(entityId);
        if (clientId == null) {
            throw new FellShortException(entityId + " is not linked.");
        }
        return clientId;
    }

    /** A company in force that has this. */
    public Optional<JsonNode> company(Predicate<JsonNode> wanted) {
        return companies.stream().filter(wanted).findFirst();
    }

    /** Somebody in step who is a director of the company today. */
    public Optional<String> director(JsonNode company) {
        return company.path("relationships").values().stream()
                .filter(role -> role.path("type").asString().equals("DIRECTOR"))
                .filter(role -> !role.path("endDate").isString())
                .map(role -> role.path("entityId").asString())
                .filter(entityIds::contains)
                .findFirst();
    }
}
