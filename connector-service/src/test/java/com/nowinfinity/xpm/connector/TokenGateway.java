package com.nowinfinity.xpm.connector;

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
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Stands before Xero's token and revocation addresses: lets calls through and remembers them, or answers in its place. */
final class TokenGateway implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /**
     * An answer in Xero's place; 0 means that Xero does what was asked but the answer is lost.
     *
     * @param before what happens elsewhere until then
     */
    record Fault(int status, String body, Runnable before) {

        Fault(int status, String body) {
            this(status, body, () -> {});
        }
    }

    private final HttpServer server;
    private final URI xero;
    private final Deque<Fault> faults = new ConcurrentLinkedDeque<>();
    private final List<String> forms = new CopyOnWriteArrayList<>();

    TokenGateway(URI xero) throws IOException {
        this.xero = xero;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::exchange);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI baseUri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    void next(int status, String body) {
        faults.add(new Fault(status, body));
    }

    void next(int status, String body, Runnable before) {
        faults.add(new Fault(status, body, before));
    }

    /** How many calls had this in their form since {@link #forget}. */
    long calls(String part) {
        return forms.stream().filter(form -> form.contains(part)).count();
    }

    /** Every form that came since {@link #forget}, behind its path. */
    List<String> forms() {
        return List.copyOf(forms);
    }

    void forget() {
        forms.clear();
        faults.clear();
    }

    private void exchange(HttpExchange exchange) throws IOException {
        byte[] form = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        forms.add(path + "?" + new String(form, StandardCharsets.UTF_8));
        Fault fault = faults.poll();
        if (fault != null) {
            fault.before().run();
        }
        if (fault != null && fault.status() > 0) {
            answer(exchange, fault.status(), fault.body().getBytes(StandardCharsets.UTF_8));
            return;
        }
        HttpResponse<byte[]> answer = forwarded(exchange, path, form);
        if (fault == null) {
            answer(exchange, answer.statusCode(), answer.body());
        } else {
            exchange.close();
        }
    }

    private HttpResponse<byte[]> forwarded(HttpExchange exchange, String path, byte[] form) {
        HttpRequest request = HttpRequest.newBuilder(xero.resolve(path))
                .header("Authorization", exchange.getRequestHeaders().getFirst("Authorization"))
                .header("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(form))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
