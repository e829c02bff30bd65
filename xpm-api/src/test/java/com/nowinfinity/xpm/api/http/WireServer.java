package com.nowinfinity.xpm.api.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A server that answers whatever a test writes, byte for byte, and remembers what it was sent. */
final class WireServer implements AutoCloseable {

    /** One request as it came. Header names are in lower case. */
    record Seen(String verb, String target, Map<String, String> headers, String body) {}

    /** Writes an answer, or does worse. The connection is closed afterwards. */
    interface Script {
        void play(Seen request, Socket connection, OutputStream out) throws IOException;
    }

    private final ServerSocket socket;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile Script script = answering(500, Map.of(), "");

    WireServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::acceptAll);
    }

    WireServer playing(Script next) {
        script = next;
        return this;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/practicemanager/3.1");
    }

    List<Seen> seen() {
        return seen;
    }

    Seen only() {
        if (seen.size() != 1) {
            throw new AssertionError("Expected one request but saw " + seen);
        }
        return seen.getFirst();
    }

    /** Connections so far. */
    int accepted() {
        return accepted.get();
    }

    static Script xml(String body) {
        return answering(200, Map.of("Content-Type", "text/xml; charset=utf-8"), body);
    }

    static Script answering(int status, Map<String, String> headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return (request, connection, out) -> {
            out.write(head(status, headers, "Content-Length: " + bytes.length + "\r\n"));
            out.write(bytes);
        };
    }

    static byte[] head(int status, Map<String, String> headers, String more) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\nConnection: close\r\n" + more);
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                accepted.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            Seen request = read(new BufferedInputStream(connection.getInputStream()));
            if (request != null) {
                seen.add(request);
                OutputStream out = connection.getOutputStream();
                script.play(request, connection, out);
                out.flush();
                connection.shutdownOutput();
                // Until the client has hung up too, so that closing cannot cut off what is still on its way.
                connection.getInputStream().readAllBytes();
            }
        } catch (IOException gone) {
            // The client hung up first, which is what some tests are about.
        }
    }

    private static @Nullable Seen read(InputStream in) throws IOException {
        String first = line(in);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = in.readNBytes(length);
        if (first.isEmpty() || body.length < length) {
            return null;
        }
        String[] parts = first.split(" ", 3);
        return new Seen(parts[0], parts[1], headers, new String(body, StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
