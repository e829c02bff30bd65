package com.nowinfinity.xpm.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's client, HTTP/1.1. It never follows a redirect: that would carry a token to an address nobody configured.
 * It tells apart what never left from what may have arrived.
 */
final class WireExchange implements Exchange, AutoCloseable {

    private final HttpClient client;

    private WireExchange(HttpClient client) {
        this.client = client;
    }

    static WireExchange connectingWithin(Duration connectTimeout) {
        return new WireExchange(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build());
    }

    /** Held back by ourselves: no complete request has left. */
    static final class Withheld extends IOException {
        private final String reason;

        Withheld(String reason, @Nullable Throwable cause) {
            super(reason, cause);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /** No connection came about, so that nothing has left. */
    static final class NeverLeft extends IOException {
        NeverLeft(Throwable cause) {
            super(cause);
        }
    }

    @Override
    public <T> T exchange(WireRequest request, ReplyReader<T> reader) throws IOException {
        Departure departure = new Departure(request.body(), request.caller().permit());
        departure.check();
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri())
                .timeout(request.bounds().deadline())
                .method(request.method(), departure);
        request.headers().forEach(builder::header);
        HttpResponse<InputStream> response = send(builder.build(), departure);
        try (InputStream body = response.body()) {
            return reader.read(new WireReply(response.statusCode(), response.headers(), body));
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request, Departure departure) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw departure.explain(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("Interrupted while waiting for XPM");
            interrupted.initCause(e);
            throw departure.explain(interrupted);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }

    @Override
    public String toString() {
        return "Wire(JDK " + client.version() + ")";
    }
}
