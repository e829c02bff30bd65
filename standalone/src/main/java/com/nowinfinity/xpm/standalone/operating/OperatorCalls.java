package com.nowinfinity.xpm.standalone.operating;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The operators' part of connector-service's API. */
final class OperatorCalls {

    private static final String LETTERS = "/api/dead-letters";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http;
    private final URI connector;
    private final String token;

    OperatorCalls(HttpClient http, URI connector, String token) {
        this.http = http;
        this.connector = connector;
        this.token = token;
    }

    /** What came back, as a person reads it. */
    record Answer(int status, JsonNode body) {

        boolean isGood() {
            return status >= 200 && status < 300;
        }

        String refusal() {
            String detail = body.path("detail").asString("");
            return detail.isEmpty() ? "connector-service answers " + status + "." : detail;
        }
    }

    List<JsonNode> list(boolean all) throws IOException, InterruptedException {
        List<JsonNode> letters = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = call("GET", LETTERS + "?limit=500&all=" + all + cursor);
            if (!page.isGood()) {
                throw new IOException(page.refusal());
            }
            page.body().path("items").forEach(letters::add);
            JsonNode next = page.body().path("next");
            cursor = next.isString() ? "&cursor=" + URLEncoder.encode(next.stringValue(), StandardCharsets.UTF_8) : "";
        } while (!cursor.isEmpty());
        return letters;
    }

    Answer show(String id) throws IOException, InterruptedException {
        return call("GET", path(id));
    }

    Answer replay(String id) throws IOException, InterruptedException {
        return call("POST", path(id) + "/replay");
    }

    Answer drop(String id) throws IOException, InterruptedException {
        return call("DELETE", path(id));
    }

    /** The token must name the business. */
    Answer forget(String businessId) throws IOException, InterruptedException {
        return call("DELETE", "/api/businesses/" + URLEncoder.encode(businessId, StandardCharsets.UTF_8) + "/data");
    }

    private static String path(String id) {
        return LETTERS + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    private Answer call(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(connector.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        return new Answer(answer.statusCode(), json(answer.body()));
    }

    private static JsonNode json(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }
}
