package com.nowinfinity.xpm.worker.tokens;

import com.nowinfinity.xpm.api.AccessToken;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks connector-service, and remembers what it answered until shortly before it expires. */
public final class ConnectorTokens implements AccessTokens {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final JsonMapper JSON = new JsonMapper();

    private record Key(String businessId, long epoch) {}

    private record Grant(AccessToken token, Instant expiresAt) {}

    private final HttpClient http;
    private final URI internalUri;
    private final InternalSecret secret;
    private final InstantSource clock;
    private final ConcurrentMap<Key, Grant> grants = new ConcurrentHashMap<>();

    public ConnectorTokens(HttpClient http, URI internalUri, InternalSecret secret, InstantSource clock) {
        this.http = http;
        this.internalUri = internalUri;
        this.secret = secret;
        this.clock = clock;
    }

    @Override
    public AccessToken current(String businessId, long epoch) {
        Key key = new Key(businessId, epoch);
        Grant known = grants.get(key);
        if (known != null && clock.instant().isBefore(known.expiresAt().minus(MARGIN))) {
            return known.token();
        }
        return ask(key, null);
    }

    @Override
    public AccessToken replacing(String businessId, long epoch, AccessToken refused) {
        Key key = new Key(businessId, epoch);
        Grant known = grants.get(key);
        // Several calls may be refused at once: the first one has already fetched another.
        return known != null && !known.token().equals(refused) ? known.token() : ask(key, refused);
    }

    private AccessToken ask(Key key, @Nullable AccessToken refused) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("epoch", key.epoch());
        body.put("rejected", refused == null ? null : sha256(refused.value()));
        HttpRequest request = HttpRequest.newBuilder(
                        internalUri.resolve("/internal/businesses/" + key.businessId() + "/access-token"))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + secret.value())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return read(key, answer);
        } catch (IOException | JacksonException e) {
            throw passing("The connection service cannot be asked for a token.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw passing("The worker is stopping.");
        }
    }

    private AccessToken read(Key key, HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 200 -> {
                JsonNode body = JSON.readTree(answer.body());
                AccessToken token = new AccessToken(body.path("accessToken").asString());
                Instant expiresAt = Instant.parse(body.path("expiresAt").asString());
                grants.put(key, new Grant(token, expiresAt));
                yield token;
            }
            case 409 -> {
                grants.remove(key);
                String code = JSON.readTree(answer.body()).path("code").asString("not-connected");
                throw new NoToken(
                        Outcomes.reason(code, "The connection to Xero has to be renewed by a person."), false, RETRY);
            }
            default -> throw passing("The connection service answered " + answer.statusCode() + ".");
        };
    }

    private static NoToken passing(String text) {
        return new NoToken(Outcomes.reason("no-token", text), true, RETRY);
    }

    private static String sha256(String value) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }
}
