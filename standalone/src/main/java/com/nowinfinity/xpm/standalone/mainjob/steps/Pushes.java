package com.nowinfinity.xpm.standalone.mainjob.steps;

import com.nowinfinity.xpm.standalone.mainjob.calls.Desk;
import com.nowinfinity.xpm.standalone.mainjob.calls.FellShortException;
import com.nowinfinity.xpm.standalone.mainjob.calls.Patience;
import com.nowinfinity.xpm.standalone.mainjob.calls.ServiceCalls;
import com.nowinfinity.xpm.standalone.mainjob.calls.Site;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** New records with their documents into XPM, as a person pushes them from the portal. */
public final class Pushes {

    private static final Set<String> WRITTEN = Set.of("CREATED", "UPDATED");

    private final Site site;
    private final ServiceCalls calls;
    private final Patience patience;
    private final Duration limit;

    public Pushes(Desk desk, Duration limit) {
        this.site = desk.site();
        this.calls = desk.calls();
        this.patience = desk.patience();
        this.limit = limit;
    }

    /** Tells of a new entity at the contract's own door. */
    public void tellCreated(Map<String, @Nullable Object> entity) {
        calls.change("POST", site.connector("/entity-changes"), Map.of("cause", "CREATED", "entity", entity), 202);
    }

    public void addDocument(String entityId, String title) {
        byte[] content = "%%PDF-1.4\n%% %s for %s, executed\n%%%%EOF\n"
                .formatted(title, entityId)
                .getBytes(StandardCharsets.UTF_8);
        Map<String, Object> document =
                Map.of("entityId", entityId, "title", title, "folder", "Corporate", "executed", true);
        calls.upload(site.connector("/documents"), document, title.replace(' ', '-') + ".pdf", content);
    }

    /** The outcomes of a push that has run to its end. */
    public List<JsonNode> push(String entityId, @Nullable String newGroup) {
        Map<String, @Nullable Object> push = new LinkedHashMap<>();
        push.put("entityId", entityId);
        push.put("scope", "ALL");
        push.put("groupMode", newGroup == null ? "NONE" : "NEW");
        push.put("groupName", newGroup);
        push.put("relationships", true);
        push.put("documents", true);
        push.put("preview", false);
        String pushId = calls.change("POST", site.connector("/pushes"), push, 202)
                .path("pushId")
                .asString();
        return patience.until("end of the push of " + entityId, limit, () -> completed(pushId));
    }

    private Optional<List<JsonNode>> completed(String pushId) {
        JsonNode push = calls.get(site.connector("/pushes/" + pushId));
        return switch (push.path("state").asString()) {
            case "COMPLETED" ->
                Optional.of(new ArrayList<>(push.path("outcomes").values()));
            case "FAILED" -> throw new FellShortException("Push %s failed: %s".formatted(pushId, push));
            default -> Optional.empty();
        };
    }

    /** Clients that were created or updated. */
    public static Set<String> clientsWritten(List<JsonNode> outcomes) {
        return outcomes.stream()
                .filter(outcome -> !outcome.path("documentId").isString())
                .filter(Pushes::isWritten)
                .map(outcome -> outcome.path("clientId").asString())
                .collect(Collectors.toSet());
    }

    public static Set<String> documentsWritten(List<JsonNode> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.path("documentId").isString())
                .filter(Pushes::isWritten)
                .map(outcome -> outcome.path("documentId").asString())
                .collect(Collectors.toSet());
    }

    /** XPM's id of an entity, where an outcome names it. */
    public static Optional<String> clientOf(String entityId, List<JsonNode> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.path("entityId").asString("").equals(entityId))
                .filter(outcome -> outcome.path("clientId").isString())
                .map(outcome -> outcome.path("clientId").asString())
                .findFirst();
    }

    private static boolean isWritten(JsonNode outcome) {
        return WRITTEN.contains(outcome.path("outcome").asString());
    }
}
