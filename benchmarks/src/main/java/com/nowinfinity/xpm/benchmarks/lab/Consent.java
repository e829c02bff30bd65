package com.nowinfinity.xpm.benchmarks.lab;

import com.nowinfinity.xpm.simulator.identity.ClientSecret;
import com.nowinfinity.xpm.simulator.identity.HeadlessConsent;
import com.nowinfinity.xpm.simulator.identity.RegisteredApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amelia's consent to all her organisations, given again before its token grows too old. Thread-safe. */
final class Consent {

    static final HeadlessConsent AMELIA = new HeadlessConsent("Amelia", null, false);

    static final RegisteredApp APP = new RegisteredApp(
            "benchmarks",
            new ClientSecret("benchmarks-secret"),
            List.of("http://localhost:8081/oauth/xero/callback"),
            RegisteredApp.USUAL_SCOPES);

    private static final String SCOPES = "offline_access practicemanager practicemanager.client practicemanager.staff";
    private static final Duration FRESH = Duration.ofMinutes(4);

    private final URI xero;
    private final InstantSource clock;
    private @Nullable String token;
    private Instant givenAt = Instant.EPOCH;

    Consent(URI xero, InstantSource clock) {
        this.xero = xero;
        this.clock = clock;
    }

    synchronized String token() {
        String known = token;
        if (known == null || clock.instant().isAfter(givenAt.plus(FRESH))) {
            known = give();
            token = known;
            givenAt = clock.instant();
        }
        return known;
    }

    private String give() {
        String redirect = APP.redirectUris().getFirst();
        String callback = send(HttpRequest.newBuilder(xero.resolve("/identity/connect/authorize?response_type=code"
                        + "&client_id=" + APP.clientId() + "&state=s&redirect_uri=" + encoded(redirect) + "&scope="
                        + encoded(SCOPES))))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String basic = Base64.getEncoder()
                .encodeToString((APP.clientId() + ":benchmarks-secret").getBytes(StandardCharsets.US_ASCII));
        String form = "grant_type=authorization_code&code=" + found("[?&]code=([^&]+)", callback) + "&redirect_uri="
                + encoded(redirect);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(xero.resolve("/connect/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        return found("\"access_token\"\\s*:\\s*\"([^\"]+)\"", answer.body());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator's identity does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Amelia consented", e);
        }
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(pattern + " is not in " + text);
        }
        return matcher.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
