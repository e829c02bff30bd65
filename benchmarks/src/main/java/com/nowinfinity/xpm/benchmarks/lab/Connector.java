package com.nowinfinity.xpm.benchmarks.lab;

import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.JsonForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The portal's way in: connector-service's HTTP API. Safe for many threads. */
public final class Connector {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String token;

    Connector(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** Posts a change; its status. */
    public int post(EntityChanged change) {
        Map<String, Object> body = new HashMap<>(JsonForm.of(change));
        body.remove("businessId");
        body.remove("occurredAt");
        return post(change.getBusinessId(), "/entity-changes", body);
    }

    /** Pushes a company alone; the status. */
    public int push(String eventId, Company company) {
        return post(
                company.businessId(),
                "/pushes",
                Map.of(
                        "eventId",
                        eventId,
                        "entityId",
                        company.entityId(),
                        "scope",
                        "ENTITY_ONLY",
                        "groupMode",
                        "NONE",
                        "relationships",
                        false,
                        "documents",
                        false,
                        "preview",
                        false));
    }

    private int post(String businessId, String path, Map<String, Object> body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/api/businesses/" + businessId + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException("connector-service does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
