package com.nowinfinity.xpm.standalone.helper;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Answers like a service's health, once broker, database and simulator are there. */
final class HelperHealth {

    private static final byte[] UP = "{\"status\":\"UP\"}".getBytes(StandardCharsets.UTF_8);

    private HelperHealth() {}

    static void answerOn(int port) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/actuator/health", exchange -> {
                try (exchange) {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, UP.length);
                    exchange.getResponseBody().write(UP);
                }
            });
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Port %d cannot be used".formatted(port), e);
        }
    }
}
