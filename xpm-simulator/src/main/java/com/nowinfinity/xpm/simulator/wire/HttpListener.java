package com.nowinfinity.xpm.simulator.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The JDK's HTTP server, one virtual thread for each request. */
public final class HttpListener implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(HttpListener.class.getName());

    static {
        // Read once, by the server's first start: without it small answers wait for the client's delayed
        // acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // Longer than any client keeps an idle connection: whoever closes first must not be the server, or a create
        // that
        // is just being sent would end in doubt.
        System.setProperty("sun.net.httpserver.idleInterval", "600");
    }

    private static final long MOST_DRAINED = 64L * 1024 * 1024;

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final InetSocketAddress address;
    private Function<Request, Answer> answers = request -> Answer.empty(404);
    private @Nullable HttpServer server;
    private boolean closed;

    private HttpListener(HttpServer server) {
        this.server = server;
        this.address = server.getAddress();
    }

    /** Port 0 takes a free one. */
    public static HttpListener bind(String host, int port) throws IOException {
        return new HttpListener(HttpServer.create(new InetSocketAddress(host, port), 0));
    }

    public int port() {
        return address.getPort();
    }

    public synchronized void serve(Function<Request, Answer> newAnswers) {
        answers = newAnswers;
        start(Objects.requireNonNull(server));
    }

    /** Cuts every connection and refuses new ones for so long; returns at once. Another outage meanwhile adds nothing. */
    public synchronized void refuseFor(Duration length) {
        HttpServer open = server;
        if (open == null || closed) {
            return;
        }
        server = null;
        Thread.ofVirtual().name("outage").start(() -> {
            open.stop(0);
            Pause.of(length);
            while (!reopened()) {
                Pause.of(BETWEEN_ATTEMPTS);
            }
        });
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
    }

    private synchronized boolean reopened() {
        if (closed) {
            return true;
        }
        try {
            HttpServer again = HttpServer.create(address, 0);
            start(again);
            server = again;
            return true;
        } catch (IOException stillTaken) {
            LOG.log(System.Logger.Level.DEBUG, "The port is not free yet", stillTaken);
            return false;
        }
    }

    private void start(HttpServer open) {
        Function<Request, Answer> current = answers;
        open.createContext("/", exchange -> exchange(exchange, current));
        open.setExecutor(threads);
        open.start();
    }

    private static void exchange(HttpExchange exchange, Function<Request, Answer> answers) throws IOException {
        try (exchange) {
            Answer answer = answer(request(exchange), answers);
            Once leaving = new Once(answer.leaving());
            try {
                // An answer that overtakes a large body would reach the client as a reset.
                drain(exchange.getRequestBody());
                send(exchange, answer, leaving);
            } finally {
                leaving.run();
                answer.sent().run();
            }
        } catch (IOException lost) {
            LOG.log(System.Logger.Level.DEBUG, "A client went away", lost);
        }
    }

    private static Answer answer(Request request, Function<Request, Answer> answers) {
        try {
            return answers.apply(request);
        } catch (RuntimeException defect) {
            LOG.log(System.Logger.Level.ERROR, "The simulator failed at " + request.path(), defect);
            return Answer.text(500, "text/plain; charset=utf-8", "The simulator failed; its log says why.");
        }
    }

    private static void send(HttpExchange exchange, Answer answer, Runnable leaving) throws IOException {
        if (answer.status() == Answer.DROPPED) {
            throw new IOException("dropped by the script");
        }
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        boolean bodiless = answer.length() == 0 || exchange.getRequestMethod().equals("HEAD");
        long length = answer.length() == Answer.STREAMED ? 0 : answer.length();
        if (bodiless) {
            leaving.run();
        }
        // The JDK's convention: -1 = no body, 0 = chunked.
        exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : length);
        if (!bodiless) {
            OutputStream out = new BufferedOutputStream(
                    new LastByteStream(exchange.getResponseBody(), answer.length(), leaving), 1 << 16);
            answer.body().writeTo(out);
            // Only a body that is whole is closed here: the JDK cuts the connection of an exchange that is closed
            // before its announced length, but not of a body that was.
            out.close();
        }
    }

    private static void drain(InputStream body) throws IOException {
        byte[] buffer = new byte[1 << 14];
        long left = MOST_DRAINED;
        for (int read = body.read(buffer); read >= 0 && left > 0; read = body.read(buffer)) {
            left -= read;
        }
    }

    private static Request request(HttpExchange exchange) {
        URI uri = exchange.getRequestURI();
        Map<String, String> headers = new HashMap<>();
        for (Map.Entry<String, List<String>> header :
                exchange.getRequestHeaders().entrySet()) {
            headers.put(
                    header.getKey().toLowerCase(Locale.ROOT), header.getValue().getFirst());
        }
        return new Request(
                exchange.getRequestMethod(),
                orEmpty(uri.getPath()),
                orEmpty(uri.getRawQuery()),
                Map.copyOf(headers),
                exchange.getRequestBody());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
