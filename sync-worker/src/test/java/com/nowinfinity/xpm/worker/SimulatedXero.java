package com.nowinfinity.xpm.worker;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.simulator.SimulatorConfiguration;
import com.nowinfinity.xpm.simulator.XpmSimulator;
import com.nowinfinity.xpm.simulator.identity.ClientSecret;
import com.nowinfinity.xpm.simulator.identity.RegisteredApp;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The simulator with our app let in, and connector-service's internal door as far as a worker needs it: a token that
 * the simulator has issued, and the bytes of documents.
 */
final class SimulatedXero implements AutoCloseable {

    static final String INTERNAL_SECRET = "a-secret-of-our-own-services";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String REDIRECT = "http://localhost:8081/oauth/xero/callback";
    private static final String SCOPES = "offline_access practicemanager practicemanager.client practicemanager.staff";

    final XpmSimulator simulator;
    final Map<String, byte[]> documents = new ConcurrentHashMap<>();
    final Map<String, String> taxFileNumbers = new ConcurrentHashMap<>();

    /** Documents whose host does not answer as it should. */
    final Set<String> unreachable = ConcurrentHashMap.newKeySet();

    /** Documents of which a byte comes now and then, for ever. */
    final Set<String> dripping = ConcurrentHashMap.newKeySet();

    /** Documents that stand at another address of the same host, says the host. */
    final Set<String> moved = ConcurrentHashMap.newKeySet();

    final String token;

    private final HttpServer door;

    SimulatedXero(int clients, long seed) throws IOException, InterruptedException {
        RegisteredApp app = new RegisteredApp(
                "nowinfinity", new ClientSecret("secret"), List.of(REDIRECT), RegisteredApp.USUAL_SCOPES);
        simulator = XpmSimulator.start(SimulatorConfiguration.of(app).withPractice(clients, seed));
        token = consent(simulator.baseUri());
        door = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        door.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        door.createContext("/", exchange -> {
            try (exchange) {
                String path = exchange.getRequestURI().getPath();
                boolean allowed = ("Bearer " + INTERNAL_SECRET)
                        .equals(exchange.getRequestHeaders().getFirst("Authorization"));
                String documentId = path.replaceAll(".*/documents/|/content$", "");
                String number =
                        taxFileNumbers.get(path.replaceAll(".*/tax-file-numbers/|.*/entities/|/tax-file-number$", ""));
                byte[] document = number == null
                        ? documents.get(documentId)
                        : "{\"tfn\":\"%s\"}".formatted(number).getBytes(StandardCharsets.UTF_8);
                if (unreachable.contains(documentId)) {
                    exchange.sendResponseHeaders(503, -1);
                    return;
                }
                if (moved.contains(documentId)) {
                    exchange.getResponseHeaders().set("Location", path.replace(documentId, "moved-" + documentId));
                    exchange.sendResponseHeaders(302, -1);
                    return;
                }
                if (dripping.contains(documentId)) {
                    exchange.sendResponseHeaders(200, 0);
                    drip(exchange.getResponseBody());
                    return;
                }
                byte[] answer = path.endsWith("/access-token")
                        ? "{\"accessToken\":\"%s\",\"expiresAt\":\"%s\",\"tenantId\":\"t\",\"epoch\":1}"
                                .formatted(token, Instant.now().plusSeconds(1500))
                                .getBytes(StandardCharsets.UTF_8)
                        : document;
                exchange.sendResponseHeaders(!allowed ? 401 : answer == null ? 404 : 200, 0);
                if (allowed && answer != null) {
                    exchange.getResponseBody().write(answer);
                }
            }
        });
        door.start();
    }

    /** Until whoever reads has gone. */
    private static void drip(OutputStream body) throws IOException {
        while (true) {
            body.write('M');
            body.flush();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    URI doorUri() {
        return URI.create("http://localhost:" + door.getAddress().getPort());
    }

    URI apiUri() {
        return simulator.baseUri().resolve("/practicemanager/3.1");
    }

    String tenantId() {
        return simulator.tenantIds().getFirst();
    }

    private static String consent(URI base) throws IOException, InterruptedException {
        String callback = send(HttpRequest.newBuilder(base.resolve("/identity/connect/authorize?response_type=code"
                        + "&client_id=nowinfinity&state=s&redirect_uri=" + encoded(REDIRECT) + "&scope="
                        + encoded(SCOPES))))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String secret = Base64.getEncoder().encodeToString("nowinfinity:secret".getBytes(StandardCharsets.US_ASCII));
        String form = "grant_type=authorization_code&code=" + found("[?&]code=([^&]+)", callback) + "&redirect_uri="
                + encoded(REDIRECT);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(base.resolve("/connect/token"))
                .header("Authorization", "Basic " + secret)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        return found("\"access_token\"\\s*:\\s*\"([^\"]+)\"", answer.body());
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

    /** The portal's entities beside the simulated practice. */
    List<Entity> seededEntities() throws IOException, InterruptedException {
        URI entities = simulator.baseUri().resolve("/simulator/practice/entities");
        return send(HttpRequest.newBuilder(entities))
                .body()
                .lines()
                .map(line ->
                        JsonForm.read(JSON.readValue(line, new TypeReference<Map<String, Object>>() {}), Entity.class))
                .toList();
    }

    /** What a person does inside Practice Manager. */
    void edit(String clientId, Map<String, String> elements) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(client(clientId))
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(elements))));
    }

    /** What Practice Manager holds of a client. */
    JsonNode inXpm(String clientId) throws IOException, InterruptedException {
        return JSON.readTree(send(HttpRequest.newBuilder(client(clientId))).body());
    }

    private URI client(String clientId) {
        return simulator.baseUri().resolve("/simulator/organisations/" + tenantId() + "/clients/" + clientId);
    }

    /** Calls to Practice Manager so far. */
    long calls() {
        return simulator.history().size();
    }

    @Override
    public void close() {
        door.stop(0);
        simulator.close();
    }
}
