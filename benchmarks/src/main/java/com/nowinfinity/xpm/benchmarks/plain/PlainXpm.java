package com.nowinfinity.xpm.benchmarks.plain;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** XPM by hand: GET, then PUT what differs; a 429 is slept through and tried again. Safe for many threads. */
final class PlainXpm {

    private static final Pattern TOKEN = Pattern.compile("\"accessToken\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern EMAIL = Pattern.compile("<Email>([^<]*)</Email>");
    private static final int TOO_MANY = 429;
    private static final long TOKEN_LIFE_NANOS = Duration.ofMinutes(3).toNanos();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI api;
    private final URI door;
    private final String secret;
    private @Nullable String token;
    private long fetchedAt;

    PlainXpm(URI api, URI door, String secret) {
        this.api = api;
        this.door = door;
        this.secret = secret;
    }

    void write(String tenantId, String clientId, String email) throws IOException, InterruptedException {
        String shown = send(tenantId, at("/client.api/get/" + clientId).GET());
        Matcher standing = EMAIL.matcher(shown);
        if (standing.find() && standing.group(1).equals(email)) {
            return;
        }
        String body = "<Client><UUID>%s</UUID><Email>%s</Email></Client>".formatted(clientId, email);
        send(
                tenantId,
                at("/client.api/update")
                        .header("Content-Type", "application/xml")
                        .PUT(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(api + path)).timeout(Duration.ofSeconds(30));
    }

    private String send(String tenantId, HttpRequest.Builder request) throws IOException, InterruptedException {
        while (true) {
            HttpResponse<String> answer = http.send(
                    request.setHeader("Authorization", "Bearer " + token())
                            .setHeader("xero-tenant-id", tenantId)
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() == TOO_MANY) {
                // What the plain way is: it waits where it stands, and holds its partition up.
                Thread.sleep(Duration.ofSeconds(
                        answer.headers().firstValueAsLong("Retry-After").orElse(1)));
            } else if (answer.statusCode() != 200 || answer.body().contains("<Status>ERROR</Status>")) {
                throw new IOException("XPM answers " + answer.statusCode());
            } else {
                return answer.body();
            }
        }
    }

    private synchronized String token() throws IOException, InterruptedException {
        String known = token;
        if (known == null || System.nanoTime() - fetchedAt > TOKEN_LIFE_NANOS) {
            HttpRequest ask = HttpRequest.newBuilder(URI.create(door + "/access-token"))
                    .header("Authorization", "Bearer " + secret)
                    .POST(BodyPublishers.noBody())
                    .build();
            Matcher found =
                    TOKEN.matcher(http.send(ask, BodyHandlers.ofString()).body());
            if (!found.find()) {
                throw new IOException("No token");
            }
            known = found.group(1);
            token = known;
            fetchedAt = System.nanoTime();
        }
        return known;
    }
}
