package com.nowinfinity.xpm.benchmarks.plain;

import com.nowinfinity.xpm.events.EventClasses;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The baseline: a Spring Boot application with one Kafka listener, as many threads as partitions, a blocking client
 * that sleeps as long as Retry-After says, a read before each write, the default error handler with back-off, and dead
 * letters. Nothing in it is made slow: poll intervals are long enough for every sleep, connections are kept.
 */
@SpringBootApplication(excludeName = "com.nowinfinity.xpm.bus.wiring.EventBusAutoConfiguration")
public class PlainWorker {

    public static void main(String[] arguments) {
        EventClasses.trust();
        SpringApplication application = new SpringApplication(PlainWorker.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(Map.of(
                "spring.main.banner-mode", "off",
                "spring.main.keep-alive", "true",
                "spring.config.location", "optional:classpath:/none/"));
        application.run(arguments);
        answerForHealth(Integer.parseInt(System.getenv("MANAGEMENT_SERVER_PORT")));
    }

    private static void answerForHealth(int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/actuator/health", exchange -> {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
