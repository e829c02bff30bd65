package com.nowinfinity.xpm.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** All services that the pages call, in one: they answer what a test has said, and are away for everything else. */
final class AnsweringServices {

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    AnsweringServices() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** @param pathAndQuery as the portal asks for it, or the path alone for whatever it asks there */
    void say(String pathAndQuery, String json) {
        answers.put(pathAndQuery, json);
    }

    /** Takes back what was said. */
    void sayNothing(String pathAndQuery) {
        answers.remove(pathAndQuery);
    }

    /** What was sent, as {@code POST /path {body}}. */
    List<String> received() {
        return received;
    }

    private void answer(HttpExchange exchange) throws IOException {
        URI asked = exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!exchange.getRequestMethod().equals("GET")) {
            received.add(exchange.getRequestMethod() + " " + asked + " " + body);
        }
        String answer = answers.getOrDefault(asked.toString(), answers.get(asked.getPath()));
        if (answer != null) {
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
