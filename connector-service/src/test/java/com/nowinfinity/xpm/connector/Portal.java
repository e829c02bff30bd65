package com.nowinfinity.xpm.connector;

import com.nowinfinity.xpm.access.PortalKeys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The portal as the service sees it: one business, a token for it, and a browser that keeps the cookie. */
final class Portal {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String BOUNDARY = "parts-are-parted-here";

    private final URI service;
    private final String businessId;
    private final String token;

    Portal(URI service, PortalKeys keys, String businessId) {
        this.service = service;
        this.businessId = businessId;
        this.token = keys.token("xpm.manage", businessId);
    }

    String businessId() {
        return businessId;
    }

    Reply get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    Reply delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), Map.of());
    }

    Reply post(String path, String json) {
        return send("POST", path, text(json), Map.of("Content-Type", "application/json"));
    }

    Reply put(String path, String json) {
        return send("PUT", path, text(json), Map.of("Content-Type", "application/json"));
    }

    /** Single quotes stand for double ones. */
    private static BodyPublisher text(String json) {
        return BodyPublishers.ofString(json.replace('\'', '"'));
    }

    /** @param documentJson null leaves the part out */
    Reply upload(@Nullable String documentJson, @Nullable String fileName, byte[] file) {
        String head = documentJson == null
                ? ""
                : "--%s\r\nContent-Disposition: form-data; name=\"document\"\r\n\r\n%s\r\n"
                        .formatted(BOUNDARY, documentJson.replace('\'', '"'));
        String fileHead = fileName == null
                ? ""
                : "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/pdf\r\n\r\n"
                        .formatted(BOUNDARY, fileName);
        List<byte[]> body = List.of(
                (head + fileHead).getBytes(StandardCharsets.UTF_8),
                fileName == null ? new byte[0] : file,
                ((fileName == null ? "" : "\r\n") + "--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                "POST",
                "/documents",
                BodyPublishers.ofByteArrays(body),
                Map.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY));
    }

    Reply send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.putIfAbsent("Authorization", "Bearer " + token);
        return exchange(method, service.resolve("/api/businesses/" + businessId + path), body, all);
    }

    /** Consent begun: where the browser is sent, and what it keeps. */
    record Begun(URI authorizationUri, String cookie) {}

    Begun begin() {
        Reply reply = send("POST", "/connection/authorization", BodyPublishers.noBody(), Map.of());
        reply.expect(201);
        String cookie = reply.response().headers().firstValue("Set-Cookie").orElseThrow();
        return new Begun(URI.create(reply.text("/authorizationUri")), cookie.substring(0, cookie.indexOf(';')));
    }

    /** Xero's page without a browser: where it sends the browser then. */
    static URI consent(URI authorizationUri) {
        return location(exchange("GET", authorizationUri, BodyPublishers.noBody(), Map.of()));
    }

    /** The browser comes back. */
    static Reply callback(URI callback, @Nullable String cookie) {
        return exchange("GET", callback, BodyPublishers.noBody(), cookie == null ? Map.of() : Map.of("Cookie", cookie));
    }

    /** @return the contract's word for how it went */
    String connect() {
        Begun begun = begin();
        URI back = location(callback(consent(begun.authorizationUri()), begun.cookie()));
        return Objects.requireNonNull(back.getQuery()).replaceFirst(".*connection=", "");
    }

    static URI location(Reply reply) {
        return URI.create(reply.response()
                .headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(
                        reply.status() + " " + reply.response().body())));
    }

    static Reply exchange(String method, URI uri, BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, body);
        headers.forEach(request::header);
        try {
            return new Reply(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
