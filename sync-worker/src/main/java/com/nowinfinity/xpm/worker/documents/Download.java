package com.nowinfinity.xpm.worker.documents;

import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Gets what stands at an address, within one deadline for all of it: a host that drips holds nobody up for longer. A
 * redirect is an answer like any other, and a connection is used once.
 */
public final class Download {

    private static final int CONNECT_MILLIS = 5_000;

    private final HttpClient http = HttpClient.create(ConnectionProvider.newConnection())
            .followRedirect(false)
            .disableRetry(true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS);
    private final Duration deadline;

    /** @param deadline for all of it, from the connection to the last byte */
    public Download(Duration deadline) {
        this.deadline = deadline;
    }

    /** Takes an answer as it comes; what it throws ends the download. */
    interface Receiver {

        void status(int status) throws IOException;

        void piece(byte[] bytes) throws IOException;
    }

    /**
     * @param authorization a header's value; null for none
     * @param at where the host's name leads, so that it is not looked up again; null to look it up
     * @throws IOException when it cannot be had now, or not within the deadline
     */
    void get(URI uri, @Nullable String authorization, @Nullable List<InetAddress> at, Receiver receiver)
            throws IOException {
        try (SettledNames names = new SettledNames(at == null ? List.of() : at)) {
            HttpClient client = at == null ? http : http.resolver(names);
            client.headers(headers -> {
                        if (authorization != null) {
                            headers.set("Authorization", authorization);
                        }
                    })
                    .get()
                    .uri(uri)
                    .response((answer, body) -> {
                        try {
                            receiver.status(answer.status().code());
                        } catch (IOException | RuntimeException e) {
                            return Flux.error(e);
                        }
                        return body.asByteArray()
                                .publishOn(Schedulers.boundedElastic())
                                .doOnNext(bytes -> taken(receiver, bytes));
                    })
                    .then()
                    .timeout(deadline)
                    .block();
        } catch (RuntimeException e) {
            throw explained(e);
        }
    }

    private static void taken(Receiver receiver, byte[] bytes) {
        try {
            receiver.piece(bytes);
        } catch (IOException e) {
            throw Exceptions.propagate(e);
        }
    }

    private IOException explained(RuntimeException thrown) {
        Throwable cause = Exceptions.unwrap(thrown);
        return switch (cause) {
            case IOException e -> e;
            case TimeoutException e ->
                new IOException("The document took longer than " + deadline.toSeconds() + " s", e);
            case InterruptedException e -> {
                Thread.currentThread().interrupt();
                yield new IOException("Interrupted while fetching a document", e);
            }
            case null, default -> throw thrown;
        };
    }
}
