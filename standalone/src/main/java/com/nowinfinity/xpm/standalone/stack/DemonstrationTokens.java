package com.nowinfinity.xpm.standalone.stack;

import com.nowinfinity.xpm.standalone.process.StartFailedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Asks the portal, which demonstrates itself, for its users' tokens. */
final class DemonstrationTokens {

    private static final Duration LIFE = Duration.ofHours(12);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI address;

    DemonstrationTokens(URI portal) {
        this.address = URI.create(portal + "/demo/token");
    }

    String tokenOf(String user) {
        var body = JSON.writeValueAsString(Map.of("user", user, "expiresIn", LIFE.toSeconds()));
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new StartFailedException(
                        "The portal gives %s no token: it answers %d.".formatted(user, answer.statusCode()));
            }
            return JSON.readTree(answer.body()).required("access_token").stringValue();
        } catch (IOException e) {
            throw new StartFailedException("The portal gives %s no token: %s.".formatted(user, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailedException("Interrupted while the portal was asked for tokens.");
        }
    }
}
