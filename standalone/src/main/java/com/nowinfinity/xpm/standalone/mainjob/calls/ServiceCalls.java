package com.nowinfinity.xpm.standalone.mainjob.calls;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a service over HTTP with a user's token, and reads JSON. */
public final class ServiceCalls {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http;
    private final @Nullable String token;
    private final Map<String, String> headers;

    /** @param token bearer token; null for a server that wants none */
    public ServiceCalls(HttpClient http, @Nullable String token) {
        this(http, token, Map.of());
    }

    /** @param headers of each call, beside its own */
    public ServiceCalls(HttpClient http, @Nullable String token, Map<String, String> headers) {
        this.http = http;
        this.token = token;
        this.headers = Map.copyOf(headers);
    }

    /** What came back; the body is null where it is empty or no JSON. */
    public record Reply(int status, @Nullable JsonNode body, HttpResponse<byte[]> response) {}

    public JsonNode get(URI uri) {
        return body(send("GET", uri, null, 200), "GET", uri);
    }

    /** Every item of a list, page by page. */
    public List<JsonNode> all(URI list) {
        List<JsonNode> items = new ArrayList<>();
        each(list, items::add);
        return items;
    }

    /** As {@link #all}, for lists that are longer than what anybody wants to hold. */
    public void each(URI list, Consumer<JsonNode> sink) {
        String separator = list.getRawQuery() == null ? "?" : "&";
        JsonNode page = get(URI.create(list + separator + "limit=500"));
        page.path("items").forEach(sink);
        while (page.path("next").isString()) {
            String cursor = URLEncoder.encode(page.path("next").asString(), StandardCharsets.UTF_8);
            page = get(URI.create(list + separator + "limit=500&cursor=" + cursor));
            page.path("items").forEach(sink);
        }
    }

    /** The body of an answer with the one status that is expected. */
    public JsonNode change(String method, URI uri, Object body, int expected) {
        return body(send(method, uri, body, expected), method, uri);
    }

    public Reply send(String method, URI uri, @Nullable Object body, int expected) {
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : json(body);
        HttpRequest.Builder request = request(uri).method(method, publisher);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return expect(expected, method, uri, exchange(request));
    }

    public byte[] download(URI uri) {
        return expect(200, "GET", uri, exchange(request(uri).GET())).response().body();
    }

    /** Multipart with the parts {@code document} and {@code file}. */
    public JsonNode upload(URI uri, Object document, String fileName, byte[] content) {
        Multipart form = new Multipart("main-job-" + Integer.toHexString(fileName.hashCode()))
                .json("document", JSON.writeValueAsBytes(document))
                .file("file", fileName, "application/pdf", content);
        HttpRequest.Builder request =
                request(uri).header("Content-Type", form.contentType()).POST(BodyPublishers.ofByteArray(form.bytes()));
        return body(expect(202, "POST", uri, exchange(request)), "POST", uri);
    }

    private HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(TIMEOUT);
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private Reply exchange(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), parsed(response.body()), response);
        } catch (IOException e) {
            throw new FellShortException(
                    "%s %s got no answer: %s.".formatted(request.method(), request.uri(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FellShortException("Interrupted.", e);
        }
    }

    private static Reply expect(int expected, String method, URI uri, Reply reply) {
        if (reply.status() != expected) {
            throw new FellShortException("%s %s answered %d instead of %d: %s"
                    .formatted(
                            method,
                            uri,
                            reply.status(),
                            expected,
                            new String(reply.response().body(), StandardCharsets.UTF_8)));
        }
        return reply;
    }

    private static JsonNode body(Reply reply, String method, URI uri) {
        if (reply.body() == null) {
            throw new FellShortException("%s %s answered without JSON.".formatted(method, uri));
        }
        return reply.body();
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private static @Nullable JsonNode parsed(byte[] body) {
        try {
            return body.length == 0 ? null : JSON.readTree(body);
        } catch (JacksonException e) {
            return null;
        }
    }
}
