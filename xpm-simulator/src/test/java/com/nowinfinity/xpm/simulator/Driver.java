package com.nowinfinity.xpm.simulator;

import com.nowinfinity.xpm.simulator.identity.ClientSecret;
import com.nowinfinity.xpm.simulator.identity.RegisteredApp;
import com.nowinfinity.xpm.simulator.wire.Json;
import com.nowinfinity.xpm.simulator.wire.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** An app that talks to the simulator over HTTP, without any of the simulator's own code in between. */
final class Driver {

    static final String REDIRECT = "http://localhost:8081/oauth/xero/callback";
    static final RegisteredApp APP = new RegisteredApp(
            "nowinfinity", new ClientSecret("s3cret+/="), List.of(REDIRECT), RegisteredApp.USUAL_SCOPES);
    static final String SCOPES =
            "openid profile email offline_access practicemanager practicemanager.client practicemanager.staff.read";
    static final String VERIFIER = "a-verifier-that-is-long-enough-to-be-one-0123456789";

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI base;
    String accessToken = "";
    String refreshToken = "";
    String tenantId;

    private Driver(URI base, String tenantId) {
        this.base = base;
        this.tenantId = tenantId;
    }

    Driver(XpmSimulator simulator) {
        this(simulator.baseUri(), simulator.tenantIds().getFirst());
    }

    /** Consents as the default user and takes the tokens. */
    static Driver connectedTo(XpmSimulator simulator) {
        return new Driver(simulator).connected();
    }

    /** To a simulator in another process. */
    static Driver connectedTo(URI base) {
        Driver driver = new Driver(base, "").connected();
        driver.tenantId =
                json(driver.get("/connections")).path(0).path("tenantId").asString();
        return driver;
    }

    private Driver connected() {
        takeTokens(token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code(Map.of()),
                "redirect_uri",
                REDIRECT,
                "code_verifier",
                VERIFIER)));
        return this;
    }

    void takeTokens(HttpResponse<String> answer) {
        JsonNode body = json(answer);
        accessToken = body.path("access_token").asString();
        refreshToken = body.path("refresh_token").asString();
    }

    String code(Map<String, String> more) {
        return callback(authorize(more)).getOrDefault("code", "");
    }

    /** Asks for consent without a browser; {@code more} replaces and adds parameters. */
    HttpResponse<String> authorize(Map<String, String> more) {
        return send(HttpRequest.newBuilder(authorizeUri(more)));
    }

    URI authorizeUri(Map<String, String> more) {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of(
                "response_type",
                "code",
                "client_id",
                APP.clientId(),
                "redirect_uri",
                REDIRECT,
                "scope",
                SCOPES,
                "state",
                "st&te",
                "code_challenge",
                challenge(),
                "code_challenge_method",
                "S256"));
        parameters.putAll(more);
        return base.resolve("/identity/connect/authorize?" + form(parameters));
    }

    static Map<String, String> callback(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("location").orElse("?");
        return Request.decode(location.substring(location.indexOf('?') + 1));
    }

    /** With Basic authentication. */
    HttpResponse<String> token(Map<String, String> fields) {
        return post("/connect/token", fields, APP.secret().value());
    }

    HttpResponse<String> post(String path, Map<String, String> fields, String secret) {
        String pair = encoded(APP.clientId()) + ":" + encoded(secret);
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
    }

    HttpResponse<String> postForm(String path, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(base.resolve(path)).POST(HttpRequest.BodyPublishers.ofString(form(fields))));
    }

    HttpResponse<String> get(String path) {
        return send(call(path).GET());
    }

    HttpResponse<String> post(String path, String xml) {
        return send(call(path).POST(HttpRequest.BodyPublishers.ofString(xml)));
    }

    HttpResponse<String> put(String path, String xml) {
        return send(call(path).PUT(HttpRequest.BodyPublishers.ofString(xml)));
    }

    HttpResponse<String> delete(String path) {
        return send(call(path).DELETE());
    }

    /** A data path under the version, or an absolute path. */
    HttpRequest.Builder call(String path) {
        String full = path.startsWith("/") ? path : "/practicemanager/3.1/" + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(full));
        if (!accessToken.isEmpty()) {
            request.header("Authorization", "Bearer " + accessToken);
        }
        return tenantId.isEmpty() ? request : request.header("xero-tenant-id", tenantId);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The body while it arrives. */
    InputStream open(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                    .body();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return Json.mapper().readTree(answer.body());
    }

    static String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
