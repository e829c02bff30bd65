package com.nowinfinity.xpm.bus.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One exchange with the registry: bounded in time and size, following nobody elsewhere. */
final class RegistryHttp {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int MAX_BYTES = 4 << 20;
    private static final String JSON = "application/vnd.schemaregistry.v1+json";

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final JsonMapper json = JsonMapper.shared();
    private final String base;
    private final @Nullable String authorization;

    /** @param authorization shown with every request; null for none */
    RegistryHttp(URI base, @Nullable String authorization) {
        String text = base.toString();
        this.base = text.endsWith("/") ? text : text + "/";
        this.authorization = authorization;
    }

    /**
     * @param path below the base; each part already encoded
     * @param body sent as JSON; null sends none
     */
    RegistryAnswer exchange(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(ANSWER)
                .header("Accept", JSON + ", application/json")
                .header("Content-Type", JSON)
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : content(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        long start = System.nanoTime();
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            Duration left = ANSWER.minusNanos(System.nanoTime() - start);
            try (InputStream stream = response.body()) {
                return answer(response.statusCode(), whole(stream, left));
            }
        } catch (IOException e) {
            throw new RegistryUnavailableException("the schema registry at " + base + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("interrupted while asking the schema registry", e);
        }
    }

    /** The client's own time-out ends with the headers; a body that drips is closed from outside, which wakes its reader. */
    private static byte[] whole(InputStream stream, Duration within) throws IOException {
        CompletableFuture<Void> read = new CompletableFuture<>();
        CompletableFuture<Void> unused = read.orTimeout(Math.max(within.toNanos(), 1), TimeUnit.NANOSECONDS)
                .whenComplete((done, late) -> {
                    if (late != null) {
                        closeQuietly(stream);
                    }
                });
        byte[] bytes = stream.readNBytes(MAX_BYTES);
        if (!read.complete(null)) {
            throw new IOException("The answer took longer than " + ANSWER.toSeconds() + " s");
        }
        return bytes;
    }

    private static void closeQuietly(InputStream stream) {
        try {
            stream.close();
        } catch (IOException alreadyGone) {
            // The reader learns of it by itself.
        }
    }

    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    private HttpRequest.BodyPublisher content(Object body) {
        return HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
    }

    private RegistryAnswer answer(int status, byte[] body) {
        if (status >= 500) {
            throw new RegistryUnavailableException("the schema registry at " + base + " answers " + status, null);
        }
        try {
            return new RegistryAnswer(status, json.readTree(body));
        } catch (JacksonException e) {
            throw new RegistryUnavailableException(
                    "what answers at " + base + " with " + status + " is no schema registry", e);
        }
    }
}
