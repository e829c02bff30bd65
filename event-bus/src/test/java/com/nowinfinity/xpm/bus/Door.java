package com.nowinfinity.xpm.bus;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Stands in front of the registry, and can be shut. */
final class Door implements AutoCloseable {

    /** How it is shut. */
    enum State {
        OPEN,
        /** Somebody answers, but not the registry. */
        PROXY_PAGE,
        BROKEN,
        /** A registry that has lost everything. */
        EMPTY,
        /** Takes the connection and ends it. */
        CUT,
        /** A byte now and then, for ever. */
        DRIP,
        /** Takes the request and says nothing. */
        SILENT
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger asked = new AtomicInteger();
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final URI registry;
    private final HttpServer server;
    private volatile State state = State.OPEN;

    Door(String registry) {
        this.registry = URI.create(registry);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + registry.getPath();
    }

    void set(State state) {
        this.state = state;
        asked.set(0);
    }

    /** The credentials of every request so far; empty for one without. */
    List<String> shown() {
        return List.copyOf(shown);
    }

    /** Requests since it was last set. */
    int asked() {
        return asked.get();
    }

    private void pass(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        byte[] body = exchange.getRequestBody().readAllBytes();
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        shown.add(authorization == null ? "" : authorization);
        switch (state) {
            case OPEN -> forward(exchange, body);
            case PROXY_PAGE -> answer(exchange, 404, "<html>Not here</html>".getBytes(StandardCharsets.UTF_8));
            case BROKEN -> answer(exchange, 503, "{\"error_code\": 50001}".getBytes(StandardCharsets.UTF_8));
            case EMPTY -> answer(exchange, 404, "{\"error_code\": 40403}".getBytes(StandardCharsets.UTF_8));
            case CUT -> exchange.close();
            case DRIP -> drip(exchange);
            case SILENT -> stay();
        }
    }

    private void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        while (state == State.DRIP) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private void stay() {
        while (state == State.SILENT) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private void forward(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(
                        registry.resolve(exchange.getRequestURI().getRawPath()))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            answer(exchange, response.statusCode(), response.body());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
