package com.nowinfinity.xpm.benchmarks.lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.Executors;

/** connector-service's internal door, as far as a worker needs it: a token that the simulator has issued, and papers. */
final class TokenDoor implements AutoCloseable {

    static final String SECRET = "a-secret-between-our-own-services";

    private static final long LIFE_SECONDS = 1_500;

    private final HttpServer server;

    TokenDoor(Consent consent, InstantSource clock) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The token door does not open", e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            boolean known =
                    ("Bearer " + SECRET).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            boolean paper = exchange.getRequestURI().getPath().endsWith("/content");
            String token = "{\"accessToken\":\"%s\",\"expiresAt\":\"%s\",\"tenantId\":\"any\",\"epoch\":1}"
                    .formatted(consent.token(), clock.instant().plusSeconds(LIFE_SECONDS));
            answer(exchange, known ? 200 : 401, paper ? Paper.TEXT : token);
        });
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
