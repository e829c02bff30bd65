package com.nowinfinity.xpm.api.contract;

import com.nowinfinity.xpm.api.AccessToken;
import com.nowinfinity.xpm.api.Call;
import com.nowinfinity.xpm.api.Credentials;
import com.nowinfinity.xpm.api.http.Bounds;
import com.nowinfinity.xpm.api.http.CallObserver;
import com.nowinfinity.xpm.api.http.HttpXeroConnections;
import com.nowinfinity.xpm.api.http.HttpXpmApi;
import com.nowinfinity.xpm.api.http.XeroConnectionsConfiguration;
import com.nowinfinity.xpm.api.http.XpmApiConfiguration;
import com.nowinfinity.xpm.api.xml.PersonDates;
import com.nowinfinity.xpm.simulator.SimulatorConfiguration;
import com.nowinfinity.xpm.simulator.XpmSimulator;
import com.nowinfinity.xpm.simulator.identity.ClientSecret;
import com.nowinfinity.xpm.simulator.identity.RegisteredApp;
import com.nowinfinity.xpm.simulator.judge.Limits;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The simulator with our app let in, and the ports that lead to it. */
final class SimulatedXero implements AutoCloseable {

    private static final String REDIRECT = "http://localhost:8081/oauth/xero/callback";
    private static final String VERIFIER = "a-verifier-for-tests-that-is-long-enough-to-be-one-0123456789";
    private static final String SCOPES = "offline_access practicemanager practicemanager.client practicemanager.staff";

    final XpmSimulator simulator;
    final HttpXpmApi xpm;

    /** The same with little patience. */
    final HttpXpmApi hasty;

    final HttpXeroConnections connections;
    final AccessToken token;
    final Call call;

    SimulatedXero(Limits limits) throws Exception {
        RegisteredApp app = new RegisteredApp(
                "nowinfinity", new ClientSecret("secret"), List.of(REDIRECT), RegisteredApp.USUAL_SCOPES);
        simulator = XpmSimulator.start(SimulatorConfiguration.of(app).withLimits(limits));
        URI base = simulator.baseUri();
        xpm = port(base, Duration.ofSeconds(30));
        hasty = port(base, Duration.ofMillis(1_500));
        connections = HttpXeroConnections.create(
                XeroConnectionsConfiguration.of(base.resolve("/connections")), CallObserver.NONE, Instant::now);
        token = consent(base);
        call = Call.with(new Credentials(simulator.tenantIds().getFirst(), token));
    }

    private static HttpXpmApi port(URI base, Duration patience) {
        return HttpXpmApi.create(
                new XpmApiConfiguration(
                        base.resolve("/practicemanager/3.1"),
                        Duration.ofSeconds(5),
                        new Bounds(patience, 8L << 20),
                        new Bounds(Duration.ofMinutes(1), 1L << 30),
                        PersonDates.ISO),
                CallObserver.NONE,
                Instant::now);
    }

    /** As the simulator's first user, without a browser. */
    private static AccessToken consent(URI base) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        String callback = send(HttpRequest.newBuilder(base.resolve("/identity/connect/authorize?response_type=code"
                        + "&client_id=nowinfinity&state=s&code_challenge_method=S256&code_challenge=" + challenge
                        + "&redirect_uri=" + encoded(REDIRECT) + "&scope=" + encoded(SCOPES))))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String secret = Base64.getEncoder().encodeToString("nowinfinity:secret".getBytes(StandardCharsets.US_ASCII));
        String form = "grant_type=authorization_code&code=" + found("[?&]code=([^&]+)", callback) + "&redirect_uri="
                + encoded(REDIRECT) + "&code_verifier=" + VERIFIER;
        HttpResponse<String> answer = send(HttpRequest.newBuilder(base.resolve("/connect/token"))
                .header("Authorization", "Basic " + secret)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        return new AccessToken(found("\"access_token\"\\s*:\\s*\"([^\"]+)\"", answer.body()));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError(pattern + " is not in " + text);
        }
        return matcher.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        connections.close();
        hasty.close();
        xpm.close();
        simulator.close();
    }
}
