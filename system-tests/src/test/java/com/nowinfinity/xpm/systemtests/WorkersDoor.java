package com.nowinfinity.xpm.systemtests;

import com.nowinfinity.xpm.standalone.mainjob.calls.ServiceCalls;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens as a worker gets them. */
final class WorkersDoor {

    private final ServiceCalls calls;

    WorkersDoor(Path dataDir) {
        String secret = JsonMapper.shared()
                .readTree(dataDir.resolve("credentials.json"))
                .path("internalSecret")
                .asString();
        calls = new ServiceCalls(HttpClient.newHttpClient(), secret);
    }

    /** @param refused a token that XPM has refused */
    String token(URI connector, Office office, @Nullable String refused) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("epoch", office.connection(connector).path("epoch").asLong());
        body.put("rejected", refused == null ? null : digest(refused));
        URI door = connector.resolve("/internal/businesses/%s/access-token".formatted(office.businessId()));
        return calls.change("POST", door, body, 200).path("accessToken").asString();
    }

    private static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
